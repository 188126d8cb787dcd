import {
  instant,
  Unreadable,
  type InboundMessage,
  type KeptFile,
  type MailDoor,
  type Original,
  type Reader,
  type Reading,
  type SenderCheck,
} from '@hub/domain';
import type { FileStore } from '@hub/persistence';
import type { Clock } from '../tokens';
import { ownCheckOf } from './own-check';

/** An offered message whose bytes are on the disk, and what could be read of them. */
export interface KeptMessage {
  readonly message: InboundMessage;
  readonly fileHash: string;
  readonly recordHash: string | null;
  readonly size: number;
  readonly reading: Reading | null;
  /** Why it could not be read (Chinese); null where it could. */
  readonly trouble: string | null;
  /** The attachments of the reading, whose bytes are let go: a batch of large letters must not stand in memory. */
  readonly attachments: readonly KeptFile[];
  /** What is being found out of a mail's sender while others are kept and read; null where nobody looks. */
  readonly checking: Promise<SenderCheck | null> | null;
  /** What came of it in time. */
  readonly checked: SenderCheck | null;
}

/** Longer records stand in the file store instead of the row, where sealing makes them a third longer. */
const RECORD_BYTES = 40_000;

/** Raw first: the bytes are kept before anybody tries to read them. Rows of one workbook share one original, kept once. */
export class MessageKeeper {
  private readonly kept = new WeakMap<Original, Promise<{ hash: string; size: number; bytes: Uint8Array | null }>>();

  constructor(
    private readonly files: FileStore,
    private readonly reader: Reader,
    private readonly door: MailDoor,
    private readonly clock: Clock,
  ) {}

  async keep(message: InboundMessage): Promise<KeptMessage> {
    const { hash, size, bytes } = await this.original(message);
    const record = message.record ?? null;
    const long = record !== null && Buffer.byteLength(record) > RECORD_BYTES;
    const recordHash = long ? await this.files.put(Buffer.from(record)) : null;
    const base = { message, fileHash: hash, recordHash, size, checking: null, checked: null };
    try {
      const reading = await this.reader.read(message.format, bytes ?? new Uint8Array(), record);
      const attachments: KeptFile[] = [...reading.files];
      const checking = bytes && ownCheckOf(message, reading, bytes, this.reader, this.door, instant(this.clock()));
      for (const { name, mediaType, content } of reading.attachments)
        attachments.push({ name, mediaType, size: content.byteLength, fileHash: await this.files.put(content) });
      return { ...base, reading: { ...reading, attachments: [] }, trouble: null, attachments, checking };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { ...base, reading: null, trouble: error.reason, attachments: [] };
    }
  }

  private original(message: InboundMessage): Promise<{ hash: string; size: number; bytes: Uint8Array | null }> {
    const { original } = message;
    const there = this.kept.get(original);
    if (there) return there;
    const keeping = (async () => {
      const bytes = await original.load();
      // Only mail is read from the bytes themselves; a workbook must not stay in memory with each of its rows.
      return { hash: await this.files.put(bytes), size: bytes.byteLength, bytes: message.format === 'mail' ? bytes : null };
    })();
    // A mail's bytes belong to one message and are let go with it.
    if (message.format !== 'mail') {
      this.kept.set(original, keeping);
      keeping.catch(() => this.kept.delete(original));
    }
    return keeping;
  }
}
