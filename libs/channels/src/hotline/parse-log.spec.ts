import { NoTextColumn, Unreadable, type ColumnNames } from '@hub/domain';
import { parsedWhole } from './fixture-reading';
import { label, xls, xlsFile } from './biff/fixture-xls';
import { book, row, rows, workbook, type CellFixture } from './fixture-workbook';
import { parseLog } from './parse-log';
import type { RowRecord } from './row-record';

const now = Date.parse('2026-11-24T02:00:00Z');
const parse = async (bytes: Uint8Array, columns: ColumnNames = {}) =>
  parsedWhole(await parseLog({ bytes, source: '纠风热线', columns, now }));
const csv = (text: string, columns?: ColumnNames) => parse(Buffer.from(text), columns);
const records = async (bytes: Uint8Array) => (await parse(bytes)).good.map(({ record }) => JSON.parse(record) as RowRecord);
const reasons = async (...all: readonly (readonly CellFixture[])[]) =>
  (await parse(book(...all))).bad.map(({ reason }) => reason);
const keys = async (...all: readonly (readonly CellFixture[])[]) =>
  (await parse(book(...all))).good.map(({ sourceKey }) => sourceKey);

describe('a hotline log', () => {
  it('is read below its titles, past its footer and a header printed again', async () => {
    const log = await parse(
      book(
        ['普陀区环保局纠风热线来电登记表'],
        ['2011年3月', null, '单位：件'],
        ['编号', '来电时间', '内容'],
        ['J-1', '2011-3-1 9:00', '宜川路夜里施工'],
        ['编号', '来电时间', '内容'],
        ['J-2', '2011-3-2 9:00', '曹杨路油烟'],
        ['合计：2'],
      ),
    );
    expect(log.good.map((one) => [one.row, one.sourceKey])).toEqual([
      [4, '纠风热线:J-1'],
      [6, '纠风热线:J-2'],
    ]);
    expect(log.bad).toEqual([]);
  });

  it('gives each row its fields, the time in UTC and the phone in digits', async () => {
    const dated: CellFixture = { a: 's="4"', x: '<v>40617.3888888889</v>' };
    const phone: CellFixture = { a: '', x: '<v>1.3812341234E10</v>' };
    const [first] = await records(
      book(['工单编号', '来电时间', '标题', '主要内容', '来电人', '电话'], ['A-1', dated, '油烟', '兰溪路油烟', '王女士', phone]),
    );
    expect(first).toEqual({
      row: 2,
      outsideNumber: 'A-1',
      receivedAt: '2011-03-15T01:20:00.000Z',
      subject: '油烟',
      text: '兰溪路油烟',
      name: '王女士',
      phone: '13812341234',
    });
  });

  it('keeps the leading zeros that a text has', async () => {
    const [first] = await records(Buffer.from('编号\t电话\t内容\n0017\t="02152564588"\t真如镇异味\n'));
    expect(first).toMatchObject({ outsideNumber: '0017', phone: '02152564588' });
  });

  it('names the row, the heading and the words where a date is none', async () => {
    const fault = await reasons(
      ['内容', '受理时间'],
      ['甲', '2026-11-20'],
      ['乙', ''],
      ['丙', '2026-11-21'],
      ['丁', '2026-11-21'],
      ['戊', '昨天下午'],
    );
    expect(fault).toEqual(['第 6 行“受理时间”是“昨天下午”，不是日期。请改成 2026-11-23 15:00。']);
  });

  it('does not take a date of the future or before 1990', async () => {
    const fault = await reasons(['内容', '日期'], ['甲', '2062-11-20'], ['乙', 43]);
    expect(fault).toEqual([expect.stringContaining('“2062-11-20”，不是日期'), expect.stringContaining('“43”，不是日期')]);
  });

  it('does without a date column', async () => {
    expect((await parse(book(['内容'], ['甲']))).good).toMatchObject([{ arrivedAt: null }]);
  });

  it('asks for the text where it is missing or a broken formula', async () => {
    const fault = await reasons(['编号', '主要内容'], ['A-1', null], ['A-2', { a: 't="e"', x: '<v>#REF!</v>' }]);
    expect(fault).toEqual([
      '第 2 行“主要内容”是空的。请补上内容再导入。',
      '第 3 行“主要内容”是公式错误“#REF!”。请填上原来的文字。',
    ]);
  });

  it('refuses a phone that a spreadsheet has shortened, and takes one that it has not', async () => {
    const log = await csv('内容,电话\n甲,1.38E+10\n乙,1.3812341234E+10\n');
    expect(log.bad.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^第 2 行“电话”是“1\.38E\+10”，号码的后几位已经丢了/),
    ]);
    expect(log.good.map(({ record }) => (JSON.parse(record) as RowRecord).phone)).toEqual(['13812341234']);
  });

  it('keeps the cells of a faulty row with its reason, for a person', async () => {
    const [fault] = (await csv('内容,日期,来电人\n油烟,某日,王女士\n')).bad;
    expect(JSON.parse(fault!.record)).toEqual({
      fault: fault!.reason,
      row: 2,
      cells: { 内容: '油烟', 日期: '某日', 来电人: '王女士' },
    });
    expect(fault!.sourceKey).toMatch(/^纠风热线:#[0-9a-f]{32}$/);
  });

  it('passes over lines that are only numbered', async () => {
    const log = await parse(book(['序号', '内容'], [1, '甲'], [2, null], [3, null]));
    expect([log.rows, log.bad]).toEqual([1, []]);
  });

  it('reads every visible sheet that has a header, and names the sheet of a fault', async () => {
    const log = await parse(
      workbook({
        sheets: [
          { name: '说明', xml: rows(['填表说明：每行一件。']) },
          { name: '三月', xml: rows(['编号', '内容'], ['A-1', '甲']) },
          { name: '四月', xml: rows(['编号', '内容', '日期'], ['A-2', '乙', '某日'], ['A-3', '丙']) },
        ],
      }),
    );
    expect(log.good.map(({ sourceKey }) => sourceKey)).toEqual(['纠风热线:A-1', '纠风热线:A-3']);
    expect(log.bad[0]!.reason).toContain('“四月”第 2 行“日期”');
  });

  it('without a column for the text is refused, with the headings found and wanted', async () => {
    await expect(parse(book(['编号', '承办人', '进度'], ['A-1', '张三', '办结']))).rejects.toThrow(
      /编号、承办人、进度.*“诉求内容”/s,
    );
  });

  it('without a column for the text still tells its columns, with what stands in them', async () => {
    const log = parse(book(['四月投诉登记'], ['编号', '承办人', '经过'], ['A-1', '', '楼下饭店排烟'], ['A-2', '张三', '噪声']));
    await expect(log).rejects.toBeInstanceOf(NoTextColumn);
    const { survey } = (await log.catch((error: unknown) => error)) as NoTextColumn;
    expect(survey.sheets).toMatchObject([{ taken: false, headerRow: 2 }]);
    expect(survey.sheets[0]!.columns.map(({ heading, field, example }) => [heading, field, example])).toEqual([
      ['编号', 'number', 'A-1'],
      ['承办人', null, '张三'],
      ['经过', null, '楼下饭店排烟'],
    ]);
  });

  it('of one column only is no log of which a column could be chosen', async () => {
    const error = await parse(book(['随手记'], ['今天下雨'])).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreadable);
    expect(error).not.toBeInstanceOf(NoTextColumn);
  });

  it('without any text says so in each reading where the trace stands in', async () => {
    const [first] = await records(book(['诉求编号', '办理跟踪信息'], ['A-1', '已联系市民']));
    expect(first!.remarks).toEqual(['台账里没有来件内容一栏，用的是“办理跟踪信息”。']);
  });
});

