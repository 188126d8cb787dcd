export const SITE_KINDS = ['html', 'json', 'rss'] as const;
export const REPLY_METHODS = ['POST', 'PUT', 'PATCH'] as const;
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

interface SiteReplySettings {
  readonly form?: {
    readonly page?: string;
    readonly selector?: string;
    readonly textField: string;
    readonly fields?: Readonly<Record<string, string>>;
  };
  readonly api?: {
    readonly url: string;
    readonly method?: (typeof REPLY_METHODS)[number];
    readonly body: Readonly<Record<string, unknown>>;
  };
  readonly text?: string;
  readonly maxChars?: number;
  readonly success: { readonly text?: string; readonly selector?: string; readonly path?: string; readonly is?: string };
  readonly check: {
    readonly url?: string;
    readonly answers: string;
    readonly text?: string;
    readonly withinMinutes?: number;
  };
  readonly login?: FormLogin | TokenLogin;
  readonly everySeconds?: number;
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
  readonly reply?: SiteReplySettings;
}
