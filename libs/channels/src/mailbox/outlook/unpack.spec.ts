import iconv from 'iconv-lite';
import { readMail } from '../read-mail';
import { attribute, compressedRtf, madeFile, madePackage, properties } from './made-package';
import { decompressRtf } from './rtf-compression';
import { rtfText } from './rtf-text';
import { unpack } from './unpack';

const PHOTO = Buffer.from('ffd8ffe000104a464946', 'hex');
const mailWith = (dat: Buffer, text = '') =>
  Buffer.from(
    `From: li@example.com\r\nSubject: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${dat.toString('base64')}\r\n--b--`,
  );

describe('an Outlook package', () => {
  it('gives its files to the letter, under their long names and with their bytes', () => {
    const reading = readMail(
      mailWith(madePackage(madeFile('现场照片.jpg', PHOTO), madeFile('../说明.txt', Buffer.from('abc'))), '见附件'),
    );
    expect(reading.attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['现场照片.jpg', 'image/jpeg'],
      ['说明.txt', 'application/x'],
    ]);
    expect(Buffer.from(reading.attachments[0]!.content).equals(PHOTO)).toBe(true);
    expect([reading.text, reading.remarks]).toEqual(['见附件', []]);
  });

  it.each([
    ['plain words', properties({ id: 0x1000, type: 0x1f, value: '夜里排油烟' })],
    [
      'HTML',
      properties(
        { id: 0x1013, type: 0x102, value: Buffer.from('<p>夜里<b>排油烟</b></p>') },
        { id: 0x3fde, type: 3, value: Buffer.from('e9fd0000', 'hex') },
      ),
    ],
    [
      'compressed RTF',
      properties({
        id: 0x1009,
        type: 0x102,
        value: compressedRtf(Buffer.from(String.raw`{\rtf1\ansi\ansicpg936 \'d2\'b9\'c0\'ef\u25490?\u27833?\u28895?}`)),
      }),
    ],
  ])('gives its words where the letter has none: %s', (_name, message) => {
    expect(readMail(mailWith(madePackage(attribute(1, 0x9003, message)))).text).toBe('夜里排油烟');
  });

  it('gives its words in the code page of its writer', () => {
    const dat = madePackage(
      attribute(1, 0x9007, Buffer.from('a803000000000000', 'hex')),
      attribute(1, 0x800c, iconv.encode('夜里排油烟\0', 'gbk')),
    );
    expect(readMail(mailWith(dat)).text).toBe('夜里排油烟');
  });

  it('gives the files of a letter that is attached inside it', () => {
    const inner = madePackage(madeFile('里面.jpg', PHOTO));
    const object = properties({ id: 0x3701, type: 0x0d, value: Buffer.concat([Buffer.alloc(16), inner]) });
    const outer = madePackage(attribute(2, 0x9002, Buffer.alloc(14)), attribute(2, 0x9005, object));
    expect(unpack(outer)?.files.map(({ name }) => name)).toEqual(['里面.jpg']);
  });

  it('passes over properties with names and of several values', () => {
    const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
    const named = Buffer.concat([
      Buffer.from('1f00', 'hex'),
      Buffer.from('0180', 'hex'),
      Buffer.alloc(16),
      u32(1),
      u32(4),
      Buffer.from('a\0b\0'),
      u32(1),
      u32(2),
      Buffer.from('x\0\0\0'),
    ]);
    const many = Buffer.concat([Buffer.from('0310', 'hex'), Buffer.from('0140', 'hex'), u32(2), u32(1), u32(2)]);
    const plain = properties({ id: 0x1000, type: 0x1f, value: '正文' }).subarray(4);
    expect(unpack(madePackage(attribute(1, 0x9003, Buffer.concat([u32(3), named, many, plain]))))?.text).toBe('正文');
  });

  it('that is cut off anywhere is kept as it came, with a remark', () => {
    const whole = madePackage(
      attribute(1, 0x9003, properties({ id: 0x1000, type: 0x1f, value: '正文' })),
      madeFile('a.jpg', PHOTO),
    );
    for (let length = 0; length < whole.length; length++) expect(() => unpack(whole.subarray(0, length))).not.toThrow();
    const reading = readMail(mailWith(whole.subarray(0, -8), '正文'));
    expect(reading.attachments.map(({ name }) => name)).toEqual(['winmail.dat']);
    expect(reading.remarks).toContain('附件 winmail.dat 是 Outlook 的专用格式，里面可能还有正文和文件。');
  });

  it('whose lengths lie takes no more memory than it has', () => {
    const lying = madePackage(attribute(1, 0x9003, Buffer.from('ffffffff1f000010ffffffffffffffff', 'hex')));
    expect(unpack(lying)).toBeNull();
    const rtf = compressedRtf(Buffer.from('{\\rtf1 a}'));
    rtf.writeUInt32LE(0xffffffff, 4);
    expect(decompressRtf(rtf).toString()).toBe('{\\rtf1 a}');
  });
});

describe('compressed RTF', () => {
  it('is the example of MS-OXRTFCP 4.1.1', () => {
    const bytes = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      'hex',
    );
    expect(decompressRtf(bytes).toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  });

  it('ends where its bytes end', () => {
    const bytes = compressedRtf(Buffer.from('{\\rtf1 hello}'));
    for (let length = 16; length < bytes.length; length++) expect(() => decompressRtf(bytes.subarray(0, length))).not.toThrow();
  });
});

describe('RTF', () => {
  it('that was made from HTML gives the words of that HTML', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg936\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 \'d2\'b9\'c0\'ef {\*\htmltag84 <b>}\htmlrtf \b \htmlrtf0 noise{\*\htmltag92 </b>}\htmlrtf \par}\htmlrtf0{\*\htmltag72 </p>}}`;
    expect(rtfText(Buffer.from(rtf, 'latin1'))).toBe('夜里 noise');
  });

  it('gives characters of a font with a Chinese charset', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 SimSun;}}\f1 \'d2\'b9\'c0\'ef\f0 night\par{\*\generator x;}{\pict 0102}end}`;
    expect(rtfText(Buffer.from(rtf, 'latin1'))).toBe('夜里night\nend');
  });

  it.each([
    ['open groups', '{\\b '.repeat(200_000)],
    ['backslashes', '\\'.repeat(1_000_000)],
    ['hexadecimal signs', "\\'d2".repeat(300_000)],
    ['control words', '\\par'.repeat(300_000)],
    ['half a control word', `\\${'a'.repeat(1_000_000)}`],
  ])('of very many %s comes to its end', (_name, words) => {
    expect(rtfText(Buffer.from(`{\\rtf1 ${words}`)).length).toBeLessThan(1_500_000);
  });
});
