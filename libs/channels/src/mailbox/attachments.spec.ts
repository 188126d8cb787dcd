import { Attachments } from './attachments';

const kept = (name: string, declared: string, content: Buffer) => {
  const attachments = new Attachments();
  attachments.add(name, declared, content);
  return { ...attachments.files[0]!, warnings: [...attachments.warnings] };
};
const nameOf = (given: string) => kept(given, 'application/x', Buffer.from('abc')).name;
const zip = (...names: string[]) => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from(names.join('\0'))]);

describe('the name of an attachment', () => {
  it.each([
    ['a path', '../../etc/cron.d/x\u0000.txt', 'x.txt'],
    ['a path of Windows', 'C:\\照片\\现场.jpg', '现场.jpg'],
    ['a path that ends with a stroke', '/evil/文件/', '文件'],
    ['NUL bytes', '报告\u0000.pdf', '报告.pdf'],
    ['a turned direction of writing', '照片\u202egpj.exe', '照片gpj.exe'],
    ['zero width signs before a dot', '\u200b\u200d.htaccess', 'htaccess'],
    ['a device', 'CON.txt', '_CON.txt'],
    ['a device without an ending', 'lpt1', '_lpt1'],
    ['dots and spaces at the end', '说明.pdf. . .', '说明.pdf'],
    ['signs that Windows refuses', 'a<b>:"c|?*.txt', 'a_b___c___.txt'],
    ['line breaks', '现场\r\n照片.jpg', '现场 照片.jpg'],
    ['half a surrogate', '图\ud83d.png', '图\ufffd.png'],
    ['nothing', '', '附件1.bin'],
    ['dots alone', '....', '附件1.bin'],
    ['invisible signs alone', '\u200b\u2060', '附件1.bin'],
  ])('with %s is safe', (_name, given, safe) => {
    expect(nameOf(given)).toBe(safe);
  });

  it('of 300 Chinese bytes and more fits a file system and keeps its ending', () => {
    const name = nameOf(`${'长寿路夜间油烟现场照片'.repeat(30)}.jpg`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^长寿路夜间.*\.jpg$/);
  });

  it('of a megabyte is cut without trying every beginning', () => {
    expect(nameOf('. '.repeat(500_000))).toBe('附件1.bin');
    expect(nameOf(`a${' .'.repeat(500_000)}b`)).toBe('a');
  });
});

describe('the type of an attachment', () => {
  const hex = (text: string) => Buffer.from(text, 'hex');
  it.each([
    ['a picture under another name', 'a.txt', 'text/plain', hex('ffd8ffe000104a46'), 'image/jpeg'],
    ['a page that says it is a picture', 'a.jpg', 'image/jpeg', Buffer.from('<html><script>1</script>'), 'text/html'],
    [
      'a drawing that says it is a picture',
      'a.png',
      'image/png',
      Buffer.from('<?xml version="1.0"?><svg xmlns="">'),
      'image/svg+xml',
    ],
    ['a script that says it is a picture', 'a.jpg', 'image/jpeg', Buffer.from('alert(1)'), 'application/octet-stream'],
    [
      'a program that says it is a document',
      'a.pdf',
      'application/pdf',
      Buffer.concat([hex('4d5a9000'), Buffer.alloc(64)]),
      'application/x-msdownload',
    ],
    [
      'a shortcut',
      '通知.pdf.lnk',
      'application/pdf',
      hex('4c0000000114020000000000c000000000000046'),
      'application/x-ms-shortcut',
    ],
    [
      'a document with macros',
      'a.docx',
      'application/msword',
      zip('word/document.xml', 'word/vbaProject.bin'),
      'application/vnd.ms-office.vbaproject',
    ],
    ['a photo of a telephone', 'a.heic', 'application/octet-stream', hex('0000001866747970686569630000'), 'image/heic'],
    ['a film of a telephone', 'a.mp4', 'video/mp4', hex('000000186674797069736f6d0000'), 'video/mp4'],
    ['text, which has no sign', 'a.csv', 'text/csv', Buffer.from('1,2'), 'text/csv'],
    ['words that begin with MZ', 'a.txt', 'text/plain', Buffer.from('MZ 型号的风机'), 'text/plain'],
  ])('is told by its bytes: %s', (_name, name, declared, bytes, type) => {
    expect(kept(name, declared, bytes).mediaType).toBe(type);
  });

  it.each([
    ['a.jpg', Buffer.from('<html>'), '附件“a.jpg”的内容和名称不符，请不要直接打开。'],
    ['a.pdf', Buffer.from('%!PS'), '附件“a.pdf”的内容和名称不符，请不要直接打开。'],
    ['a.docx', zip('word/', 'vbaProject.bin'), '附件“a.docx”里有宏，请不要启用。'],
    ['a.lnk', hex('4c0000000114020000000000c000000000000046'), '附件“a.lnk”是程序，请不要打开。'],
  ])('of %s that is something else is told to whoever reads the letter', (name, bytes, warning) => {
    expect(kept(name, 'image/jpeg', bytes).warnings).toEqual([warning]);
  });

  it('that fits its name needs no word', () => {
    expect(kept('现场.JPG', 'image/jpeg', hex('ffd8ffe000104a46')).warnings).toEqual([]);
  });
});
