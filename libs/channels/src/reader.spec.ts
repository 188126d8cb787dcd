import { EMPTY_READING, type RawFormat, Unreadable } from '@hub/domain';
import { createReader } from './reader';

describe('the reader of every format', () => {
  let closed = false;
  const mail = {
    read: (bytes: Uint8Array) => Promise.resolve({ ...EMPTY_READING, text: `mail of ${bytes.length}` }),
    close: () => Promise.resolve(void (closed = true)),
  };
  const reader = createReader({ mail });
  const read = async (format: RawFormat, record: string | null) => (await reader.read(format, Buffer.from('1234'), record)).text;

  it('sends mail to the mail reader and every other format to its own', async () => {
    expect(await read('mail', null)).toBe('mail of 4');
    expect(await read('row', '{"row":2,"text":"一行"}')).toBe('一行');
    expect(await read('post', '{"id":"1","url":"http://a/","text":"一帖"}')).toBe('一帖');
    expect(await read('form', '{"text":"一表"}')).toBe('一表');
  });

  it.each(['row', 'post', 'form'] as const)('rejects a %s without its record as unreadable', async (format) => {
    await expect(read(format, null)).rejects.toThrow(Unreadable);
  });

  it('closes the mail reader', async () => {
    await reader.close();
    expect(closed).toBe(true);
  });
});
