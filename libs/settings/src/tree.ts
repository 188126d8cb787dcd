export type Tree = { [key: string]: unknown };

export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a list that may not be one. */
export const treesIn = (value: unknown): Tree[] => (Array.isArray(value) ? value.filter(isTree) : []);

/** A list's item is called by its name, which people find faster than a count. */
export function pathTo(path: string, parent: unknown, key: string): string {
  if (!Array.isArray(parent)) return path ? `${path}.${key}` : key;
  const item: unknown = parent[Number(key)];
  const name = isTree(item) ? (item.name ?? item.id) : undefined;
  return `${path}[${typeof name === 'string' && name ? name : Number(key) + 1}]`;
}
