import { Unreadable } from '@hub/domain';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWhole } from './fixture-reading';
import { book, row, workbook, zip } from './fixture-workbook';
import { createLogReader, type ClosableLogReader } from './log-reader';
import { readRow } from './read-row';

const MEGABYTE = 1 << 20;
let reader: ClosableLogReader;
beforeAll(() => void (reader = createLogReader({ maxBytes: 20 * MEGABYTE, columns: { 答复表: { text: ['答复意见'] } } })));
afterAll(() => reader.close());
const read = async (bytes: Uint8Array, name = '台账.xlsx', source = '纠风热线') =>
  readWhole(await reader.open({ name, bytes }, source));

describe('the reader of hotline logs', () => {
  it('gives a message for each good row and a fault for each other, all of one original', async () => {
    const bytes = book(['编号', '来电时间', '内容'], ['A-1', '2011-3-1 9:00', '兰溪路油烟'], ['A-2', '前天', '曹杨路噪声']);
    const log = await read(bytes);
    expect(log.rows).toBe(2);
    expect(log.messages).toEqual([
      {
        channel: 'hotline',
        source: '纠风热线',
        sourceKey: '纠风热线:A-1',
        format: 'row',
        original: log.messages[0]!.original,
        record: expect.any(String),
        content: expect.stringMatching(/^[0-9a-f]{32}$/),
        arrivedAt: '2011-03-01T01:00:00.000Z',
      },
    ]);
    expect(log.faults).toMatchObject([{ row: 3, reason: expect.stringContaining('“前天”') }]);
    expect(log.faults[0]!.message.original).toBe(log.messages[0]!.original);
    expect(log.messages[0]!.original).toMatchObject({ name: '台账.xlsx', mediaType: expect.stringContaining('spreadsheetml') });
    expect(await log.messages[0]!.original.load()).toEqual(bytes);
  });

  it("gives a fault's own reason when its message is read", async () => {
    const { faults } = await read(book(['来电时间', '内容'], ['前天', '噪声']));
    expect(() => readRow(faults[0]!.message.record!)).toThrow(faults[0]!.reason);
  });

  it('refuses a file above its size before opening it', async () => {
    await expect(read(Buffer.alloc(20 * MEGABYTE + 1))).rejects.toThrow('超过 20 MB');
  });

  it('gives up at its deadline', async () => {
    const hasty = createLogReader({ maxBytes: MEGABYTE, deadlineMs: 1 });
    await expect(hasty.open({ name: 'a.xlsx', bytes: book(['内容'], ['甲']) }, '12345')).rejects.toThrow(Unreadable);
    await hasty.close();
  });

  it('lets others have their turn between its pieces, however busy its reader is', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `P-${at},真如镇第 ${at} 件`);
    const log = await reader.open({ name: 'a.csv', bytes: Buffer.from(['编号,内容', ...rows].join('\n')) }, '12345');
    let [turns, counting] = [0, true];
    const turn = (): void => {
      turns += 1;
      if (counting) setImmediate(turn);
    };
    turn();
    const turnsAt: number[] = [];
    for await (const _ of log.rows()) {
      turnsAt.push(turns);
      for (const until = performance.now() + 20; performance.now() < until;);
    }
    counting = false;
    expect(turnsAt.filter((at, piece) => at === turnsAt[piece - 1])).toEqual([]);
    expect(turnsAt.length).toBe(30);
  });

  it('says which field of the settings it does not know', () => {
    expect(() => createLogReader({ maxBytes: 1, columns: { '12345': { 内容: ['诉求'] } as never } })).toThrow(
      '“12345”的 columns 里没有“内容”这一项',
    );
  });
});

