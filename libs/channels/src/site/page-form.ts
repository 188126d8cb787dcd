import type { HttpRequest } from '@hub/http';
import type { CheerioAPI } from 'cheerio';
import iconv from 'iconv-lite';

export interface PageForm {
  readonly action: URL;
  /** Of every field, filled or not. */
  readonly names: readonly string[];
  /** What the page itself fills in, hidden fields among them. */
  readonly fields: Readonly<Record<string, string>>;
  request(fields: Readonly<Record<string, string>>): HttpRequest;
}

/** A form as a browser would send it: in the page's own encoding. Null where there is none. */
export function formOf($: CheerioAPI, selector: string, page: URL, encoding: string): PageForm | null {
  const form = $(selector).first();
  const action = form.attr('action') || page.href;
  if (form.length === 0 || !URL.canParse(action, page.href)) return null;
  const names: string[] = [];
  const fields: Record<string, string> = {};
  form.find('input, textarea, select').each((_, element) => {
    const field = $(element);
    const name = field.attr('name');
    const type = (field.attr('type') ?? '').toLowerCase();
    if (!name || ['submit', 'button', 'image', 'reset', 'file'].includes(type)) return;
    names.push(name);
    if ((type === 'checkbox' || type === 'radio') && field.attr('checked') === undefined) return;
    const chosen = field.is('select')
      ? field.find('option[selected]').add(field.find('option')).first().attr('value')
      : undefined;
    fields[name] = chosen ?? field.attr('value') ?? (field.is('textarea') ? field.text() : '');
  });
  return {
    action: new URL(action, page),
    names,
    fields,
    request: (filled) => ({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', referer: page.href },
      body: encodeForm(filled, encoding),
    }),
  };
}

function encodeForm(fields: Readonly<Record<string, string>>, encoding: string): string {
  const escaped = (text: string): string =>
    [...inEncoding(text, encoding)]
      .map((byte) =>
        /[\w.*-]/.test(String.fromCharCode(byte))
          ? String.fromCharCode(byte)
          : byte === 0x20
            ? '+'
            : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      .join('');
  return Object.entries(fields)
    .map(([name, value]) => `${escaped(name)}=${escaped(value.replace(/\r?\n/g, '\r\n'))}`)
    .join('&');
}

/** What the encoding has no sign for goes as a numeric reference, as from a browser (WHATWG URL §5.2). */
function inEncoding(text: string, encoding: string): Buffer {
  if (!iconv.encodingExists(encoding)) return Buffer.from(text);
  const whole = iconv.encode(text, encoding);
  if (iconv.decode(whole, encoding) === text) return whole;
  const fitting = [...text].map((sign) =>
    iconv.decode(iconv.encode(sign, encoding), encoding) === sign ? sign : `&#${sign.codePointAt(0)};`,
  );
  return iconv.encode(fitting.join(''), encoding);
}
