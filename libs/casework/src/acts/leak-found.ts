import { createHash } from 'node:crypto';
import { Fault, LEAK_WORDS, type Audience, type LeakHit, type LeavingPart } from '@hub/domain';

export interface LeakQuestion {
  readonly audience: Audience;
  readonly parts: readonly LeavingPart[];
  /** Letters of the citizen that stand where everybody reads them: their words may be repeated there. */
  readonly published?: readonly string[];
}

/** A text that would tell who the citizen is; bears the finds, masked, and the text as a second person may be asked about it. */
export class LeakFound extends Fault {
  constructor(
    readonly hits: readonly LeakHit[],
    readonly question: LeakQuestion,
    hint = '请改掉再发；确有必要的，提请第二人复核并写明理由。',
  ) {
    const kinds = [...new Set(hits.map(({ kind }) => LEAK_WORDS[kind]))].join('、');
    super('refused', 'leak-found', `没有发出：文字里有${kinds}。`, hint);
  }
}

/** The very text that was looked at, so that a changed one is looked at again. */
export const leakHash = (parts: readonly LeavingPart[]): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.map(({ text }) => text.trim()).filter(Boolean)))
    .digest('hex');
