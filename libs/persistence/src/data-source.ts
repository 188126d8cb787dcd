import { Fault } from '@hub/domain';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities';
import { Bounces1764250000000 } from './migrations/1764250000000-bounces';
import { FirstTables1764000000000 } from './migrations/1764000000000-first-tables';
import { Documents1764150000000 } from './migrations/1764150000000-documents';
import { Handling1764100000000 } from './migrations/1764100000000-handling';
import { Deadlines1764110000000 } from './migrations/1764110000000-deadlines';
import { Matters1764120000000 } from './migrations/1764120000000-matters';
import { SitePlaces1764121000000 } from './migrations/1764121000000-site-places';
import { Vault1764130000000 } from './migrations/1764130000000-vault';
import { Transfers1764160000000 } from './migrations/1764160000000-transfers';
import { MatterRisk1764190000000 } from './migrations/1764190000000-matter-risk';
import { ChannelTrouble1764210000000 } from './migrations/1764210000000-channel-trouble';
import { Mailbox1764200000000 } from './migrations/1764200000000-mailbox';
import { Supervision1764170000000 } from './migrations/1764170000000-supervision';
import { Sending1764260000000 } from './migrations/1764260000000-sending';
import { SenderBy1764280000000 } from './migrations/1764280000000-sender-by';
import { SenderCheck1764270000000 } from './migrations/1764270000000-sender-check';
import { DeskDrafts1764285000000 } from './migrations/1764285000000-desk-drafts';
import { BoxOpenings1764285200000 } from './migrations/1764285200000-box-openings';
import { FormBatches1764285300000 } from './migrations/1764285300000-form-batches';
import { DeskEntries1764285100000 } from './migrations/1764285100000-desk-entries';
import { LetterHtml1764230000000 } from './migrations/1764230000000-letter-html';
import { HeldLetters1764282000000 } from './migrations/1764282000000-held-letters';
import { WorkerSigns1764282100000 } from './migrations/1764282100000-worker-signs';
import { RowContents1764283000000 } from './migrations/1764283000000-row-contents';
import { ReturnedMail1764282200000 } from './migrations/1764282200000-returned-mail';
import { Ratings1764289050000 } from './migrations/1764289050000-ratings';
import { TrackLinks1764289052000 } from './migrations/1764289052000-track-links';
import { Tries1764289051000 } from './migrations/1764289051000-tries';
import { Api1764287000000 } from './migrations/1764287000000-api';
import { TextMarks1764288000000 } from './migrations/1764288000000-text-marks';
import { SourcePacks1764289020000 } from './migrations/1764289020000-source-packs';
import { SiteReplies1764289030000 } from './migrations/1764289030000-site-replies';
import { DayCounts1764289070000 } from './migrations/1764289070000-day-counts';
import { Sources1764284000000 } from './migrations/1764284000000-sources';
import { Webhooks1764287100000 } from './migrations/1764287100000-webhooks';
import { Imports1764284100000 } from './migrations/1764284100000-imports';
import { AppealsBySource1764284200000 } from './migrations/1764284200000-appeals-by-source';
import { Posts1764286000000 } from './migrations/1764286000000-posts';
import { HeldAcknowledgements1764289010000 } from './migrations/1764289010000-held-acknowledgements';
import { Guide1764289062000 } from './migrations/1764289062000-guide';
import { Publications1764289060000 } from './migrations/1764289060000-publications';
import { FileScans1764289041000 } from './migrations/1764289041000-file-scans';
import { WebDrafts1764289040000 } from './migrations/1764289040000-web-drafts';
import { SearchPairs1764289090000 } from './migrations/1764289090000-search-pairs';
import { Approval1764140000000 } from './migrations/1764140000000-approval';

export type Engine = 'sqlite' | 'mariadb';