describe('a hostile workbook', () => {
  const withSheet = (content: Buffer | string, claims?: number) =>
    zip([...PARTS, { name: 'xl/worksheets/sheet1.xml', content, ...(claims ? { claims } : {}) }]);
  const PARTS = [
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="s" Type="/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
  ];
  const start = '<worksheet><sheetData>';

  it('that inflates to 200 MB is refused by its claim', async () => {
    const bomb = withSheet(Buffer.concat([Buffer.from(start), Buffer.alloc(200 * MEGABYTE, ' ')]));
    expect(bomb.length).toBeLessThan(MEGABYTE);
    await expect(read(bomb)).rejects.toThrow(/解压后超过 64 MB/);
  }, 20_000);

  it('that claims to be small is stopped while it inflates', async () => {
    await expect(read(withSheet(Buffer.concat([Buffer.from(start), Buffer.alloc(100 * MEGABYTE, ' ')]), 1000))).rejects.toThrow(
      Unreadable,
    );
  }, 20_000);

  it('of a million rows is refused', async () => {
    const million = `${start}${row(1, ['内容'])}${'<row><c t="str"><v>a</v></c></row>'.repeat(1_000_000)}</sheetData></worksheet>`;
    await expect(read(withSheet(million))).rejects.toThrow('超过 20 万行');
  }, 20_000);

  it('that only claims a million rows is read for what it holds', async () => {
    const sheets = [{ before: '<dimension ref="A1:XFD1048576"/>', xml: row(1, ['内容']) + row(1_048_576, ['最后一行']) }];
    expect((await read(workbook({ sheets }))).messages).toHaveLength(1);
  });

  it('of two thousand parts and more is refused', async () => {
    const parts = Array.from({ length: 2_100 }, (_, at) => ({ name: `xl/media/${at}.png`, content: '' }));
    await expect(read(zip([...PARTS, ...parts]))).rejects.toThrow('2102 个文件');
  });

  it('of elements without end within one another is refused', async () => {
    await expect(read(withSheet(start + '<a>'.repeat(500_000)))).rejects.toThrow('层数太多');
  });

  it('that repeats a long string in every row is refused', async () => {
    const strings = `<si><t>${'内容很长'.repeat(8_000)}</t></si>`;
    const xml = row(1, ['内容']) + '<row><c t="s"><v>0</v></c></row>'.repeat(150_000);
    await expect(read(workbook({ sheets: [{ xml }], strings }))).rejects.toThrow('文字太多');
  }, 20_000);

  it('does not keep the next file from being read', async () => {
    const [bad, good] = await Promise.allSettled([read(withSheet(start)), read(book(['内容'], ['甲']))]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
  });
});

describe('real logs (YXT_REAL_DATA)', () => {
  const folder = join(process.env['YXT_REAL_DATA'] ?? '../shared/data', 'teddy-c');
  const real = existsSync(folder) ? it : it.skip;

  real.each([
    ['附件3_share.xlsx', 2872, '2019-01-31T12:17:32.000Z'],
    ['附件3_share_gbk.csv', 2872, '2019-01-31T12:17:32.000Z'],
    ['附件4_share.xlsx', 1959, '2019-04-08T00:37:20.000Z'],
  ])('%s gives a message for each of its %i rows, with its date', async (name, count, fourth) => {
    const log = await read(readFileSync(join(folder, name)), name);
    expect(log.faults).toEqual([]);
    expect(new Set(log.messages.map(({ sourceKey }) => sourceKey)).size).toBe(count);
    expect(log.messages[3]!.arrivedAt).toBe(fourth);
    expect(log.messages.filter(({ arrivedAt }) => arrivedAt === null)).toEqual([]);
  });

  real('the workbook and its text table say the same, but for signs that GBK lacks', async () => {
    const [xlsx, csv] = await Promise.all(
      ['附件3_share.xlsx', '附件3_share_gbk.csv'].map((name) => read(readFileSync(join(folder, name)), name)),
    );
    const known = (log: typeof xlsx) => log!.messages.map(({ sourceKey, arrivedAt }) => `${sourceKey} ${arrivedAt}`);
    expect(known(csv)).toEqual(known(xlsx));
  });

  real('a table that holds answers only is taken by them, and each row says so', async () => {
    const name = 'excel_saved_gbk_share.csv';
    const log = await read(readFileSync(join(folder, name)), name);
    expect(log.messages).toHaveLength(1959);
    expect(readRow(log.messages[0]!.record!).remarks).toEqual([expect.stringContaining('答复意见')]);
  });
});
