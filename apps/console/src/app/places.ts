import type { Permission } from '@hub/domain';
import {
  AuditOutlined,
  BarChartOutlined,
  EnvironmentOutlined,
  FormOutlined,
  ImportOutlined,
  InboxOutlined,
  NotificationOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { places as words } from '../lib/words';

/** Pages of the 管理 area, in the order of its tabs. */
export const TABLES = {
  channels: 'channels.read',
  quarantine: 'quarantine.read',
  outbox: 'outbox.read',
  templates: 'outbox.read',
  sources: 'sources.write',
  interfaces: 'interfaces.read',
  audit: 'audit.read',
} as const satisfies Record<string, Permission>;
export const TABLE_NAMES = Object.keys(TABLES) as (keyof typeof TABLES)[];

type May = (permission: Permission) => boolean;

/** The places of the rail that this person may enter. */
export function placesOf(may: May) {
  const table = TABLE_NAMES.find((one) => may(TABLES[one]));
  return [
    { key: 'queue', to: '/queue', word: words.queue, Icon: InboxOutlined, at: ['queue'], open: may('queue.read') },
    { key: 'desk', to: '/desk', word: words.desk, Icon: FormOutlined, at: ['desk'], open: may('appeal.register') },
    { key: 'imports', to: '/imports', word: words.imports, Icon: ImportOutlined, at: ['imports'], open: may('import') },
    {
      key: 'oversight',
      to: '/oversight',
      word: words.oversight,
      Icon: AuditOutlined,
      at: ['oversight'],
      open: may('queue.read'),
    },
    {
      key: 'source-control',
      to: '/source-control',
      word: words.sourceControl,
      Icon: EnvironmentOutlined,
      at: ['source-control', 'sites', 'matters'],
      open: may('appeal.read'),
    },
    {
      key: 'publications',
      to: '/publications',
      word: words.publications,
      Icon: NotificationOutlined,
      at: ['publications', 'guide'],
      open: may('publication.read'),
    },
    {
      key: 'insight',
      to: '/insight',
      word: words.insight,
      Icon: BarChartOutlined,
      at: ['insight'],
      open: may('reports.read'),
    },
    {
      key: 'management',
      to: `/${table}`,
      word: words.management,
      Icon: SettingOutlined,
      at: TABLE_NAMES as string[],
      open: !!table,
    },
  ].filter((one) => one.open);
}

/** Where a person starts: the queue, or for the administrator the channels. */
export const startOf = (may: May): string => placesOf(may)[0]?.to ?? '/nothing';