/** Migrations by name, oldest first: a file that is not listed here does not exist for the hub. */
const MIGRATIONS = [
  FirstTables1764000000000,
  Handling1764100000000,
  Deadlines1764110000000,
  Matters1764120000000,
  SitePlaces1764121000000,
  Vault1764130000000,
  Approval1764140000000,
  Documents1764150000000,
  Transfers1764160000000,
  Supervision1764170000000,
  MatterRisk1764190000000,
  Mailbox1764200000000,
  ChannelTrouble1764210000000,
  LetterHtml1764230000000,
  Bounces1764250000000,
  Sending1764260000000,
  SenderCheck1764270000000,
  SenderBy1764280000000,
  HeldLetters1764282000000,
  WorkerSigns1764282100000,
  ReturnedMail1764282200000,
  RowContents1764283000000,
  Sources1764284000000,
  Imports1764284100000,
  AppealsBySource1764284200000,
  DeskDrafts1764285000000,
  DeskEntries1764285100000,
  BoxOpenings1764285200000,
  FormBatches1764285300000,
  Posts1764286000000,
  Api1764287000000,
  Webhooks1764287100000,
  TextMarks1764288000000,
  HeldAcknowledgements1764289010000,
  SourcePacks1764289020000,
  SiteReplies1764289030000,
  WebDrafts1764289040000,
  FileScans1764289041000,
  Ratings1764289050000,
  Tries1764289051000,
  TrackLinks1764289052000,
  Publications1764289060000,
  Guide1764289062000,
  DayCounts1764289070000,
  SearchPairs1764289090000,
];

/** What makes the schema, in order. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);

const shared = { entities: ENTITIES, migrations: MIGRATIONS, synchronize: false, migrationsTransactionMode: 'all' as const };

const WANTED = '请写成 sqlite:路径（如 sqlite:var/hub.db）或 mysql://用户:密码@主机:端口/库名。';

export function engineOf(url: string): Engine {
  if (url.startsWith('sqlite:')) return 'sqlite';
  if (/^(mysql|mariadb):\/\//.test(url)) return 'mariadb';
  throw new Fault('invalid', 'database-url', `数据库地址“${url.split(':')[0]}:…”看不懂。`, WANTED);
}

/**
 * The options of one connection: `writer` carries every transaction, `reader` only looks. On SQLite the two are separate
 * connections on one file, so that a reader never stands inside somebody's open transaction.
 */
export function dataSourceOptions(url: string, role: 'writer' | 'reader'): DataSourceOptions {
  if (engineOf(url) === 'mariadb') return mariadbOptions(url, role);
  const database = resolve(url.slice('sqlite:'.length));
  mkdirSync(dirname(database), { recursive: true });
  return {
    ...shared,
    type: 'better-sqlite3',
    database,
    readonly: role === 'reader',
    statementCacheSize: 400,
    prepareDatabase: (connection: { pragma(text: string): void }) => {
      connection.pragma(`busy_timeout = ${role === 'reader' ? 5000 : 10}`);
      if (role === 'reader') return;
      connection.pragma('journal_mode = WAL');
      // WAL alone means NORMAL, under which a power cut may drop the last commits.
      connection.pragma('synchronous = FULL');
      connection.pragma('wal_autocheckpoint = 2000');
    },
  };
}

function mariadbOptions(url: string, role: 'writer' | 'reader'): DataSourceOptions {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new Fault('invalid', 'database-url', '数据库地址看不懂。', WANTED);
  }
  return {
    ...shared,
    // MySQL 8 and MariaDB speak one dialect here; `?server=mysql` tells TypeORM which one describes its own schema.
    type: parsed.searchParams.get('server') === 'mysql' ? 'mysql' : 'mariadb',
    host: parsed.hostname,
    port: Number(parsed.port || 3306),
    username: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectTimeout: 5000,
    // The schema holds no DECIMAL and no wide BIGINT.
    supportBigNumbers: false,
    poolSize: role === 'writer' ? 8 : 12,
  };
}
