import { Logger } from '@nestjs/common';
import { Fault, type FaultKind } from '@hub/domain';
import { databaseTrouble, isUnreachable } from '@hub/persistence';

const STATUS: Partial<Record<FaultKind, number>> = { forbidden: 403, limited: 429, unavailable: 503, missing: 404 };
const sentence = (words: string): string => (/[。？]$/.test(words) ? words : `${words}。`);

/** What the citizen is told when a service says no; the inside of an unforeseen error stays in the log. */
export function refusalOf(error: unknown): { status: number; words: string } {
  if (error instanceof Fault) {
    return {
      status: STATUS[error.kind] ?? 422,
      words: [error.message, error.hint]
        .filter(Boolean)
        .map((one) => sentence(one!))
        .join(''),
    };
  }
  if (isUnreachable(error)) {
    new Logger('Portal').error(databaseTrouble(error));
    return { status: 503, words: '系统正在维护，这一次没有存下。请过几分钟再按一次。' };
  }
  new Logger('Portal').error(error instanceof Error ? error.stack : String(error));
  return { status: 500, words: '我们这边出了点问题，请过几分钟再按一次。' };
}
