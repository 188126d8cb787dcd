import { parsePage } from './page-text';
import type { SiteProfile } from './profile';

/** Finds what would only fail in the middle of a pass, and says which line of the settings it is. */
export function checkProfile(profile: SiteProfile, source: string): void {
  const fault = (key: string, value: string) =>
    new Error(`“${source}”的 profile 里，${key} 写的是“${value}”，不能用。请照说明改好。`);
  if (!URL.canParse(profile.listUrl) || !/^https?:$/.test(new URL(profile.listUrl).protocol))
    throw fault('listUrl', profile.listUrl);
  const { item, link, nextPage, detail } = profile;
  const selectors = {
    item,
    link,
    nextPage,
    ...Object.fromEntries(Object.entries(detail).map(([key, value]) => [`detail.${key}`, value])),
  };
  const $ = parsePage('<p></p>');
  for (const [key, selector] of Object.entries(selectors)) if (selector && !works(() => $(selector))) throw fault(key, selector);
  if (profile.id && !works(() => new RegExp(profile.id!))) throw fault('id', profile.id);
  if (profile.encoding && !works(() => new TextDecoder(profile.encoding))) throw fault('encoding', profile.encoding);
}

function works(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
