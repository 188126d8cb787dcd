/** The path of an address of this site, or the home page: nobody is sent elsewhere by a forged form. */
export function samePath(typed: string): string {
  const home = 'http://portal.invalid';
  const fits = /^\/[\x21-\x5b\x5d-\x7e]*$/.test(typed) && URL.canParse(typed, home);
  if (!fits) return '/';
  const { origin, pathname, search } = new URL(typed, home);
  return origin === home && !pathname.startsWith('//') ? pathname + search : '/';
}
