import { decodePage, parsePage } from './page-text';
import { kindOfSite, type SiteProfile } from './profile';
import type { Page } from './page';
import { htmlValues, jsonValues, parseJson, type Values } from './values';

/** The fields that a post's page shows; a fault (Chinese) where it is no such page at all. */
export function readDetail(page: Page, profile: SiteProfile): { readonly values: Values } | { readonly fault: string } {
  const places = profile.detail ?? {};
  if (kindOfSite(profile) !== 'json') return { values: htmlValues(parsePage(decodePage(page, profile.encoding).text), places) };
  const found = parseJson(page, profile.encoding);
  return 'fault' in found ? found : { values: jsonValues(found.value, places) };
}
