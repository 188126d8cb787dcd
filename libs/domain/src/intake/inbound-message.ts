import type { ChannelName, Secrecy } from '../appeal/channel';
import type { Kind } from '../appeal/kind';
import type { Topic } from '../appeal/topic';
import type { Instant } from '../deadline/day';
import type { SourceDetails } from '../desk/source-form';
import type { DeliveryReport } from './delivery-report';
import type { SenderChecker } from './sender-proofs';

/** How the bytes of a submission are to be read. */
export const RAW_FORMATS = ['mail', 'row', 'post', 'form'] as const;
export type RawFormat = (typeof RAW_FORMATS)[number];

/** Bytes as they came. Several messages of one workbook share one `Original` object, and it is stored once. */
export interface Original {
  readonly name: string;
  readonly mediaType: string;
  /** In bytes, where the door knows. */
  readonly size?: number;
  load(): Promise<Uint8Array>;
}

/**
 * What every channel hands in, whatever it came from. A channel may offer a message again (after a crash, on every pass);
 * the pair (channel, sourceKey) is registered once.
 */
export interface InboundMessage {
  readonly channel: ChannelName;
  /** The door in full, e.g. 局长信箱. */
  readonly source: string;
  /** The message's name at its source, at most 190 characters: mailbox and uid, log and order number, site and post. */
  readonly sourceKey: string;
  readonly format: RawFormat;
  readonly original: Original;
  /**
   * The part of the original that is this message, as JSON text, for formats other than `mail`: one row of a workbook, the
   * fields of a form. It is kept beside the item, so that reading can be repeated.
   */
  readonly record?: string;
  /** A hash of what it says, at most 32 characters, where its source may change it later: a known message may then say something new. */
  readonly content?: string;
  /** When it reached the bureau's door, where the door knows (IMAP INTERNALDATE, time of the form). */
  readonly arrivedAt: Instant | null;
  /** It came before its channel was set up: registered with its own date, and no acknowledgement is owed for it. */
  readonly old?: boolean;
  /** Channel `api` only. */
  readonly submission?: Submission;
  /** Where the channel stands once this message is registered; written in the same transaction. */
  readonly cursor?: ChannelCursor;
  /** Only of a site's post; a later version joins the appeal that the first one became. */
  readonly post?: PostMark;
  /** Courtesies towards the source after the commit (a flag, a move); a failure here loses nothing. */
  settle?(): Promise<void>;
}

/** The request of another system that handed it in; written in the same transaction. */
export interface Submission {
  readonly tokenId: number;
  /** SHA-256 of its Idempotency-Key, where it had one. */
  readonly keyHash: string | null;
  /** SHA-256 of all that was handed in. */
  readonly bodyHash: string;
  /** Open311: under which service, and where, in degrees as they were given. */
  readonly serviceCode: Topic | null;
  readonly latitude: string | null;
  readonly longitude: string | null;
}

/** A file whose bytes stand in the file store already. */
export interface KeptFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly fileHash: string;
}

