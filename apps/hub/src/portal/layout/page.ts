import type { ReactElement } from 'react';

export type Place = 'home' | 'submit' | 'track' | 'published' | 'statistics' | 'guide';

/** How the 大字版 button comes back to the same page: by its address, or by sending one of the page's own forms again. */
export type TextSwitch =
  | { readonly back: string }
  | { readonly form: string; readonly action: string }
  | { readonly action: string; readonly fields: Readonly<Record<string, string>> };

export interface PageAbout {
  readonly description: string;
  /** The one address of the page. */
  readonly path: string;
  /** The heading, where the page is about one thing. */
  readonly article?: string;
  readonly feed?: { readonly title: string; readonly path: string };
}

/** A page as a controller hands it over; the layout adds header, footer and mode. */
export interface Page {
  readonly status?: number;
  /** After so many seconds it may go well. */
  readonly retryAfter?: number;
  /** Before the service's and the bureau's names. */
  readonly title: string;
  /** Comes back with something to correct. */
  readonly faulty?: boolean;
  /** About one citizen's matter: no search engine, no cache. */
  readonly personal?: boolean;
  /** What search engines and whoever passes the address on may say of it. */
  readonly about?: PageAbout;
  /** The same for everybody, and for so long. */
  readonly cacheSeconds?: number;
  /** The place in the navigation; null leaves the navigation out. */
  readonly place: Place | 'elsewhere' | null;
  /** Null where the page can be shown only once. */
  readonly textSwitch: TextSwitch | null;
  readonly body: ReactElement;
}
