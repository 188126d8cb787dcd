import { parsePage } from './page-text';
import { kindOfSite, POST_FIELDS, placeOf, rowPlaces, type SiteProfile } from './profile';

/** Finds what would only fail in the middle of a pass, and says which line of the settings it is. */
export function checkProfile(profile: SiteProfile, source: string): void {
  const fault = (key: string, value: string) =>
    new Error(`“${source}”的 profile 里，${key} 写的是“${value}”，不能用。请照说明改好。`);
  const { login } = profile;
  const addresses = { listUrl: profile.listUrl, ...(login && 'page' in login ? { 'login.page': login.page } : {}) };
  for (const [key, address] of Object.entries(addresses))
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) throw fault(key, address);
  if (profile.postUrl !== undefined && !(profile.postUrl.includes('{id}') && URL.canParse(profile.postUrl)))
    throw fault('postUrl', profile.postUrl);
  const $ = parsePage('<p></p>');
  for (const [key, selector] of selectorsOf(profile)) if (selector && !works(() => $(selector))) throw fault(key, selector);
  if (kindOfSite(profile) !== 'json' && profile.id && !works(() => new RegExp(profile.id!))) throw fault('id', profile.id);
  if (profile.encoding && !works(() => new TextDecoder(profile.encoding))) throw fault('encoding', profile.encoding);
  if (!placeOf(profile, 'text')) throw fault('detail.text', '');
}

function selectorsOf(profile: SiteProfile): [key: string, selector: string | undefined][] {
  const { item, link, nextPage, detail = {}, login, reply } = profile;
  const formOf = (one: SiteProfile['login']) => (one && 'page' in one ? one.form : undefined);
  const forms: [string, string | undefined][] = [
    ['login.form', formOf(login)],
    ['reply.login.form', formOf(reply?.login)],
    ['reply.form.selector', reply?.form?.selector],
    ['reply.success.selector', reply?.success.selector],
  ];
  if (kindOfSite(profile) === 'json') return forms;
  const row = rowPlaces(profile);
  return [
    ...forms,
    ['reply.check.answers', reply?.check.answers],
    ['item', item],
    ['link', link],
    ['nextPage', nextPage],
    ...POST_FIELDS.map((field): [string, string | undefined] => [`row.${field}`, row[field]]),
    ...POST_FIELDS.map((field): [string, string | undefined] => [`detail.${field}`, detail[field]]),
  ];
}

function works(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
