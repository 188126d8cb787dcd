/** The value at `data.list` or `posts[0].author.name`; undefined where a step leads nowhere. The empty path is the whole. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const step of path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** As text; null and what has no text of its own is empty, what is not there undefined. */
export function textAt(root: unknown, path: string): string | undefined {
  const value = valueAt(root, path);
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string' || typeof one === 'number').join('\n');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
