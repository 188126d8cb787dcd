import type { TroubleKind } from '@hub/domain';

/** What keeps a channel from its messages, in a Chinese sentence that says what to do. */
export class ChannelTrouble extends Error {
  constructor(
    message: string,
    readonly kind: TroubleKind = 'other',
    /** The other side is to be left alone for so many milliseconds at least. */
    readonly holdMs = 0,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

export interface ChannelFailure {
  readonly message: string;
  readonly kind: TroubleKind;
  readonly holdMs: number;
}

/** A failed pass as it is kept. */
export const failureOf = (error: unknown): ChannelFailure => {
  if (error instanceof ChannelTrouble) return { message: error.message, kind: error.kind, holdMs: error.holdMs };
  return { message: error instanceof Error ? error.message : String(error), kind: 'other', holdMs: 0 };
};
