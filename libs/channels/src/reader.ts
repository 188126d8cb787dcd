import { Unreadable, type RawFormat, type Reader, type Reading } from '@hub/domain';
import { readForm } from './form/read-form';
import { readRow } from './hotline/read-row';
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

/** The intake's reader for every format; mail is read outside this thread by the reader given. */
export function createReader({ mail }: { readonly mail: BytesReader }): Reader & { close(): Promise<void> } {
  return {
    async read(format, bytes, record) {
      if (format === 'mail') return mail.read(bytes);
      if (!(format in RECORD_READERS)) throw new Unreadable(`不认识的来件格式“${String(format)}”。`);
      return readRecord(format, record);
    },
    close: () => mail.close(),
  };
}
