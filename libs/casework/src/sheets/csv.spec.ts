import { csv } from './csv';

const written = async (...rows: string[][]): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of csv({ headings: ['编号', '内容'], rows })) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

describe('a pack as comma separated text', () => {
  it('quotes what holds a comma, a quote or a line end, and begins with the mark of UTF-8', async () => {
    expect(await written(['1', '说：“油烟, 太大"'], ['2', '一行\n二行'])).toBe(
      '\ufeff编号,内容\r\n1,"说：“油烟, 太大"""\r\n2,"一行\n二行"\r\n',
    );
  });

  it('has no cell that a spreadsheet would run', async () => {
    expect(await written(['=1+1', '@SUM(A1)'], ['-cmd', '-12'])).toBe("\ufeff编号,内容\r\n'=1+1,'@SUM(A1)\r\n'-cmd,-12\r\n");
  });
});
