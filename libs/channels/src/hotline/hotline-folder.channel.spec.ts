import { type InboundMessage, type LogRow, type OpenLog, type Original, Unreadable } from '@hub/domain';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastValueFrom, toArray } from 'rxjs';
import { HotlineFolderChannel } from './hotline-folder.channel';
import { readRow } from './read-row';

/** Stands for the reader in its thread: a file's words are its rows, `坏` is a file that nobody can read. */
class WordReader {
  readonly maxBytes = 1000;
  reads = 0;
  open({ name, bytes }: { name: string; bytes: Uint8Array }, source: string): Promise<OpenLog> {
    this.reads++;
    const words = Buffer.from(bytes).toString().split(' ');
    if (words.includes('坏')) return Promise.reject(new Unreadable('读不出这个文件：坏的。'));
    if (words.includes('断')) return Promise.reject(new Unreadable('读不出这个文件：断了。', true));
    const original: Original = { name, mediaType: 'text/csv', load: () => Promise.resolve(bytes) };
    const rows = words.map((word, at): LogRow => ({
      sheet: '',
      row: at + 1,
      fault: word.startsWith('错') ? word : null,
      message: { channel: 'hotline', source, sourceKey: word, format: 'row', original, record: '{}', arrivedAt: null },
    }));
    return Promise.resolve({
      survey: { kind: 'text', rows: rows.length, sheets: [] },
      async *rows() {
        for (const row of rows) yield [row];
      },
      close: () => Promise.resolve(),
    });
  }
}

describe('a folder of hotline logs', () => {
  let path: string;
  let reader: WordReader;
  let channel: HotlineFolderChannel;
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'hotline-'));
    reader = new WordReader();
    channel = new HotlineFolderChannel({ name: 'line', source: '纠风热线', path, reader });
  });
  afterEach(() => rm(path, { recursive: true }));

  const long = new Date(Date.now() - 60_000);
  const drop = async (name: string, words: string, at = long) => {
    await writeFile(join(path, name), words);
    await utimes(join(path, name), at, at);
  };
  const pass = (from = channel) => lastValueFrom(from.messages().pipe(toArray()), { defaultValue: [] });
  const keys = async () => (await pass()).map(({ sourceKey }) => sourceKey);
  const settle = async (messages: readonly InboundMessage[]) =>
    void (await Promise.all(messages.map((message) => message.settle!())));

  it('offers the rows of every file, the oldest name first, and the faulty ones too', async () => {
    await drop('2011-04.csv', '丙');
    await drop('2011-03.csv', '甲 错 乙');
    expect(await keys()).toEqual(['甲', '错', '乙', '丙']);
  });

  it('offers them again until all are settled, and then not before the file changes', async () => {
    await drop('a.csv', '甲 乙');
    const first = await pass();
    await settle(first.slice(0, 1));
    expect(await keys()).toEqual(['甲', '乙']);
    await settle(await pass());
    const { reads } = reader;
    expect([await keys(), reader.reads]).toEqual([[], reads]);
    await drop('a.csv', '甲 乙 丙', new Date(Date.now() - 30_000));
    expect(await keys()).toEqual(['甲', '乙', '丙']);
  });

  it('waits for a file that is still being written', async () => {
    await drop('a.csv', '甲', new Date());
    const growing = setTimeout(() => void drop('a.csv', '甲 乙', new Date()), 500);
    expect(await keys()).toEqual([]);
    clearTimeout(growing);
    await drop('a.csv', '甲 乙');
    expect(await keys()).toEqual(['甲', '乙']);
  });

  it('offers a file that nobody can read as one message with its reason, and goes on', async () => {
    await drop('a.csv', '坏');
    await drop('b.csv', '甲');
    const [broken, next] = await pass();
    expect(broken).toMatchObject({
      channel: 'hotline',
      format: 'row',
      sourceKey: expect.stringMatching(/^纠风热线:file:[0-9a-f]{32}$/),
    });
    expect(Buffer.from(await broken!.original.load()).toString()).toBe('坏');
    expect(() => readRow(broken!.record!)).toThrow('读不出这个文件：坏的。');
    expect(next!.sourceKey).toBe('甲');
  });

  it('names the same unreadable file by the same key in every pass', async () => {
    await drop('a.csv', '坏');
    const [first] = await pass();
    const [again] = await pass(new HotlineFolderChannel({ name: 'line', source: '纠风热线', path, reader }));
    expect(again!.sourceKey).toBe(first!.sourceKey);
  });

  it('does not load a file above the limit', async () => {
    await drop('a.csv', '长'.repeat(1000));
    const [message] = await pass();
    expect(reader.reads).toBe(0);
    expect(() => readRow(message!.record!)).toThrow('超过');
    expect((await message!.original.load()).length).toBeLessThan(200);
  });

  it('leaves lock files, hidden files and half downloads alone', async () => {
    for (const name of ['~$a.xlsx', '.gitkeep', 'a.xlsx.part']) await drop(name, '甲');
    expect(await keys()).toEqual([]);
  });

  it('makes its folder where it is missing', async () => {
    const inner = new HotlineFolderChannel({ name: 'line', source: '纠风热线', path: join(path, '新', '夹'), reader });
    expect(await pass(inner)).toEqual([]);
  });

  it('says what to do where its folder cannot be opened', async () => {
    await drop('file', '甲');
    const wrong = new HotlineFolderChannel({ name: 'line', source: '纠风热线', path: join(path, 'file'), reader });
    await expect(pass(wrong)).rejects.toThrow(/“纠风热线”的文件夹 .* 打不开/);
  });

  it('passes a trouble of ours on, since it is not the file’s', async () => {
    await drop('a.csv', '甲');
    reader.open = () => Promise.reject(new Error('台账读取中断了。'));
    await expect(pass()).rejects.toThrow('台账读取中断了');
  });
});
