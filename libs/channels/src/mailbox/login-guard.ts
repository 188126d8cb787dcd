import { createHash } from 'node:crypto';
import { ChannelTrouble } from '../channel-trouble';

interface Refusal {
  readonly until: number;
  readonly trouble: ChannelTrouble;
}

/** By account and secret: whoever in this process opens the same mailbox, and for whatever letter, waits too. */
const refused = new Map<string, Refusal>();

export const loginKey = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Providers lock accounts that knock on with a wrong password, so what was refused is not said again before its time. */
export function checkLogin(key: string, now = performance.now()): void {
  const refusal = refused.get(key);
  if (!refusal) return;
  const { kind, message } = refusal.trouble;
  if (now < refusal.until) throw new ChannelTrouble(message, kind, Math.ceil(refusal.until - now), refusal.trouble);
  refused.delete(key);
}

export function noteRefusal(key: string, error: unknown, now = performance.now()): void {
  if (error instanceof ChannelTrouble && error.holdMs > 0) refused.set(key, { until: now + error.holdMs, trouble: error });
}
