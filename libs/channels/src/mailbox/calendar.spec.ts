import { calendarText } from './calendar';
import { readMail } from './read-mail';

const calendar = (method: string, ...lines: string[]) =>
  ['BEGIN:VCALENDAR', `METHOD:${method}`, 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

describe('an invitation', () => {
  it('says what, when, where, by whom and why', () => {
    const text = calendarText(
      calendar(
        'REQUEST',
        'SUMMARY:长寿路油烟\\, 现场查看',
        'DTSTART;TZID="China Standard Time":20261130T140000',
        'DTEND;TZID="China Standard Time":20261130T153000',
        'LOCATION:长寿路 100 号\\;二楼',
        'ORGANIZER;CN="李, 女士":mailto:li@example.com',
        'DESCRIPTION:请带好\\n检测',
        ' 仪器。',
        'BEGIN:VALARM',
        'DESCRIPTION:提醒',
        'END:VALARM',
      ),
    );
    expect(text).toBe(
      '【日程邀请】长寿路油烟, 现场查看\n时间：2026年11月30日（周一）14:00至15:30（北京时间）\n地点：长寿路 100 号;二楼\n组织者：李, 女士 <li@example.com>\n说明：请带好\n检测仪器。',
    );
  });

  it.each([
    ['of Greenwich', ['DTSTART:20261130T180000Z', 'DTEND:20261130T190000Z'], '2026年12月1日（周二）02:00至03:00（北京时间）'],
    ['of another zone', ['DTSTART;TZID=America/New_York:20261130T090000'], '2026年11月30日（周一）09:00（America/New_York）'],
    ['without a zone', ['DTSTART:20261130T090000', 'DURATION:PT1H30M'], '2026年11月30日（周一）09:00至10:30'],
    ['over midnight', ['DTSTART:20261130T230000', 'DURATION:PT2H'], '2026年11月30日（周一）23:00至2026年12月1日（周二）01:00'],
    ['of one day', ['DTSTART;VALUE=DATE:20261130', 'DTEND;VALUE=DATE:20261201'], '2026年11月30日（周一）全天'],
    [
      'of three days',
      ['DTSTART;VALUE=DATE:20261130', 'DTEND;VALUE=DATE:20261203'],
      '2026年11月30日（周一）至2026年12月2日（周三）全天',
    ],
    ['that is none', ['DTSTART:soon'], 'soon'],
  ])('tells a time %s', (_name, lines, when) => {
    expect(calendarText(calendar('REQUEST', 'SUMMARY:x', ...lines))).toBe(`【日程邀请】x\n时间：${when}`);
  });

  it('that is called off says so', () => {
    expect(calendarText(calendar('CANCEL', 'SUMMARY:现场查看'))).toBe('【日程取消】现场查看');
  });

  it('stands below the words of its letter and stays as a file', () => {
    const event = calendar('REQUEST', 'SUMMARY:现场查看', 'DTSTART:20261130T060000Z');
    const reading = readMail(
      Buffer.from(
        `From: li@example.com\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n请来看看。\r\n--b\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n${event}\r\n--b--`,
      ),
    );
    expect(reading.text).toBe('请来看看。\n\n【日程邀请】现场查看\n时间：2026年11月30日（周一）14:00（北京时间）');
    expect(reading.attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([['附件1.ics', 'text/calendar']]);
  });

  it.each([
    ['commas in a parameter', `ATTENDEE;X=${'a,'.repeat(200_000)}`],
    ['parameters', `ATTENDEE${';A=b'.repeat(200_000)}`],
    ['folded lines', `SUMMARY:a${'\r\n '.repeat(200_000)}`],
    ['open components', 'BEGIN:VEVENT\r\n'.repeat(100_000)],
    ['backslashes', `SUMMARY:${'\\'.repeat(500_000)}`],
  ])('of very many %s is read in time', (_name, lines) => {
    expect(calendarText(calendar('REQUEST', lines, 'LOCATION:y')).length).toBeLessThan(10_000);
  });
});
