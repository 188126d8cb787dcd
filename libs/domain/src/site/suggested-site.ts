import { placeKey, samePlace } from './place-key';

/** Keys under which a site may stand that an appeal about this place is about: the place itself, and each house that it lies in. */
export function placeKeysOf(place: string): string[] {
  const key = placeKey(place);
  const houses = [...key.matchAll(/\d+[号弄]/g)].map((found) => key.slice(0, found.index + found[0].length));
  return [...new Set([key, ...houses])].filter(Boolean);
}

interface Placed {
  readonly nameKey: string;
  readonly placeKey: string;
}

/**
 * The site that an appeal seems to be about: the one that it names, else the only one at the nearest address. Where several
 * stand at one address and none is named, a person must tell.
 */
export function suggestedSite<T extends Placed>(
  appeal: { readonly place: string; readonly subject: string },
  known: readonly T[],
): T | null {
  const here = known.filter((site) => placeKey(appeal.place) === site.nameKey || samePlace(appeal.place, site.placeKey));
  const said = placeKey(appeal.place) + placeKey(appeal.subject);
  // Less than three signs stand in any text.
  const [named] = here
    .filter((site) => [...site.nameKey].length > 2 && site.nameKey !== site.placeKey && said.includes(site.nameKey))
    .sort((a, b) => b.nameKey.length - a.nameKey.length);
  if (named) return named;
  const nearest = Math.max(...here.map((site) => site.placeKey.length));
  const [only, ...more] = here.filter((site) => site.placeKey.length === nearest);
  return only && !more.length ? only : null;
}
