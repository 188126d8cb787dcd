export const SITE_KINDS = ['html', 'json', 'rss'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export const POST_FIELDS = ['subject', 'text', 'author', 'postedAt', 'phone', 'place', 'kind'] as const;
export type PostField = (typeof POST_FIELDS)[number];

/** Where the fields of a post stand: CSS selectors, or paths like `data.title` in JSON. */
export type FieldPlaces = Readonly<Partial<Record<PostField, string>>>;

/** A page with a form: its hidden fields (a CSRF token among them) are sent along as they stand on the page. */
export interface FormLogin {
  readonly page: string;
  /** CSS selector; the first form with a password otherwise. */
  readonly form?: string;
  readonly userField: string;
  readonly user: string;
  readonly passwordField: string;
  readonly password: string;
}

/** A header that proves who asks, e.g. Authorization: Bearer …. */
export interface TokenLogin {
  readonly header: string;
  readonly value: string;
}

/** The site's own form of answering: its hidden fields are sent along as they stand on the page. */
export interface FormReply {
  /** The page that holds it, with `{id}`; the post's own page otherwise. */
  readonly page?: string;
  /** CSS selector; the first form with a text area otherwise. */
  readonly selector?: string;
  readonly textField: string;
  /** More that a person would fill in, with `{id}` and `{number}`; the value of a button among them. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** An interface that takes answers as JSON. */
export interface ApiReply {
  readonly url: string;
  readonly method?: 'POST' | 'PUT' | 'PATCH';
  /** `{text}`, `{id}` and `{number}` in its texts, at any depth, are filled in. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where an answer that was posted stands. */
export interface ReplyCheck {
  /** The page, with `{id}`; the post's own otherwise. */
  readonly url?: string;
  /** Selector of our answers, or path of the JSON array of answers. */
  readonly answers: string;
  /** json: path of the text within an answer. */
  readonly text?: string;
  /** What was sent shows up within so many minutes. */
  readonly withinMinutes?: number;
}

/** How answers are posted back; exactly one of `form` and `api`. */
export interface SiteReply {
  readonly form?: FormReply;
  readonly api?: ApiReply;
  /** What is posted: `{text}` the answer, `{number}` the appeal's number, `{bureau}`. */
  readonly text?: string;
  readonly maxChars?: number;
  /** What the site shows once it has taken an answer: words or a selector; json: the value at a path. */
  readonly success: { readonly text?: string; readonly selector?: string; readonly path?: string; readonly is?: string };
  readonly check: ReplyCheck;
  /** Where answering takes another login than reading. */
  readonly login?: FormLogin | TokenLogin;
  /** Between two answers. */
  readonly everySeconds?: number;
}

/** How a complaint site's pages are read; all of it is the office's settings, since sites change their layout. */
export interface SiteProfile {
  /** `html` where nothing is said. */
  readonly kind?: SiteKind;
  /** The first page of the list, the newest posts first. */
  readonly listUrl: string;
  /** Where the site does not say it, or says it wrong. */
  readonly encoding?: string;
  /** A post in the list: a CSS selector, or the path of the JSON array (none where the answer is the array itself). */
  readonly item?: string;
  /** The link within the row: a selector or a path; not needed where the item is a link. */
  readonly link?: string;
  /** The post's page where no link leads to it, with `{id}`. */
  readonly postUrl?: string;
  /** html, rss: regular expression on the link whose first group is the post's number. json: path of the number, `id` otherwise. */
  readonly id?: string;
  /** Selector or path of the next page's address. */
  readonly nextPage?: string;
  /** Query parameter that counts the pages, where no address leads on. */
  readonly pageParam?: string;
  readonly maxPages?: number;
  /** Fields that the list itself shows. */
  readonly row?: FieldPlaces;
  /** Fields of the post's page; without it the list tells all. */
  readonly detail?: FieldPlaces;
  /** `yyyy年M月d日 HH:mm`, for times that cannot be read without it. */
  readonly datePattern?: string;
  readonly pauseMs?: number;
  readonly timeoutMs?: number;
  readonly login?: FormLogin | TokenLogin;
  /** Hosts in the office's own network that may be asked. */
  readonly allowInward?: readonly string[];
  /** The list shows every post there is, so that what it no longer shows is gone. */
  readonly complete?: boolean;
  /** For so many days after a post came, its page is looked at again; 0 is never. */
  readonly watchDays?: number;
  /** Hours between two looks at one post. */
  readonly watchHours?: number;
  /** Without it a person answers on the site by hand. */
  readonly reply?: SiteReply;
}

export const DEFAULT_PAGES = 5;
export const DEFAULT_PAUSE_MS = 1_000;
export const DEFAULT_TIMEOUT_MS = 15_000;
export const DEFAULT_WATCH_DAYS = 30;
export const DEFAULT_WATCH_HOURS = 6;

export const kindOfSite = (profile: SiteProfile): SiteKind => profile.kind ?? 'html';

/** What RSS and Atom call the fields. */
const FEED_ROW: FieldPlaces = {
  subject: 'title',
  text: 'content\\:encoded, content, description, summary',
  author: 'dc\\:creator, author > name, author',
  postedAt: 'pubDate, published, dc\\:date, updated',
};

export const rowPlaces = (profile: SiteProfile): FieldPlaces =>
  profile.row ?? (kindOfSite(profile) === 'rss' ? (profile.detail ? { postedAt: FEED_ROW.postedAt } : FEED_ROW) : {});

/** Where a field is looked for last: on the post's page before the row. */
export const placeOf = (profile: SiteProfile, field: PostField): string | undefined =>
  profile.detail?.[field] ?? rowPlaces(profile)[field];
