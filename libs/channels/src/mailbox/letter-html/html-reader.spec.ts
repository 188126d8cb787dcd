import { createHtmlReader } from './html-reader';

const letter = (html: string) => Buffer.from(`From: li@example.com\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`);
/** A letter that keeps a thread busy for longer than a few milliseconds. */
const HEAVY = letter('<p>a&amp;<b class="x">b</b></p>'.repeat(8_000));

describe('the reader of HTML letters', () => {
  const reader = createHtmlReader();
  afterAll(() => reader.close());

  it('answers each letter with its own look', async () => {
    const answers = await Promise.all(['一', '二'].map((word) => reader.read(letter(`<p>${word}</p>`))));
    expect(answers.map(({ html }) => html)).toEqual(['<p>一</p>', '<p>二</p>']);
  });

  it('gives up on a letter at its deadline and reads the next', async () => {
    const short = createHtmlReader({ deadlineMs: 1 });
    expect(await short.read(HEAVY)).toEqual({ html: null, remark: expect.stringContaining('请看正文') });
    await short.close();
    expect((await reader.read(letter('<p>x</p>'))).html).toBe('<p>x</p>');
  });

  it('leaves nobody waiting when it is closed', async () => {
    const closing = createHtmlReader();
    const waiting = Promise.allSettled([closing.read(HEAVY), closing.read(HEAVY)]);
    await closing.close();
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
