export const SITE_KINDS = ['html', 'json', 'rss'] as const;
export const POST_FIELDS = ['subject', 'text', 'author', 'postedAt', 'phone', 'place', 'kind'] as const;

type FieldPlaces = Readonly<Partial<Record<(typeof POST_FIELDS)[number], string>>>;

interface FormLogin {
  readonly page: string;
  readonly form?: string;
  readonly userField: string;
  readonly user: string;
  readonly passwordField: string;
  readonly password: string;
}

interface TokenLogin {
  readonly header: string;
  readonly value: string;
}

/** SiteProfile of libs/channels, which a test keeps equal. */
export interface SiteProfileSettings {
  readonly kind?: (typeof SITE_KINDS)[number];
  readonly listUrl: string;
  readonly encoding?: string;
  readonly item?: string;
  readonly link?: string;
  readonly postUrl?: string;
  readonly id?: string;
  readonly nextPage?: string;
  readonly pageParam?: string;
  readonly maxPages?: number;
  readonly row?: FieldPlaces;
  readonly detail?: FieldPlaces;
  readonly datePattern?: string;
  readonly pauseMs?: number;
  readonly timeoutMs?: number;
  readonly login?: FormLogin | TokenLogin;
  readonly allowInward?: readonly string[];
  readonly complete?: boolean;
  readonly watchDays?: number;
  readonly watchHours?: number;
}
