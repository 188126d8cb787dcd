import type { ImapFlow } from 'imapflow';
import type { Trust } from './imap-tls';

interface Probed extends Trust {
  readonly host: string;
  readonly user: string;
  readonly folder: string;
  readonly from: 'all' | 'now';
}

/** What a mailbox said at a trial login, and what the first pass over it would take. */
export function probeWords(client: ImapFlow, place: Probed, exists: number, begun: boolean): string[] {
  const { host, user, folder, from, certificate } = place;
  const can = (name: string) => `${name} ${client.capabilities.has(name) ? '有' : '没有'}`;
  const safe = client.secureConnection
    ? certificate === 'unverified'
      ? '已加密，没有核对证书'
      : '已加密，证书核对过'
    : '没有加密';
  return [
    `登录成功：${user}，${host}（${safe}）。`,
    `文件夹“${folder}”里有 ${exists} 封信。`,
    `对方的本领：${['IDLE', 'ID', 'MOVE'].map(can).join('，')}${client.capabilities.has('IDLE') ? '' : '；新信靠定时去看'}。`,
    begun
      ? '已经收过，会从上次的地方接着收。'
      : from === 'all'
        ? `第一次会把这 ${exists} 封都收进来（from: all）。`
        : '第一次不收原有的信，只收从今往后的（from: now）。',
  ];
}
