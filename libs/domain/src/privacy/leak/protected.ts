import type { LeakKind, LeakWeight } from './kinds';

export interface Identity {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** A text that is to leave, or the name or hidden data of a file. */
export interface LeavingPart {
  /** Where it stands, in Chinese: 正文, 附件“…”的文件名. */
  readonly where: string;
  readonly text: string;
  /** A place or a name: whoever speaks of it uses the same words, so they are nobody's own. */
  readonly plain?: boolean;
  /** The place may hold something that could not be read. */
  readonly unread?: boolean;
}

/** Whose identity is at stake. */
export interface Protected {
  readonly own: Identity;
  /** People of other appeals about the same thing. */
  readonly others: readonly Identity[];
  /** What the citizen wrote. */
  readonly letters: readonly string[];
  /** What the people of those appeals wrote. */
  readonly othersLetters?: readonly string[];
  /** Telephones and addresses of the bureau itself, which may stand anywhere. */
  readonly ours: readonly string[];
  /** Names of the bureau's people, where they are not to be told. */
  readonly staff?: readonly string[];
  /** The citizen has consented that the department learns who he is. */
  readonly consented?: boolean;
}

export interface LeakHit {
  readonly kind: LeakKind;
  readonly weight: LeakWeight;
  readonly where: string;
  /** Start in the text of the part, in UTF-16 units; and the length. */
  readonly at: number;
  readonly length: number;
  /** What was found, masked. */
  readonly excerpt: string;
}
