/** The package has no types for this file: whether two names belong to one owner by the list of public suffixes. */
declare module 'mailauth/lib/tools' {
  export function getAlignment(domain: string, among: readonly string[]): { readonly domain: string } | false;
}
