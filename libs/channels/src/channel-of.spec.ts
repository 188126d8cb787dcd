import type { InboundMessage } from '@hub/domain';
import type { SiteMemory } from './site/site-memory';
import { channelOf, columnsOf, type ChannelDeps, type ChannelSpec } from './channel-of';

const deps: ChannelDeps = {
  logReader: { maxBytes: 1, open: () => Promise.reject(new Error('not asked for')) },
  position: () => Promise.resolve(null),
  sites: {} as SiteMemory,
  known: () => Promise.resolve(new Set()),
};
const mailbox: ChannelSpec = {
  type: 'mailbox',
  name: 'office',
  source: '局长信箱',
  host: 'mail.example.org',
  port: 993,
  secure: true,
  tls: 'required',
  user: 'office',
  password: 'secret',
  folder: 'INBOX',
  from: 'all',
};
const folder: ChannelSpec = { type: 'mail-folder', name: 'drop', source: '局长信箱', path: '/nowhere/at/all' };
const hotline: ChannelSpec = {
  type: 'hotline-folder',
  name: 'line',
  source: '纠风热线',
  path: '/nowhere',
  columns: { text: ['反映内容'] },
};
const site: ChannelSpec = {
  type: 'site',
  name: 'posts',
  source: '东方网投诉中心',
  profile: { listUrl: 'http://127.0.0.1/list', item: 'tr', detail: { subject: 'h1', text: 'td' } },
};

it.each([
  [mailbox, 'mailbox'],
  [folder, 'mailbox'],
  [hotline, 'hotline'],
  [site, 'site'],
])('makes the channel that %o describes', (spec, channel) => {
  expect(channelOf(spec, deps)).toMatchObject({ name: spec.name, source: spec.source, channel });
});

it('tells of a missing folder when the channel is asked for messages, not before', async () => {
  const channel = channelOf(folder, deps);
  const pass = new Promise<InboundMessage>((resolve, reject) => channel.messages().subscribe({ next: resolve, error: reject }));
  await expect(pass).rejects.toThrow('找不到 /nowhere/at/all');
});

it('collects the columns of every hotline by its source', () => {
  expect(columnsOf([mailbox, hotline, site])).toEqual({ 纠风热线: { text: ['反映内容'] } });
});
