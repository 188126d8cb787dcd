import iconv from 'iconv-lite';
import { decodeText } from './charset';

const text = '工单编号,主要内容\r\nA-1,"真如镇兰溪路，夜里施工𠮷"\r\n';

describe('the encoding of a text table', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', iconv.encode(text, 'utf-8', { addBOM: true })],
    ['UTF-16 LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE without a mark', iconv.encode(text, 'utf-16le')],
    ['UTF-16 BE without a mark', iconv.encode(text, 'utf-16be')],
    ['GB18030', iconv.encode(text, 'gb18030')],
  ])('%s is found by itself', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('loses the zero bytes that old exports pad with', () => {
    expect(decodeText(Buffer.from('内容\0\0\n油烟'))).toBe('内容\n油烟');
  });

  it('refuses bytes that are neither UTF-8 nor GB18030, rather than lose signs', () => {
    expect(() => decodeText(Buffer.from([0xc4, 0xda, 0xff, 0xff, 0x0a]))).toThrow('CSV UTF-8');
  });
});
