import { Unreadable } from '@hub/domain';
import {
  formula,
  hiddenRow,
  label,
  merged,
  number,
  record,
  rk,
  shared,
  u16,
  u32,
  wide,
  xls,
  xlsFile,
  xlsStream,
} from './fixture-xls';
import { openXls } from './open-xls';

async function cellsOf(bytes: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const sheet of openXls(bytes))
    for await (const some of sheet.rows())
      for (const { row, cells } of some) cells.forEach((cell, column) => (found[`${row}.${column}`] = cell.text));
  return found;
}
const one = (...cells: readonly Buffer[]) => xls([{ name: '台账', cells }]);

describe('an old workbook (.xls)', () => {
  it('gives texts, numbers, whole numbers of 30 bits and their hundredths', async () => {
    const cells = [
      label(0, 0, '真如镇'),
      number(0, 1, 13812341234),
      rk(1, 0, (20110315 << 2) | 2),
      rk(1, 1, (12345 << 2) | 3),
      record(0xbd, u16(2, 0), u16(0), u32((7 << 2) | 2), u16(0), u32((8 << 2) | 2), u16(1)),
    ];
    expect(await cellsOf(one(...cells))).toEqual({
      '1.0': '真如镇',
      '1.1': '13812341234',
      '2.0': '20110315',
      '2.1': '123.45',
      '3.0': '7',
      '3.1': '8',
    });
  });

  it('shows dates by the style of their cell, counted from 1900 or from 1904', async () => {
    const cells = [number(0, 0, 40617.5, 1), number(0, 1, 40617, 2), number(0, 2, 40617)];
    expect(await cellsOf(one(...cells))).toEqual({ '1.0': '2011-03-15 12:00:00', '1.1': '2011-03-15', '1.2': '40617' });
    const from1904 = xls([{ name: '台账', cells: [number(0, 0, 39155, 1)] }], [record(0x22, u16(1))]);
    expect(await cellsOf(from1904)).toEqual({ '1.0': '2011-03-15' });
  });

  it('gives what formulas came to: a number, a text, a truth, an error', async () => {
    const special = (kind: number, value = 0) => Buffer.from([kind, 0, value, 0, 0, 0, 0xff, 0xff]);
    const three = Buffer.alloc(8);
    three.writeDoubleLE(3);
    const cells = [
      formula(0, 0, three),
      formula(0, 1, special(0)),
      record(0x207, u16(4), wide('夜间施工')),
      formula(0, 2, special(1, 1)),
      formula(0, 3, special(2, 0x17)),
    ];
    expect(await cellsOf(one(...cells))).toEqual({ '1.0': '3', '1.1': '夜间施工', '1.2': 'TRUE', '1.3': '#REF!' });
  });

  it.each([1, 2, 3, 5, 8, 13, 22, 30, 36])(
    'joins shared texts that go on in the next record, which says their width anew (cut after %i)',
    async (cut) => {
      // The first text changes its width where it is cut; the second has formatting runs and phonetics behind it.
      const first = 'ABCDEFGH';
      const rich = Buffer.concat([u16(3), Buffer.from([1 | 8 | 4]), u16(1), u32(6), Buffer.from('兰溪路', 'utf16le')]);
      const behind = Buffer.concat([u16(0, 0), Buffer.from('abcdef')]);
      const head = Buffer.concat([u32(2), u32(2), u16(first.length), Buffer.from([0]), Buffer.from(first)]);
      const body = Buffer.concat([head, rich, behind]);
      const start = 8 + 3;
      const inFirst = cut > 3 && cut < 3 + first.length;
      const at = 8 + cut;
      const table = inFirst
        ? [
            record(0xfc, body.subarray(0, at)),
            record(0x3c, Buffer.from([1]), Buffer.from(first.slice(at - start), 'utf16le'), rich, behind),
          ]
        : [record(0xfc, body.subarray(0, at)), record(0x3c, ...continued(body, at, start + first.length))];
      const bytes = xls([{ name: '台账', cells: [shared(0, 0, 0), shared(0, 1, 1)] }], table);
      expect(await cellsOf(bytes)).toEqual({ '1.0': 'ABCDEFGH', '1.1': '兰溪路' });
    },
  );

  it('fills merged blocks downwards and marks hidden rows and sheets', async () => {
    const cells = [hiddenRow(1), label(0, 0, '曹杨路'), label(0, 1, '甲'), label(1, 1, '乙'), merged([0, 1, 0, 0])];
    const sheets = openXls(xls([{ name: '三月', cells }, { name: '字典', hidden: true, cells: [] }])); // prettier-ignore
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['三月', false],
      ['字典', true],
    ]);
    const rows = [];
    for await (const some of sheets[0]!.rows()) rows.push(...some);
    expect(rows[1]).toEqual({ row: 2, hidden: true, cells: new Map([[0, { text: '曹杨路' }], [1, { text: '乙' }]]) }); // prettier-ignore
  });

  it.each([
    ['a file cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['a chain of sectors that goes in a circle', (bytes: Buffer) => circle(bytes)],
    ['a record that claims to be longer than the file', () => xlsFile(longRecord())],
    ['an encrypted workbook', () => xls([], [record(0x2f, u16(1))])],
    ['a document that is no workbook', (bytes: Buffer) => rename(bytes)],
  ])('refuses %s', (_, spoil) => {
    expect(() => openXls(spoil(one(label(0, 0, '内容'))))).toThrow(Unreadable);
  });
});

/** A text of which all characters are behind the cut needs no width; one that is cut within its characters does. */
function continued(body: Buffer, at: number, richStart: number): Buffer[] {
  const characters = richStart + 9;
  const cutsWord = at > characters && at < characters + 6;
  return cutsWord ? [Buffer.from([1]), body.subarray(at)] : [body.subarray(at)];
}

function circle(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const table = copy.readUInt32LE(76);
  copy.writeUInt32LE(0, (table + 1) * 512 + 4);
  return copy;
}

const longRecord = (): Buffer => {
  const stream = Buffer.concat([xlsStream([]), Buffer.alloc(5000)]);
  stream.writeUInt16LE(0xffff, xlsStream([]).length - 2);
  return stream;
};

const rename = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  copy.write('WordDocument'.slice(0, 8), copy.indexOf(Buffer.from('Workbook', 'utf16le')), 'utf16le');
  return copy;
};
