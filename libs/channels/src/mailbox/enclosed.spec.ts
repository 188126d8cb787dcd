import { readMail } from './read-mail';

const HEAD = 'From: li@example.com\r\nSubject: 转发\r\n';
const inside = (letter: string) => `Content-Type: message/rfc822\r\n\r\n${letter}`;

describe('a letter inside a letter', () => {
  it('five hundred deep gives its text where the outer ones have none', () => {
    const deep = Array.from({ length: 500 }).reduce<string>(
      (letter) => inside(letter),
      'Content-Type: text/plain; charset=utf-8\r\n\r\n最里面的话',
    );
    const reading = readMail(Buffer.from(HEAD + deep));
    expect(reading.text).toBe('最里面的话');
    expect(reading.attachments).toHaveLength(1);
  });

  it('five hundred deep in parts of their own gives its text', () => {
    let letter = 'Content-Type: text/plain; charset=utf-8\r\n\r\n最里面的话';
    for (let level = 0; level < 500; level++)
      letter = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\nContent-Type: message/rfc822\r\n\r\n${letter}\r\n--b${level}--`;
    expect(readMail(Buffer.from(HEAD + letter)).text).toBe('最里面的话');
  });

  it('adds nothing to the words of the outer one', () => {
    const reading = readMail(
      Buffer.from(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n见转发的信。\r\n--b\r\n${inside('Subject: a\r\n\r\ninner')}\r\n--b--`,
      ),
    );
    expect(reading.text).toBe('见转发的信。');
    expect(reading.attachments.map(({ name }) => name)).toEqual(['a.eml']);
  });

  it('of many levels with many parts each is read without an overflow', () => {
    let letter = 'Subject: x\r\n\r\nx';
    for (let level = 0; level < 30; level++) {
      const parts = Array.from(
        { length: 900 },
        (_one, at) => `Content-Type: multipart/mixed; boundary=l${level}p${at}\r\n\r\n--l${level}p${at}\r\n`,
      );
      letter = `Subject: a\r\n${parts.join('')}${inside(letter)}`;
    }
    expect(readMail(Buffer.from(`${HEAD}${letter}`)).subject).toBe('转发');
  });
});
