/** Keys whose values are ours: addresses, numbers and codes that a mask must not break. */
const OURS = new Set(['number', 'href', 'mediaType', 'version', 'act', 'way', 'status', 'kind', 'channel', 'secrecy', 'state']);

/** The same view with every text in it masked, whoever put it there: what a view gains later is masked too. */
export function masked<T>(view: T, mask: (text: string) => string): T {
  if (typeof view === 'string') return mask(view) as T;
  if (Array.isArray(view)) return view.map((one) => masked<unknown>(one, mask)) as T;
  if (view === null || typeof view !== 'object') return view;
  return Object.fromEntries(
    Object.entries(view).map(([key, value]) => [
      key,
      OURS.has(key) && typeof value === 'string' ? value : masked<unknown>(value, mask),
    ]),
  ) as T;
}
