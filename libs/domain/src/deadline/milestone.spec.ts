import { addWorkdays, isWorkday, nextWorkday } from './calendar';
import { contactDoneAt } from './contact';
import { addDays, dayOf, longDate } from './day';
import { dueDays, milestones, nextDue, type ClockFacts, type DeadlineRules } from './milestone';

const rules: DeadlineRules = {
  contactDays: 7, siteDays: 14, replyDays: 28, informDays: 15, finishDays: 60, extensionDays: 30, count: 'calendar', shift: false, soonDays: 3,
  warning: { moderate: 5, severe: 15 }, waiverReasons: { contact: ['匿名'], site: ['无需现场'] }, pauseWhileWaiting: false,
  objectionWorkdays: 5, transferAnswerDays: 15, transferLinkDays: 30, transferPassOnWorkdays: 3,
  transferReminders: { before: [3], after: [1, 7] }, revisitDays: 14, reopenDecisionDays: 7, ratingDays: 30, sourceControlAppeals: 3, sourceControlDays: 90, sourceControlDueDays: 30, fullKinds: ['complaint', 'report'],
}; // prettier-ignore
/** Spring festival of 2026 as announced, with its make-up Saturdays. */
const calendar = {
  holidays: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23']),
  makeUpDays: new Set(['2026-02-14', '2026-02-28']),
};

const facts = (about: Partial<ClockFacts> = {}): ClockFacts => ({
  status: 'in-hand', kind: 'complaint', contactDueOn: '2026-11-19', siteDueOn: '2026-11-26', replyDueOn: '2026-12-10',
  contactDoneAt: null, siteDoneAt: null, replyDoneAt: null, contactWaiver: null, siteWaiver: null, waitDueOn: null,
  replyMissedOn: null, finishDueOn: '2027-01-11', waitSince: null, transferReplied: false, ...about,
}); // prettier-ignore

describe('the promise of 1, 2 and 4 weeks', () => {
  it.each([
    ['an ordinary day', '2026-11-12', ['2026-11-19', '2026-11-26', '2026-12-10']],
    ['over the end of the year', '2026-12-20', ['2026-12-27', '2027-01-03', '2027-01-17']],
    ['over a leap day', '2028-02-20', ['2028-02-27', '2028-03-05', '2028-03-19']],
  ])('counts calendar weeks from the day of receipt: %s', (_, day, expected) => {
    const { contact, site, reply } = dueDays(day, rules, calendar);
    expect([contact, site, reply]).toEqual(expected);
  });

  it('moves a day off to the next working day only where the office has set so', () => {
    expect(dueDays('2026-02-10', { ...rules, shift: true }, calendar).contact).toBe('2026-02-24');
    expect(dueDays('2026-02-10', rules, calendar).contact).toBe('2026-02-17');
  });

  it('counts working days through spring festival and its make-up days', () => {
    expect(addWorkdays('2026-02-13', 3, calendar)).toBe('2026-02-25');
    expect([isWorkday('2026-02-14', calendar), isWorkday('2026-02-17', calendar), nextWorkday('2026-02-15', calendar)]).toEqual([
      true,
      false,
      '2026-02-24',
    ]);
  });

  it('never moves the statutory days', () => {
    const { inform, finish } = dueDays('2026-02-02', { ...rules, shift: true, count: 'working' }, calendar);
    expect([inform, finish]).toEqual(['2026-02-17', '2026-04-03']);
  });

  it('takes the day of receipt in Shanghai', () => {
    expect([dayOf('2026-11-23T15:59:59.000Z'), dayOf('2026-11-23T16:00:00.000Z')]).toEqual(['2026-11-23', '2026-11-24']);
  });
});

