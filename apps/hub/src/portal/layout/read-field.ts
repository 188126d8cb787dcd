/** One field of a posted form, trimmed; what is not a plain text counts as empty. */
export function readField(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return '';
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim() : '';
}

/** The chosen of several boxes of one name. */
export function readFields(body: unknown, name: string): string[] {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return [];
  const value = (body as Record<string, unknown>)[name];
  return [value].flat().filter((one): one is string => typeof one === 'string' && one.length <= 100);
}
