import type { Instant } from '@hub/domain';

/** What a mailer needs of a letter; a row of the outbox has it all. */
export interface OutgoingLetter {
  readonly kind: string;
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly replyTo: string | null;
  /** Sent by the system, not by a person. */
  readonly automated: boolean;
  /** Becomes the letter's Date, so that a second try is the same letter to the byte. */
  readonly createdAt: Instant;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Takes a letter to the outside, or throws Undelivered. */
export interface Mailer {
  send(letter: OutgoingLetter): Promise<void>;
}

/**
 * - `letter`: this letter will never be taken; trying again would not help.
 * - `later`: this letter was not taken now.
 * - `server`: nothing can be sent now, this letter or another.
 */
export type Obstacle = 'letter' | 'later' | 'server';

/** The letter did not go out, or nobody knows. The message is Chinese, without the recipient's address. */
export class Undelivered extends Error {
  constructor(
    readonly obstacle: Obstacle,
    message: string,
  ) {
    super(message);
    this.name = 'Undelivered';
  }
}