describe('the lamps', () => {
  const states = (about: Partial<ClockFacts>, today: string) =>
    milestones(facts(about), today, 3).map(({ state, late, days }) => [state, late, days]);

  it('are pending, soon and late by the days that are left', () => {
    expect(states({}, '2026-11-24')).toEqual([['late', true, -5], ['soon', false, 2], ['pending', false, 16]]); // prettier-ignore
  });

  it('stay marked late when done late', () => {
    expect(states({ contactDoneAt: '2026-11-21T02:00:00.000Z' }, '2026-11-24')[0]).toEqual(['done', true, 2]);
  });

  it('are on time until midnight of the due day in Shanghai', () => {
    expect(states({ contactDoneAt: '2026-11-19T15:59:00.000Z' }, '2026-11-24')[0]).toEqual(['done', false, 0]);
    expect(states({ contactDoneAt: '2026-11-19T16:01:00.000Z' }, '2026-11-24')[0]).toEqual(['done', true, 1]);
  });

  it('show a waiver apart', () => {
    expect(states({ siteWaiver: '无需现场' }, '2026-11-24')[1]).toEqual(['waived', false, 0]);
  });
});

describe('the next due day', () => {
  it.each([
    ['the nearest open step', {}, { step: 'contact', on: '2026-11-19' }],
    ['after contact, the site', { contactDoneAt: '2026-11-13T00:00:00.000Z' }, { step: 'site', on: '2026-11-26' }],
    ['waived steps do not count', { contactWaiver: '匿名', siteWaiver: '无需现场' }, { step: 'reply', on: '2026-12-10' }],
    [
      'an answer of a department is ours to pass on',
      { status: 'transferred', transferReplied: true, waitDueOn: '2026-12-02' },
      { step: 'pass-on', on: '2026-12-02' },
    ],
    ['a transfer has its own date', { status: 'transferred', waitDueOn: '2026-12-01' }, { step: 'transfer', on: '2026-12-01' }],
    [
      'a question has its own date',
      { status: 'awaiting-citizen', waitDueOn: '2026-11-17' },
      { step: 'supplement', on: '2026-11-17' },
    ],
    [
      'a step owed before the date of the question comes first',
      { status: 'awaiting-citizen', waitDueOn: '2026-12-01', contactDoneAt: '2026-11-13T00:00:00.000Z' },
      { step: 'site', on: '2026-11-26' },
    ],
    [
      'a promise that stands still comes after the question',
      { status: 'awaiting-citizen', waitDueOn: '2026-12-05', waitSince: '2026-11-15' },
      { step: 'supplement', on: '2026-12-05' },
    ],
    [
      'what was late before the promise stood still stays the first',
      { status: 'awaiting-citizen', waitDueOn: '2026-12-05', waitSince: '2026-11-21' },
      { step: 'contact', on: '2026-11-19' },
    ],
    ['what is received waits for acceptance', { status: 'received' }, { step: 'acceptance', on: '2026-11-19' }],
    ['nothing is owed once closed', { status: 'closed' }, null],
  ] as const)('%s', (_, about, expected) => {
    expect(nextDue(facts(about as Partial<ClockFacts>))).toEqual(expected);
  });
});

describe('contact', () => {
  const at = (day: string, outcome: 'reached' | 'no-answer') => ({ at: `${day}T02:00:00.000Z`, outcome });

  it('is done by the first real exchange', () => {
    expect(contactDoneAt([at('2026-11-13', 'no-answer'), at('2026-11-14', 'reached')])).toBe('2026-11-14T02:00:00.000Z');
  });

  it('is done by three tries on two days, and not by three on one', () => {
    expect(contactDoneAt([at('2026-11-13', 'no-answer'), at('2026-11-13', 'no-answer'), at('2026-11-14', 'no-answer')])).toBe(
      '2026-11-14T02:00:00.000Z',
    );
    expect(
      contactDoneAt([at('2026-11-13', 'no-answer'), at('2026-11-13', 'no-answer'), at('2026-11-13', 'no-answer')]),
    ).toBeNull();
  });
});

it('writes dates as the citizen reads them', () => {
  expect([longDate('2026-03-21'), addDays('2026-12-31', 1)]).toEqual(['2026年3月21日（星期六）', '2027-01-01']);
});

it.each(['awaiting-citizen', 'transferred', 'revisit', 'reopen-requested'] as const)(
  'gives %s, which waits on somebody outside, the date it was given and not the reply day',
  (status) => {
    expect(
      nextDue(facts({ status, waitDueOn: '2026-11-25', contactDoneAt: '2026-11-13T00:00:00.000Z', siteWaiver: '无需现场' }))?.on,
    ).toBe('2026-11-25');
  },
);
