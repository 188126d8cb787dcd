import type { Instant } from '../deadline/day';

/** Why a channel brings nothing. */
export type TroubleKind = 'login' | 'throttled' | 'certificate' | 'unreachable' | 'settings' | 'layout' | 'other';

/** What stops or slows the whole hub, whichever channel. */
export type HubTroubleKind = 'nobody' | 'acknowledgements' | 'sending';

/** What anybody may hear of it: no host, account or path. */
export const TROUBLE_WORDS: Record<TroubleKind, string> = {
  login: '对方不让登录：用户名、密码（授权码）或令牌不对',
  throttled: '对方嫌来得太勤，暂时不让收',
  certificate: '对方的证书不被信任或已过期',
  unreachable: '连不上对方',
  layout: '对方的版面可能改了，读不出来件；哪里对不上见办理台的渠道页',
  settings: '渠道设置有误，或要用的文件打不开',
  other: '收件时出错，原因见办理台的渠道页',
};

export const HUB_TROUBLE_WORDS: Record<HubTroubleKind, string> = {
  nobody: '没有进程在收件和寄信',
  acknowledgements: '本小时的回执已达上限，其余顺延；可能有人大量来信',
  sending: '发信服务器不收信，要寄的信都在等；原因见办理台的待发箱',
};

export type ChannelHealth = 'idle' | 'ok' | 'retrying' | 'stopped';

export const CHANNEL_HEALTH_WORDS: Record<ChannelHealth, string> = {
  idle: '还没有收过',
  ok: '正常',
  retrying: '正在重试',
  stopped: '停了',
};

export interface ChannelFare {
  /** Failures in a row. */
  readonly failures: number;
  /** Since when there was no pass that ended well. */
  readonly failingSince: Instant | null;
  readonly lastOkAt: Instant | null;
  readonly troubleKind?: TroubleKind | null;
}

/** What does not heal by itself: somebody has to change the profile. */
const LASTING: readonly (TroubleKind | null | undefined)[] = ['layout'];

/** A line that is cut once in a while heals by itself; what lasts needs a person, who must hear of it within five minutes. */
const PATIENCE_MS = 180_000;
const PATIENCE_FAILURES = 3;

/** Whether a mail server that failed so often in a row needs a person. */
export const sendingStopped = (failures: number): boolean => failures >= PATIENCE_FAILURES;

/** How a channel fares: most failures are tried again in silence for a while, then it counts as stopped until a pass ends well. */
export function channelHealth({ failures, failingSince, lastOkAt, troubleKind }: ChannelFare, now: Date): ChannelHealth {
  if (failures === 0) return lastOkAt ? 'ok' : 'idle';
  if (LASTING.includes(troubleKind)) return 'stopped';
  const lasts = failingSince !== null && now.getTime() - Date.parse(failingSince) >= PATIENCE_MS;
  return failures >= PATIENCE_FAILURES || lasts ? 'stopped' : 'retrying';
}
