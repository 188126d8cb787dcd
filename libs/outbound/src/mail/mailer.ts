import type { Instant, LetterKind } from '@hub/domain';

/** What a mailer needs of a letter; a row of the outbox has it all. */
export interface OutgoingLetter {
  readonly kind: LetterKind;
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly replyTo: string | null;
  /** The envelope's sender, to which reports of delivery go. */
  readonly returnPath: string | null;
  /** Neither sender nor subject names the bureau. */
  readonly discreet: boolean;
  /** Sent by the system, not by a person. */
  readonly automated: boolean;
  /** Becomes the letter's Date, so that a second try is the same letter to the byte. */
  readonly createdAt: Instant;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
  /** Stands over the HTML part; without it the name. */
  readonly bureau?: string;
  /** Only links into this site are links in the HTML part. */
  readonly publicUrl?: string;
  /** In place of the name where a letter is not to tell whom it is from. */
  readonly discreetName?: string;
}

/** Takes a letter to the outside, or throws Undelivered. The signal says that its time is over. */
export interface Mailer {
  send(letter: OutgoingLetter, signal?: AbortSignal): Promise<void>;
  /** Lets go of connections; a later letter opens them again. */
  close?(): void;
}

/**
 * - `letter`: this letter will never be taken; trying again would not help.
 * - `later`: this letter was not taken now.
 * - `server`: nothing can be sent now, this letter or another.
 */
export type Obstacle = 'letter' | 'later' | 'server';

/** The letter did not go out, or nobody knows. The message is Chinese, without the recipient's address. */
export class Undelivered extends Error {
  /** The whole letter was handed over and no answer came: it may have arrived. */
  doubtful = false;
  /** The refusal is about the recipient's domain or server and not about him: what else goes there waits as well. */
  ofDomain = false;

  constructor(
    readonly obstacle: Obstacle,
    message: string,
    marks: { readonly doubtful?: boolean; readonly ofDomain?: boolean } = {},
  ) {
    super(message);
    this.name = 'Undelivered';
    Object.assign(this, marks);
  }
}
