/** How the entries of a list are called, by the list; the Spark convention between GeoReport's XML and JSON. */
const ENTRIES: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** What XML 1.0 allows in a text (section 2.2), with its own signs escaped. */
const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- control characters cannot be written in XML at all
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, '')
    .replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

function element(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return `<${name}/>`;
  return `<${name}>${content(name, value)}</${name}>`;
}

function content(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => element(ENTRIES[name] ?? 'item', one)).join('');
  if (typeof value !== 'object') return escaped(String(value));
  return Object.entries(value as Record<string, unknown>)
    .map(([field, one]) => element(field, one))
    .join('');
}

export const xmlOf = (root: string, value: unknown): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
