import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SaxesParser } from 'saxes';

const FOLDER = join(resolve(process.env.YXT_REAL_DATA ?? '../shared/data'), 'open311/georeport-v2-schema');
export const hasSchemas = existsSync(FOLDER);

/** The part of JSON Schema that the GeoReport v2 schemas use. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const load = (name: string): Schema => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Schema;
const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  null: (value) => value === null,
};
const FORMATS: Readonly<Record<string, (value: string) => boolean>> = {
  'date-time': (value) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value)),
  uri: (value) => URL.canParse(value),
};

function faults(schema: Schema, value: unknown, at: string): string[] {
  if (schema.$ref) return faults(load(schema.$ref), value, at);
  if (schema.anyOf) return schema.anyOf.some((one) => !faults(one, value, at).length) ? [] : [`${at} fits none`];
  const found: string[] = [];
  if (schema.type && !TYPES[schema.type]!(value)) found.push(`${at} is no ${schema.type}`);
  if (schema.enum && !schema.enum.includes(value)) found.push(`${at} is none of ${schema.enum.join()}`);
  if (typeof value === 'string') {
    if (schema.maxLength !== undefined && value.length > schema.maxLength) found.push(`${at} is too long`);
    if (schema.format && !FORMATS[schema.format]!(value)) found.push(`${at} is no ${schema.format}`);
  }
  if (Array.isArray(value) && schema.items)
    value.forEach((one, index) => found.push(...faults(schema.items!, one, `${at}[${index}]`)));
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const fields = value as Record<string, unknown>;
    for (const name of schema.required ?? []) if (!(name in fields)) found.push(`${at}.${name} is missing`);
    for (const [name, part] of Object.entries(schema.properties ?? {}))
      if (name in fields) found.push(...faults(part, fields[name], `${at}.${name}`));
  } else if (schema.properties) found.push(`${at} is no object`);
  return found;
}

/** What is wrong with an answer by the published schema, e.g. `requests.json`. */
export const schemaFaults = (name: string, value: unknown): string[] => faults(load(name), value, name);

interface Element {
  readonly name: string;
  text: string;
  readonly children: Element[];
}

/** Lists of GeoReport v2, which the Spark convention writes as arrays. */
const LISTS = ['services', 'attributes', 'values', 'service_requests', 'errors', 'endpoints', 'formats'];
const NUMBERS = ['lat', 'long', 'order', 'code'];

/** The XML of an answer as its JSON: strict parsing, then the Spark convention. */
export function fromXml(text: string): { readonly root: string; readonly value: unknown } {
  const top: Element = { name: '', text: '', children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const element: Element = { name, text: '', children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => (open.at(-1)!.text += part));
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [root] = top.children;
  return { root: root!.name, value: valueOf(root!) };
}

function valueOf({ name, text, children }: Element): unknown {
  if (LISTS.includes(name)) return children.map(valueOf);
  if (children.length) return Object.fromEntries(children.map((one) => [one.name, valueOf(one)]));
  if (!text.trim()) return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return NUMBERS.includes(name) && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
