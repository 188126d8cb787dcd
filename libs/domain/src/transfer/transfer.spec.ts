import { addWorkdays, type WorkCalendar } from '../deadline/calendar';
import { cleanFileName, fileKindOf } from '../intake/file-kind';
import { reminderPlan, remindersDue, type ReminderRules } from './reminders';
import { mayObject, type Objectable } from './transfer';

// 春节 and 国庆 of 2026 as the State Council set them (国办发明电〔2025〕7号).
const run = (from: number, to: number, month: string) =>
  Array.from({ length: to - from + 1 }, (_, at) => `2026-${month}-${String(from + at).padStart(2, '0')}`);
const calendar: WorkCalendar = {
  holidays: new Set([...run(15, 23, '02'), ...run(1, 7, '10')]),
  makeUpDays: new Set(['2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10']),
};

describe('the five working days of an objection', () => {
  it.each([
    ['an ordinary week', '2026-11-10', '2026-11-17'],
    ['over a weekend', '2026-11-13', '2026-11-20'],
    ['sent on a Saturday', '2026-11-14', '2026-11-20'],
    ['over 春节, with the Saturdays worked before and after it', '2026-02-12', '2026-02-26'],
    ['sent within 春节', '2026-02-18', '2026-02-28'],
    ['over 国庆 with its 调休', '2026-09-29', '2026-10-12'],
    ['over the turn of the year', '2026-12-30', '2027-01-06'],
  ])('end, %s, sent %s, on %s', (_, sent, last) => expect(addWorkdays(sent, 5, calendar)).toBe(last));

  const sent: Objectable = { state: 'sent', objectBy: '2026-11-17', designated: false };
  it.each<[string, Partial<Objectable>, string, boolean]>([
    ['on the last day', {}, '2026-11-17', true],
    ['on the next day', {}, '2026-11-18', false],
    ['after it was received', { state: 'received' }, '2026-11-17', true],
    ['after it was answered', { state: 'replied' }, '2026-11-12', false],
    ['where a leader has named the department', { designated: true }, '2026-11-12', false],
  ])('%s', (_, about, today, may) => expect(mayObject({ ...sent, ...about }, today)).toBe(may));
});

describe('reminders of a department', () => {
  const rules: ReminderRules = { before: [3], after: [1, 7] };
  const days = (sentOn: string, dueOn: string, by = rules) => reminderPlan({ sentOn, dueOn }, calendar, by).map(({ day }) => day);

  it.each([
    ['ordinary days', '2026-11-10', '2026-11-25', ['2026-11-20', '2026-11-26', '2026-12-02']],
    ['one before moves to an earlier working day', '2026-11-02', '2026-11-18', ['2026-11-13', '2026-11-19', '2026-11-25']],
    ['both after fall into 春节 and become one', '2026-02-01', '2026-02-15', ['2026-02-12', '2026-02-24']],
    ['a day of 调休 is a working day', '2026-02-10', '2026-02-27', ['2026-02-24', '2026-02-28', '2026-03-06']],
    ['none on or before the day of sending', '2026-11-23', '2026-11-25', ['2026-11-26', '2026-12-02']],
  ])('%s', (_, sentOn, dueOn, plan) => expect(days(sentOn, dueOn)).toEqual(plan));

  it('are none where the office wants none', () =>
    expect(days('2026-11-10', '2026-11-25', { before: [], after: [] })).toEqual([]));

  const at = (today: string, remindOn: string | null) =>
    remindersDue({ sentOn: '2026-11-10', dueOn: '2026-11-25', remindOn }, today, calendar, rules);
  it.each<[string, string, string | null, ReturnType<typeof at>]>([
    ['before its day', '2026-11-19', '2026-11-20', { now: null, next: '2026-11-20', last: false }],
    ['on its day', '2026-11-20', '2026-11-20', { now: { kind: 'before', day: '2026-11-20' }, next: '2026-11-26', last: false }],
    [
      'one that comes late',
      '2026-11-24',
      '2026-11-20',
      { now: { kind: 'before', day: '2026-11-20' }, next: '2026-11-26', last: false },
    ],
    ['the last', '2026-12-02', '2026-12-02', { now: { kind: 'after', day: '2026-12-02' }, next: null, last: true }],
    [
      'after all were missed, one',
      '2027-01-05',
      '2026-11-20',
      { now: { kind: 'after', day: '2026-12-02' }, next: null, last: true },
    ],
    ['when all is done', '2027-01-05', null, { now: null, next: null, last: false }],
  ])('%s', (_, today, remindOn, due) => expect(at(today, remindOn)).toEqual(due));
});

describe('a file', () => {
  const bytes = (text: string) => new Uint8Array([...text].map((sign) => sign.charCodeAt(0)));
  const zip = (names: string) => bytes(`PK\x03\x04 ${names}`);
  it.each([
    ['PDF', bytes('%PDF-1.7'), 'a.exe', 'pdf'],
    ['JPG', new Uint8Array([0xff, 0xd8, 0xff, 0xe1]), 'a', 'jpg'],
    ['Word', zip('[Content_Types].xml word/document.xml'), 'a.docx', 'docx'],
    ['Excel', zip('[Content_Types].xml xl/workbook.xml'), 'a.docx', 'xlsx'],
    ['Word with macros', zip('[Content_Types].xml word/document.xml word/vbaProject.bin'), 'a.docx', null],
    ['a zip', zip('payload.exe'), 'a.docx', null],
    ['old Word', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.DOC', 'doc'],
    ['an installer in the same format', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.msi', null],
    ['a page', bytes('<!doctype html>'), 'a.pdf', null],
    ['nothing', new Uint8Array(), 'a.pdf', null],
  ])('is known by its content: %s', (_, content, name, ending) => expect(fileKindOf(content, name)?.ending ?? null).toBe(ending));

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\temp\\答复.pdf', '答复.pdf'],
    ['答复\u202efdp.exe', '答复fdp.pdf'],
    ['a<b>:"c|?*.pdf', 'a_b___c___.pdf'],
    ['...', '附件.pdf'],
    ['\u0000\r\n', '附件.pdf'],
    ['长'.repeat(300), `${'长'.repeat(80)}.pdf`],
  ])('gets a clean name: %j', (name, clean) => expect(cleanFileName(name, 'pdf')).toBe(clean));
});
