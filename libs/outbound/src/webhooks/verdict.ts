import { instant } from '@hub/domain';
import type { WebhookResult } from '@hub/persistence';
import { MAX_ATTEMPTS, nextTry } from '../next-try';

/** What the other side said, or why it said nothing. */
export type WebhookOutcome =
  | { readonly status: number; readonly retryAfter: string | undefined }
  | { readonly trouble: string; readonly hopeless?: boolean };

const DAY_MS = 86_400_000;
const GIVEN_UP_MS = 3 * DAY_MS;
const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 15 * 60_000;
const LONGEST_ASKED_MS = 3_600_000;

/** RFC 9110 section 10.2.3, as seconds; as long as an hour. */
const askedMs = (header: string | undefined): number =>
  header && /^\d{1,7}$/.test(header) ? Math.min(Number(header) * 1000, LONGEST_ASKED_MS) : 0;

/**
 * What a try means: taken is 2xx and nothing else. The address rests longer with each failure, so that one that hangs is
 * not asked for every event; what was not taken within three days or twelve tries waits for a person.
 */
export function webhookResult(
  { attempts, owedSince, failures }: { readonly attempts: number; readonly owedSince: string; readonly failures: number },
  outcome: WebhookOutcome,
  at: number,
): WebhookResult {
  const now = instant(at);
  if ('status' in outcome && outcome.status >= 200 && outcome.status < 300)
    return {
      delivery: { state: 'sent', lastError: null, sentAt: now },
      target: { failures: 0, openAt: now, lastError: null, lastOkAt: now },
    };
  const gone = 'status' in outcome && outcome.status === 410;
  const lastError = 'trouble' in outcome ? outcome.trouble : wordsOf(outcome.status);
  const over = gone || attempts >= MAX_ATTEMPTS || at - Date.parse(owedSince) > GIVEN_UP_MS;
  const hopeless = 'trouble' in outcome && outcome.hopeless === true;
  const rest = Math.max(
    Math.min(FIRST_REST_MS * 2 ** failures, LONGEST_REST_MS),
    'status' in outcome ? askedMs(outcome.retryAfter) : 0,
  );
  return {
    delivery: { state: over || hopeless ? 'dead' : 'pending', lastError, sentAt: null, nextAt: nextTry(attempts, at) },
    target: { failures: failures + 1, openAt: instant(at + rest), lastError, ...(gone ? { active: false } : {}) },
  };
}

function wordsOf(status: number): string {
  if (status === 410) return '对方说这个地址不再接收（410），已停用。';
  if (status >= 300 && status < 400) return `对方要转到别的地址（${status}），没有跟去：请把订阅改成最终的地址。`;
  return `对方没有收下（${status}）。`;
}
