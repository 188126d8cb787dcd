import PizZip from 'pizzip';
import { workbook } from './workbook';

async function sheetOf(rows: readonly (readonly string[])[]): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of workbook([{ name: '表', headings: ['栏'], rows }])) parts.push(part);
  // Checks each part's checksum too.
  const zip = new PizZip(Buffer.concat(parts), { checkCRC32: true });
  return zip.file('xl/worksheets/sheet1.xml')!.asText();
}
const texts = (xml: string) => [...xml.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);

describe('a workbook', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '＝1', '=HYPERLINK("http://x","y")'])(
    'holds %j as a text that stays one when the cell is edited',
    async (text) => {
      const xml = await sheetOf([[text]]);
      expect(xml).toMatch(/<c r="A2" s="1" t="inlineStr">/);
      expect(xml).not.toMatch(/<f>|<v>/);
      expect(texts(xml)[1]).toBe(text.replaceAll('"', '&quot;'));
    },
  );

  it('keeps markup, line ends and rare signs, and leaves out what XML does not know', async () => {
    expect(texts(await sheetOf([['<b>&\n𠮷\u0000\u0008']]))[1]).toBe('&lt;b&gt;&amp;\n𠮷');
  });

  it('names columns behind Z, and cells that are empty take no room', async () => {
    const xml = await sheetOf([Array.from({ length: 28 }, (_, at) => (at === 27 ? '尾' : ''))]);
    expect(xml).toContain('<row r="2"><c r="AB2" s="1"');
  });

  it('is written in pieces, however many rows', async () => {
    let asked = 0;
    const rows = function* () {
      for (; asked < 20_000; asked++) yield [`第 ${asked} 行，${'内容'.repeat(asked % 50)}`];
    };
    const book = workbook([{ name: '表', headings: ['栏'], rows: rows() }]);
    for await (const part of book) if (asked > 0 && part.length) break;
    expect(asked).toBeLessThan(20_000);
  });

  it('ends with the error of its rows', async () => {
    const rows = function* () {
      yield ['一'];
      throw new Error('gone');
    };
    await expect(
      (async () => {
        for await (const part of workbook([{ name: '表', headings: ['栏'], rows: rows() }])) void part;
      })(),
    ).rejects.toThrow('gone');
  });
});
