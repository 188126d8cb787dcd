import { Unreadable, type RawFormat, type Reader, type Reading } from '@hub/domain';
import { readForm } from './form/read-form';
import { readRow } from './hotline/read-row';
import { type ClosableSenderChecker, createSenderChecker } from './mailbox/sender/sender-checker';
import { readPost } from './site/read-post';

export interface BytesReader {
  read(bytes: Uint8Array): Promise<Reading>;
  close(): Promise<void>;
}

const RECORD_READERS: Record<Exclude<RawFormat, 'mail'>, (record: string | null) => Reading> = {
  row: readRow,
  post: readPost,
  form: readForm,
};

/** Reads what was cut out of its original when it came in: rows, posts and forms. Throws `Unreadable`. */
export const readRecord = (format: Exclude<RawFormat, 'mail'>, record: string | null): Reading => RECORD_READERS[format](record);

/** The intake's reader for every format; mail is read, and its sender checked, outside this thread by those given. */
export function createReader({
  mail,
  senders = createSenderChecker(null),
}: {
  readonly mail: BytesReader;
  readonly senders?: ClosableSenderChecker;
}): Reader & { close(): Promise<void> } {
  return {
    async read(format, bytes, record) {
      if (format === 'mail') return mail.read(bytes);
      if (!(format in RECORD_READERS)) throw new Unreadable(`不认识的来件格式“${String(format)}”。`);
      return readRecord(format, record);
    },
    check: (bytes, letter) => senders.check(bytes, letter),
    close: async () => void (await Promise.all([mail.close(), senders.close()])),
  };
}