/** Which post of a site a message is, and which of its versions. */
export interface PostMark {
  /** Name of the channel in the settings. */
  readonly channel: string;
  /** The source key of its first version. */
  readonly key: string;
  readonly id: string;
  readonly url: string;
  /** Of its words, as hex. */
  readonly hash: string;
  /** 1 is the post as it was first read. */
  readonly version: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface ChannelCursor {
  /** Name of the channel in the settings. */
  readonly channel: string;
  readonly position: string;
}

/** One who speaks for others, or for whom the citizen speaks; sealed with him. */
export interface Representative {
  readonly name: string;
  readonly phone: string;
  /** What he is where he is no representative: the one whose matter it is, or a child's guardian. */
  readonly as?: '被代理人' | '监护人';
}

export interface Party {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** 身份证号, where the citizen gave it. */
  readonly idNumber?: string;
  /** Those who came with him and speak for the others. */
  readonly representatives?: readonly Representative[];
}

/** What a member of staff wrote down beside the citizen's words. */
export interface DeskFacts {
  readonly byId: number;
  readonly byName: string;
  readonly details: SourceDetails;
  /** The opening of a box that it lay in. */
  readonly openingId?: number;
}

export const NOBODY: Party = { name: '', phone: '', email: '', address: '' };

export interface ReadAttachment {
  readonly name: string;
  /** By content where it can be told, else as declared. */
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Why a message was not written by a person at that moment: a bounce, a provider's complaint, an automatic reply, a list. */
export type Automation = 'bounce' | 'complaint' | 'auto-reply' | 'bulk';

/** What mail servers said of a letter on its way. */
export interface SpamMarks {
  /** Null where none gave one. */
  readonly score: number | null;
  readonly flagged: boolean;
}

/** What a reader makes of the bytes. Empty strings stand for what is not there. */
export interface Reading {
  readonly subject: string;
  readonly text: string;
  readonly party: Party;
  /** When the citizen says he wrote or called; the receipt date falls back on it. */
  readonly writtenAt: Instant | null;
  readonly kind: Kind | null;
  readonly secrecy: Secrecy | null;
  readonly place: string;
  readonly street: string | null;
  readonly outsideNumber: string | null;
  readonly source: string | null;
  readonly attachments: readonly ReadAttachment[];
  /** Forms only: files that came beside them. */
  readonly files: readonly KeptFile[];
  /** Mail only; Message-ID and the ids it answers, without angle brackets, nearest first. */
  readonly messageId: string | null;
  readonly answers: readonly string[];
  /** Mail only; the addresses it was sent to, lower case, for tokens in the local part. */
  readonly recipients: readonly string[];
  /** Mail only; numbers of ours that it repeats in subject or text. */
  readonly numbers: readonly string[];
  /** Mail only; false where From is missing, stands twice, or names a group or several people. */
  readonly oneSender: boolean;
  /** Mail only; the values of Authentication-Results from the top: whose they are is not known here. */
  readonly authentication: readonly string[];
  /** Mail only; it bears a signature (RFC 6376), whoever's it is and whether it holds or not. */
  readonly signed: boolean;
  /** Mail only; the values of X-Loop. */
  readonly loops: readonly string[];
  readonly automation: Automation | null;
  /** Mail only. */
  readonly spam: SpamMarks;
  /** Only of a bounce or a complaint. */
  readonly deliveryReport: DeliveryReport | null;
  /** Mail only; it was too large, so that its header alone was taken and the rest stayed in the mailbox. */
  readonly oversize: boolean;
  /** Only of what staff entered. */
  readonly desk: DeskFacts | null;
  /** Where an acknowledgement may go; empty where none may. */
  readonly replyTo: string;
  /** The letter has a look of its own besides its text. */
  readonly hasHtml: boolean;
  /** What a person should know of how it was read, in Chinese (a guessed charset, a part that could not be shown). */
  readonly remarks: readonly string[];
}

/** Thrown by a reader for input that nobody can read; the item goes to quarantine with this reason (Chinese). */
export class Unreadable extends Error {
  constructor(
    readonly reason: string,
    /** It looks as if its end were missing: it may still be being copied. */
    readonly unfinished = false,
  ) {
    super(reason);
    this.name = 'Unreadable';
  }
}

/** Reads raw bytes outside the web process's own thread; rejects with `Unreadable`, never with a crash. */
export interface Reader extends SenderChecker {
  read(format: RawFormat, bytes: Uint8Array, record: string | null): Promise<Reading>;
}

export const EMPTY_READING: Reading = {
  subject: '',
  text: '',
  party: NOBODY,
  writtenAt: null,
  kind: null,
  secrecy: null,
  place: '',
  street: null,
  outsideNumber: null,
  source: null,
  attachments: [],
  files: [],
  messageId: null,
  answers: [],
  recipients: [],
  numbers: [],
  oneSender: true,
  authentication: [],
  signed: false,
  loops: [],
  automation: null,
  spam: { score: null, flagged: false },
  deliveryReport: null,
  oversize: false,
  desk: null,
  replyTo: '',
  hasHtml: false,
  remarks: [],
};

/** What became of an offered message. */
export const INTAKE_OUTCOMES = ['new', 'joined', 'known', 'quarantined'] as const;
export type IntakeOutcome = (typeof INTAKE_OUTCOMES)[number];
