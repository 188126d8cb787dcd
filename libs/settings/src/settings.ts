import type { ColumnNames, DocumentKind, Office } from '@hub/domain';
import type { SiteProfileSettings } from './site-settings';

export const ROLES = ['api', 'portal', 'worker'] as const;
export type HubRole = (typeof ROLES)[number];

interface AnyChannel {
  readonly name: string;
  readonly source: string;
  readonly everySeconds: number;
}

export interface MailboxSettings extends AnyChannel {
  readonly type: 'mailbox';
  readonly host: string;
  readonly port: number;
  readonly tls: 'required' | 'starttls' | 'none';
  /** TLS from the first byte: what `tls: required` asks for. */
  readonly secure: boolean;
  /** Whether the server has to prove who it is. */
  readonly certificate: 'verified' | 'unverified';
  /** Absolute: certificates that are trusted beside the well-known ones. */
  readonly ca?: string;
  readonly user: string;
  /** Either this or `tokenFile`. */
  readonly password?: string;
  /** Absolute: an OAuth2 token that another program renews. */
  readonly tokenFile?: string;
  readonly folder: string;
  readonly from: 'all' | 'now';
  readonly archiveFolder?: string;
}

export interface MailFolderSettings extends AnyChannel {
  readonly type: 'mail-folder';
  /** Absolute. */
  readonly path: string;
}

export interface HotlineFolderSettings extends AnyChannel {
  readonly type: 'hotline-folder';
  /** Absolute. */
  readonly path: string;
  /** Headings by field, for the channel's reader. */
  readonly columns: ColumnNames;
}

export interface SiteSettings extends AnyChannel {
  readonly type: 'site';
  readonly profile: SiteProfileSettings;
}

export type ChannelSettings = MailboxSettings | MailFolderSettings | HotlineFolderSettings | SiteSettings;

export type { SiteProfileSettings } from './site-settings';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user?: string;
  /** With `user`, either this or `tokenFile`. */
  readonly password?: string;
  /** Absolute: an OAuth2 token that another program renews. */
  readonly tokenFile?: string;
}

/** Letters a minute to one domain. */
export interface PaceSettings {
  readonly perMinute: number;
  readonly domains: readonly { readonly domain: string; readonly perMinute: number }[];
}

export interface MailSettings {
  /** `discreetName` stands for the name where a letter is not to tell whom it is from. */
  readonly from: { readonly name: string; readonly address: string; readonly discreetName: string };
  readonly delivery: 'folder' | 'smtp';
  /** Absolute. */
  readonly folder: string;
  readonly pace: PaceSettings;
  /** Always there where `delivery` is `smtp`. */
  readonly smtp?: SmtpSettings;
}

/** Everything the office and the environment have set, checked. */
export interface Settings {
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Reverse proxies whose word on a visitor's address counts. */
  readonly trustedProxies: readonly string[];
  readonly databaseUrl: string;
  /** Absolute. */
  readonly configDir: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly filesDir: string;
  readonly roles: readonly HubRole[];
  /** At least 32 characters. */
  readonly secretKey: string;
  /** The key before it, while a new one takes over; null otherwise. */
  readonly oldSecretKey: string | null;
  readonly office: Office;
  /** The Word files of config/documents, checked. */
  readonly documentTemplates: Readonly<Record<DocumentKind, Uint8Array>>;
  /** The section that answers citizens, 局办公室. */
  readonly officeName: string;
  readonly channels: readonly ChannelSettings[];
  readonly mail: MailSettings;
  readonly intake: { readonly maxMailBytes: number; readonly maxLogBytes: number };
  readonly sessionHours: number;
  /** How long a process that gives no sign of life keeps the channels that it reads. */
  readonly leaseSeconds: number;
  /** Absolute; null where the head of the audit chain is kept nowhere else. */
  readonly auditHeadFile: string | null;
}
