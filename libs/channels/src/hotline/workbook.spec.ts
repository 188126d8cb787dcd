import { Unreadable } from '@hub/domain';
import { row, rows, workbook, zip, type WorkbookFixture } from './fixture-workbook';
import { openWorkbook } from './workbook';

async function cellsOf(fixture: WorkbookFixture): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const sheet of (await openWorkbook(workbook(fixture))).filter(({ hidden }) => !hidden))
    for await (const some of sheet.rows())
      for (const { row: at, cells } of some) cells.forEach((cell, column) => (found[`${at}.${column}`] = cell.text));
  return found;
}
const sheet = (xml: string, rest: Partial<WorkbookFixture> = {}): WorkbookFixture => ({ sheets: [{ xml }], ...rest });

describe('a workbook', () => {
  it('gives shared strings, joins their rich runs and leaves phonetic runs out', async () => {
    const strings =
      '<si><t>油烟</t></si><si><r><t>真如镇</t></r><r><t xml:space="preserve"> 兰溪路</t></r><rPh sb="0" eb="1"><t>zhen ru</t></rPh></si>';
    const cells = await cellsOf(
      sheet(
        rows([
          { a: 't="s"', x: '<v>1</v>' },
          { a: 't="s"', x: '<v>0</v>' },
        ]),
        { strings },
      ),
    );
    expect(cells).toEqual({ '1.0': '真如镇 兰溪路', '1.1': '油烟' });
  });

  it('gives inline rich text, booleans and the cached values of formulas', async () => {
    const xml = rows([
      { a: 't="inlineStr"', x: '<is><r><t>夜间</t></r><r><t>施工</t></r></is>' },
      { a: 't="b"', x: '<v>1</v>' },
      { a: 't="str"', x: '<f>A1&amp;"噪声"</f><v>夜间施工噪声</v>' },
      { a: '', x: '<f>1+1</f><v>2</v>' },
    ]);
    expect(await cellsOf(sheet(xml))).toEqual({ '1.0': '夜间施工', '1.1': 'TRUE', '1.2': '夜间施工噪声', '1.3': '2' });
  });

  it('turns escaped control signs back', async () => {
    expect(await cellsOf(sheet(rows([{ a: 't="str"', x: '<v>一_x000a_二_x005F_x</v>' }])))).toEqual({ '1.0': '一\n二_x' });
  });

  it('shows a number as a date by its number format only', async () => {
    const dated = (style: number) => ({ a: `s="${style}"`, x: '<v>40617.3888888889</v>' });
    expect(await cellsOf(sheet(rows([dated(1), dated(2), dated(4), dated(3), dated(0)])))).toEqual({
      '1.0': '2011-03-15 09:20:00',
      '1.1': '2011-03-15 09:20:00',
      '1.2': '2011-03-15 09:20:00',
      '1.3': '40617.3888888889',
      '1.4': '40617.3888888889',
    });
  });

  it('counts from 1904 where the workbook does', async () => {
    expect(await cellsOf(sheet(rows([{ a: 's="1"', x: '<v>39155</v>' }]), { from1904: true }))).toEqual({ '1.0': '2011-03-15' });
  });

  it('writes numbers out in digits', async () => {
    const number = (stored: string) => ({ a: '', x: `<v>${stored}</v>` });
    expect(
      await cellsOf(
        sheet(rows([number('1.3812341234E10'), number('310107199001011234'), number('0.30000000000000004'), number('7')])),
      ),
    ).toEqual({
      '1.0': '13812341234',
      '1.1': '310107199001011234',
      '1.2': '0.30000000000000004',
      '1.3': '7',
    });
  });

  it('keeps the places of sparse rows and ignores a wrong dimension', async () => {
    const xml = row(3, [null, '甲']) + row(90, ['乙']);
    expect(await cellsOf({ sheets: [{ xml, before: '<dimension ref="A1:XFD1048576"/>' }] })).toEqual({
      '3.1': '甲',
      '90.0': '乙',
    });
  });

  it('reads rows and cells that have no reference, and namespace prefixes', async () => {
    const xml = '<x:row xmlns:x="urn:x"><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>';
    expect(await cellsOf(sheet(xml))).toEqual({ '1.0': '1', '1.1': '2' });
  });

  it('says which sheets are hidden', async () => {
    const sheets = [
      { name: '字典', state: 'hidden', xml: rows(['密']) },
      { name: '三月', xml: rows(['明']) },
    ];
    expect(await cellsOf({ sheets })).toEqual({ '1.0': '明' });
  });

  it('refuses a part with a DOCTYPE', async () => {
    const bomb = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    const bytes = zip([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<Relationships><Relationship Id="a" Type="/sharedStrings" Target="strings.xml"/></Relationships>',
      },
      { name: 'xl/strings.xml', content: bomb },
    ]);
    await expect(openWorkbook(bytes)).rejects.toThrow(/DOCTYPE/);
  });

  it('refuses a column beyond the sheet', async () => {
    await expect(cellsOf(sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'))).rejects.toThrow('ZZZ1');
  });

  it.each([
    ['a cut file', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['a changed byte in a part', (bytes: Buffer) => Buffer.from(bytes).fill(0xff, 40, 60)],
    ['an archive without a workbook', () => zip([{ name: 'readme.txt', content: '你好' }])],
    ['a part whose XML is broken', () => zip([{ name: 'xl/workbook.xml', content: '<workbook><sheets>' }])],
  ])('says that it cannot read %s', async (_, spoil) => {
    await expect(openWorkbook(spoil(workbook(sheet(rows(['内容'])))))).rejects.toThrow(Unreadable);
  });
});
