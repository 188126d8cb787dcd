import type { Reading } from '@hub/domain';

export interface MailReaderOptions {
  readonly threads?: number;
  /** How long one mail may take, in milliseconds. */
  readonly deadlineMs?: number;
  readonly maxBytes?: number;
  readonly memoryMb?: number;
}

export interface MailReader {
  /** Rejects with `Unreadable`, never with a crash. The bytes stay the caller's. */
  read(bytes: Uint8Array): Promise<Reading>;
  close(): Promise<void>;
}

export function createMailReader(_options: MailReaderOptions = {}): MailReader {
  throw new Error('The threads come with the next slice.');
}