describe('the key of a row', () => {
  it('is the row’s own hash where it has no number, the same in another file, order of columns and state of work', async () => {
    const [first] = await keys(['内容', '电话', '工单状态'], ['油烟', '52564588', '办理中']);
    const [again] = await keys(['电话', '内容', '工单状态'], ['52564588', '油烟', '已办结']);
    expect(first).toMatch(/^纠风热线:#[0-9a-f]{32}$/);
    expect(again).toBe(first);
  });

  it('is not a running number: the next file begins again at 1', async () => {
    const [march] = await keys(['序号', '内容'], [1, '三月的事']);
    const [april] = await keys(['序号', '内容'], [1, '四月的事']);
    expect(march).not.toBe(april);
  });

  it('is the same for a row that stands twice', async () => {
    const [first, second] = await keys(['内容'], ['油烟'], ['油烟']);
    expect(second).toBe(first);
  });

  it('tells rows apart that share a number but not their words; the earliest keeps the number', async () => {
    const [late, early, again] = await keys(
      ['编号', '日期', '内容'],
      ['A-1', '2011-3-2', '又来电'],
      ['A-1', '2011-3-1', '油烟'],
      ['A-1', '2011-3-1', '油烟'],
    );
    expect(late).toMatch(/^纠风热线:A-1#[0-9a-f]{16}$/);
    expect([early, again]).toEqual(['纠风热线:A-1', '纠风热线:A-1']);
  });

  it('does not rely on a number that the spreadsheet has rounded', async () => {
    const log = await parse(
      workbook({ sheets: [{ xml: row(1, ['工单编号', '内容']) + row(2, [{ a: '', x: '<v>20110315000123456</v>' }, '油烟']) }] }),
    );
    expect(log.good[0]!.sourceKey).toMatch(/^纠风热线:#/);
    expect((JSON.parse(log.good[0]!.record) as RowRecord).remarks).toEqual([expect.stringContaining('15 位以后可能不对')]);
  });

  it('fits its column of 190 characters', async () => {
    const [key] = await keys(['编号', '内容'], ['长'.repeat(300), '油烟']);
    expect(key!.length).toBeLessThanOrEqual(190);
  });
});

describe('a text table', () => {
  it.each([',', ';', '\t'])('finds its delimiter %j by what is understood', async (sign) => {
    const log = await csv(
      ['编号,内容', 'A-1,"油烟，噪声; 都有\t请看"'].map((line) => line.replace(/,(?!噪)/, sign)).join('\r\n'),
    );
    expect(log.good[0]!.sourceKey).toBe('纠风热线:A-1');
  });

  it('keeps line breaks in quotes and counts rows as Excel does', async () => {
    const log = await csv('编号,内容,日期\n\nA-1,"第一行\n第二行",2011-3-1\nA-2,乙,某日\n');
    expect((JSON.parse(log.good[0]!.record) as RowRecord).text).toBe('第一行\n第二行');
    expect(log.bad[0]!.reason).toMatch(/^第 4 行/);
  });

  it('takes rows that are shorter or longer than the header, and quotes within words', async () => {
    const log = await csv('编号,内容,备注\nA-1,店名叫"老地方"\nA-2,乙,丙,丁\n');
    expect(log.good.map(({ record }) => (JSON.parse(record) as RowRecord).text)).toEqual(['店名叫"老地方"', '乙']);
  });

  it('with a quote that never ends is refused', async () => {
    await expect(csv('编号,内容\nA-1,"没有结尾\nA-2,乙\n')).rejects.toThrow(/第 2 行附近的引号/);
  });
});

describe('a file of another kind', () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
  it.each([
    [
      'an encrypted workbook',
      xlsFile(Buffer.alloc(10), 'EncryptedPackage'),
      '读不出这个文件：它是加密的工作簿。请去掉密码再试。',
    ],
    ['another old document', xlsFile(Buffer.alloc(10), 'WordDocument'), '里面没有工作簿'],
    ['the ruins of an old document', ole, '损坏了或不完整'],
    ['nothing', Buffer.alloc(0), '它是空的'],
    ['a PDF', Buffer.from('%PDF-1.4\n'), '它是 PDF'],
  ])('is refused with what would work: %s', async (_, bytes, reason) => {
    await expect(parse(bytes)).rejects.toThrow(reason);
  });

  it('is read for what it is: a text table under the name of a workbook, an old workbook under that of a new one', async () => {
    expect((await csv('编号,内容\nA-1,油烟\n')).survey.kind).toBe('text');
    const old = await parse(xls([{ name: '台账', cells: [label(0, 0, '内容'), label(1, 0, '油烟')] }]));
    expect([old.survey.kind, old.rows]).toEqual(['xls', 1]);
  });
});

describe('what a log is told to be', () => {
  it('names each sheet, whether it is taken and why, its header, its columns and the reason of each', async () => {
    const { survey } = await parse(
      workbook({
        sheets: [
          { name: '三月', xml: rows(['标题行'], ['编号', '主要内容', '天气'], ['A-1', '油烟', '晴'], ['合计', '1', null]) },
          { name: '汇总', xml: rows(['类型', '数量'], ['噪声', 12]) },
          { name: '字典', state: 'hidden', xml: rows(['内容'], ['甲']) },
        ],
      }),
    );
    expect(survey).toMatchObject({ kind: 'xlsx', rows: 1 });
    expect(survey.sheets.map(({ name, taken, headerRow, rows: all, passed }) => [name, taken, headerRow, all, passed])).toEqual([
      ['三月', true, 2, 1, 1],
      ['汇总', false, 1, 0, 0],
      ['字典', false, null, 0, 0],
    ]);
    expect(survey.sheets.map(({ reason }) => reason)).toEqual([
      '第 2 行是表头。没有找到：来电时间、来电人、电话。',
      expect.stringMatching(/没有找到写来件内容的一栏。找到的栏名是：类型、数量。/),
      expect.stringContaining('隐藏'),
    ]);
    expect(survey.sheets[0]!.columns).toEqual([
      { at: 0, heading: '编号', field: 'number', reason: '常用的名称“编号”', example: 'A-1' },
      { at: 1, heading: '主要内容', field: 'text', reason: '常用的名称“主要内容”', example: '油烟' },
      { at: 2, heading: '天气', field: null, reason: '不认识这个名称，原样保留', example: '晴' },
    ]);
  });

  it('counts hidden rows, which are taken like the others', async () => {
    const xml = `${rows(['内容'], ['甲'])}<row r="3" hidden="1"><c r="A3" t="str"><v>乙</v></c></row>`;
    const { survey, good } = await parse(workbook({ sheets: [{ xml }] }));
    expect([good.length, survey.sheets[0]!.hidden]).toEqual([2, 1]);
  });
});

describe('a sheet as people lay it out', () => {
  it('gives the rows of a merged block what stands in it, also in a header of two lines', async () => {
    const xml = rows(
      ['编号', '来电', null, '街镇', '内容'],
      [null, '来电人', '电话', null, null],
      ['A-1', '王女士', '52564588', '真如镇', '油烟'],
      ['A-2', '李先生', '52564589', null, '噪声'],
    );
    const merges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/><mergeCell ref="E1:E2"/><mergeCell ref="D3:D4"/></mergeCells>'; // prettier-ignore
    const found = await records(workbook({ sheets: [{ xml, after: merges }] }));
    expect(found.map(({ outsideNumber, name, phone, street }) => [outsideNumber, name, phone, street])).toEqual([
      ['A-1', '王女士', '52564588', '真如镇'],
      ['A-2', '李先生', '52564589', '真如镇'],
    ]);
  });

  it('has titles and headers on every page, sums and page numbers, and none of them is a submission', async () => {
    const log = await parse(
      book(
        ['十一月来电登记表'],
        ['编号', '日期', '内容'],
        ['A-1', '2026-11-02', '油烟'],
        ['本页合计：', null, '1件'],
        ['第 1 页 共 2 页'],
        ['十一月来电登记表'],
        ['编 号', '日期', '内容'],
        ['A-2', '2026-11-03', '合计费用不清楚'],
        ['总计', null, 2],
      ),
    );
    expect([log.good.map(({ row: at }) => at), log.bad, log.survey.sheets[0]!.passed]).toEqual([[3, 8], [], 5]);
  });

  it('writes numbers in full width or with a fraction of nothing, and both are the same number', async () => {
    const log = await csv('编号,电话,内容\n２０２６０１,１３８１２３４１２３４,油烟\n202602.0,52564588.0,噪声\n');
    expect(log.good.map(({ sourceKey, record }) => [sourceKey, (JSON.parse(record) as RowRecord).phone])).toEqual([
      ['纠风热线:202601', '13812341234'],
      ['纠风热线:202602', '52564588'],
    ]);
  });

  it('keeps what it does not understand, and what the office wrote into it', async () => {
    const [first] = await records(book(['内容', '天气', '答复意见'], ['油烟', '晴', '已查处']));
    expect(first!.others).toEqual({ 答复意见: '已查处', 天气: '晴' });
  });
});
