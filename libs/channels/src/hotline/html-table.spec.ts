import { parsedWhole } from './fixture-reading';
import { parseLog } from './parse-log';
import type { RowRecord } from './row-record';

const parse = async (text: string) =>
  parsedWhole(await parseLog({ bytes: Buffer.from(text), source: '12345', columns: {}, now: Date.parse('2026-11-24') }));
const records = async (text: string) => (await parse(text)).good.map(({ record }) => JSON.parse(record) as RowRecord);

describe('a page under the name of a workbook', () => {
  it('is read by its table, below its title, with entities and line breaks', async () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{color:red}</style></head><body>
      <table border=1><tr><td colspan=3>十一月台账</td></tr>
      <tr><th>工单编号</th><th>来电时间</th><th>诉求内容</th></tr>
      <tr><td style="mso-number-format:'\\@'">0017</td><td>2026-11-20 8:00</td><td>A&lt;B&nbsp;厂<br>夜里异味&amp;噪声</td></tr>
      <tr><td>0018<td>2026-11-21 9:00<td>没有结尾标记的格子
      </table></body></html>`;
    expect(await records(page)).toEqual([
      { row: 3, outsideNumber: '0017', receivedAt: '2026-11-20T00:00:00.000Z', text: 'A<B 厂\n夜里异味&噪声' },
      { row: 4, outsideNumber: '0018', receivedAt: '2026-11-21T01:00:00.000Z', text: '没有结尾标记的格子' },
    ]);
  });

  it('keeps its columns where cells reach over several rows or columns', async () => {
    const page = `<table><tr><td>街镇</td><td>工单编号</td><td>电话</td><td>内容</td></tr>
      <tr><td rowspan="2">真如镇</td><td>1-1</td><td colspan="1"></td><td>甲</td></tr><tr><td>1-2</td><td>52564588</td><td>乙</td></tr>
      <tr><td>桃浦镇</td><td colspan=2>1-3</td><td>丙</td></tr></table>`;
    expect((await records(page)).map(({ street, outsideNumber, phone, text }) => [street, outsideNumber, phone, text])).toEqual([
      ['真如镇', '1-1', undefined, '甲'],
      ['真如镇', '1-2', '52564588', '乙'],
      ['桃浦镇', '1-3', undefined, '丙'],
    ]);
  });

  it('without a table is refused by what it lacks', async () => {
    await expect(parse('<html><body>请重新登录</body></html>')).rejects.toThrow('没有找到写来件内容的一栏');
  });

  it('as XML of Excel 2003 gives its sheets, places and merged blocks', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="三月"><Table>
      <Row><Cell><Data ss:Type="String">街镇</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">来电时间</Data></Cell><Cell><Data ss:Type="String">内容</Data></Cell></Row>
      <Row ss:Index="4"><Cell ss:MergeDown="1"><Data ss:Type="String">真如镇</Data></Cell><Cell ss:Index="3"><Data ss:Type="DateTime">2011-03-15T09:20:00.000</Data></Cell><Cell><Data ss:Type="String">油<B>烟</B></Data></Cell></Row>
      <Row><Cell ss:Index="4"><Data ss:Type="String">噪声</Data></Cell></Row>
      </Table></Worksheet></Workbook>`;
    expect(await records(xml)).toEqual([
      { row: 4, receivedAt: '2011-03-15T01:20:00.000Z', text: '油烟', street: '真如镇' },
      { row: 5, text: '噪声', street: '真如镇' },
    ]);
  });
});
