import { Unreadable } from '@hub/domain';
import { createMailReader, type MailReader, type MailReaderOptions } from './mail-reader';

const PLAIN = Buffer.from('From: li@example.com\r\nSubject: a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n油烟');
/** Text that keeps a thread busy for some seconds and takes several times its size of memory. */
const HEAVY = Buffer.concat([
  Buffer.from('From: li@example.com\r\nContent-Type: text/html\r\n\r\n'),
  Buffer.alloc(24 << 20, '<p>a&amp;<b class="x" id="y">\n'),
]);

describe('the mail reader', () => {
  const readers: MailReader[] = [];
  const reader = (options: MailReaderOptions = {}) => {
    const made = createMailReader(options);
    readers.push(made);
    return made;
  };
  afterAll(() => Promise.all(readers.map((one) => one.close())));

  it('answers each of many mails with its own reading, in any number of threads', async () => {
    const pool = reader({ threads: 2 });
    const mails = Array.from({ length: 500 }, (_one, index) =>
      Buffer.from(`From: li@example.com\r\nSubject: n${index}\r\n\r\nx`),
    );
    const readings = await Promise.all(mails.map((mail) => pool.read(mail)));
    expect(readings.map(({ subject }) => subject)).toEqual(mails.map((_mail, index) => `n${index}`));
  });

  it('leaves the bytes with the caller', async () => {
    const bytes = Buffer.from(PLAIN);
    await reader().read(bytes);
    expect(bytes).toEqual(PLAIN);
  });

  it('hands over attachments whole', async () => {
    const content = Buffer.alloc(300_000, 'ab');
    const mail = Buffer.from(
      `From: a@example.com\r\nContent-Type: application/x; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}`,
    );
    const { attachments } = await reader().read(mail);
    expect(Buffer.from(attachments[0]!.content).equals(content)).toBe(true);
  });

  it('gives a mail up at its deadline and reads the others', async () => {
    const short = reader({ deadlineMs: 150, memoryMb: 1_024 });
    await short.read(PLAIN);
    const [heavy, after, last] = await Promise.allSettled([short.read(HEAVY), short.read(PLAIN), short.read(PLAIN)]);
    expect(heavy).toMatchObject({ status: 'rejected', reason: new Unreadable('0.15 秒内没有读完，已经停下。') });
    expect([after.status, last.status]).toEqual(['fulfilled', 'fulfilled']);
  });

  it('gives one hanging letter up among twenty good ones, which are all read', async () => {
    const short = reader({ deadlineMs: 300, memoryMb: 1_024 });
    await short.read(PLAIN);
    const letters = Array.from({ length: 21 }, (_one, at) => (at === 7 ? HEAVY : PLAIN));
    const outcomes = await Promise.allSettled(letters.map((letter) => short.read(letter)));
    expect(outcomes.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([7]);
  });

  it('does not blame a mail for a time in which the whole process stood still', async () => {
    const short = reader({ deadlineMs: 1_500 });
    await short.read(PLAIN);
    const reading = short.read(PLAIN);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_600);
    await expect(reading).resolves.toMatchObject({ text: '油烟' });
  });

  it('gives a mail up that takes too much memory and reads the others', async () => {
    const small = reader({ memoryMb: 12 });
    const [heavy, after] = await Promise.allSettled([small.read(HEAVY), small.read(PLAIN)]);
    expect(heavy).toMatchObject({ status: 'rejected', reason: new Unreadable('读这封邮件要用的内存太多，已经停下。') });
    expect(after).toMatchObject({ status: 'fulfilled', value: { text: '油烟' } });
  });

  it('refuses a mail over the limit without reading it', async () => {
    await expect(reader({ maxBytes: 1 << 20 }).read(Buffer.alloc((1 << 20) + 1))).rejects.toThrow(
      '邮件超过 1 MB 的上限，没有读；请下载原件查看。',
    );
  });

  it('gives the reason of an unreadable mail', async () => {
    await expect(reader().read(Buffer.alloc(10))).rejects.toEqual(new Unreadable('文件是空的，没有内容。'));
  });

  it('leaves nobody waiting when it is closed', async () => {
    const closing = createMailReader();
    const waiting = Promise.allSettled([closing.read(HEAVY), closing.read(PLAIN)]);
    await closing.close();
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
