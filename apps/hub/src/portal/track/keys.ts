/** What the citizen proved himself with; the page's forms carry it, so that no cookie is needed. */
export interface Keys {
  readonly number: string;
  readonly code: string;
}
