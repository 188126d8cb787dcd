import type { ChannelName } from '@hub/domain';
import type { Channel } from './channel';
import type { ColumnNames } from '@hub/domain';
import { HotlineFolderChannel, type HotlineFolderOptions } from './hotline/hotline-folder.channel';
import { ImapChannel, type ImapOptions } from './mailbox/imap.channel';
import { FILE_BYTES } from './mailbox/mail-files';
import { MailFolderChannel } from './mailbox/mail-folder.channel';
import { SiteChannel } from './site/site.channel';
import type { SiteProfile } from './site/profile';
import type { SiteMemory } from './site/site-memory';

interface Named {
  readonly name: string;
  readonly source: string;
}

interface MailboxSpec extends Named, Omit<ImapOptions, 'name' | 'source' | 'maxBytes' | 'cursor' | 'begin' | 'known'> {
  readonly type: 'mailbox';
}
interface MailFolderSpec extends Named {
  readonly type: 'mail-folder';
  readonly path: string;
}
interface HotlineFolderSpec extends Named {
  readonly type: 'hotline-folder';
  readonly path: string;
  /** Belong to the log reader, which is made for all hotlines at once: see `columnsOf`. */
  readonly columns: ColumnNames;
}
interface SiteSpec extends Named {
  readonly type: 'site';
  readonly profile: SiteProfile;
}

/** A channel as the settings describe it; the ChannelSettings of libs/settings are such. */
export type ChannelSpec = MailboxSpec | MailFolderSpec | HotlineFolderSpec | SiteSpec;

/** What channels ask of the place they run in. */
export interface ChannelDeps {
  readonly logReader: HotlineFolderOptions['reader'];
  /** The position of a channel's last registered message. */
  readonly position: (name: string) => Promise<string | null>;
  /** Which of these source keys are registered already. */
  readonly known: (channel: ChannelName, keys: readonly string[]) => Promise<Set<string>>;
  readonly sites: SiteMemory;
  /** Keeps the position at which a mailbox begins, unless it has begun; answers where it stands. */
  readonly begin?: (name: string, position: string) => Promise<string>;
  /** Over this size only a mail's header is taken. */
  readonly maxMailBytes?: number;
}

/** The channel that a description stands for; it does nothing until its messages are asked for. */
export function channelOf(spec: ChannelSpec, deps: ChannelDeps): Channel {
  const { name, source } = spec;
  const maxBytes = deps.maxMailBytes ?? FILE_BYTES;
  switch (spec.type) {
    case 'mailbox': {
      const begin = deps.begin && ((position: string) => deps.begin!(name, position));
      const known = (keys: readonly string[]) => deps.known('mailbox', keys);
      return new ImapChannel({ ...spec, maxBytes, cursor: () => deps.position(name), known, ...(begin ? { begin } : {}) });
    }
    case 'mail-folder':
      return new MailFolderChannel({ name, source, path: spec.path, maxBytes });
    case 'hotline-folder':
      return new HotlineFolderChannel({ name, source, path: spec.path, reader: deps.logReader });
    case 'site':
      return new SiteChannel({ name, source, profile: spec.profile, memory: deps.sites });
  }
}

/** The log reader's columns by source, out of all descriptions. */
export const columnsOf = (specs: readonly ChannelSpec[]): Record<string, ColumnNames> =>
  Object.fromEntries(specs.flatMap((spec) => (spec.type === 'hotline-folder' ? [[spec.source, spec.columns]] : [])));
