import { assert, boolean, constantFrom, date, integer, property, record, uniqueArray } from 'fast-check';
import { Fault } from '../errors';
import { addWorkdays, isWorkday, nextWorkday, type WorkCalendar } from './calendar';
import { contactSettled } from './contact';
import { addDays, dayOf, daysBetween, type Day } from './day';
import { TRACKS, type Track } from '../appeal/track';
import { checkExtension, extended, lastExtensionDay } from './extension';
import { clockState, dueDays, milestones, type ClockFacts, type DeadlineRules } from './milestone';
import { dueOnWhileWaiting, resumed } from './waiting';

const day = date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }).map((at) => dayOf(at));
const calendar = record({ holidays: uniqueArray(day, { maxLength: 30 }), makeUpDays: uniqueArray(day, { maxLength: 30 }) }).map(
  ({ holidays, makeUpDays }): WorkCalendar => ({ holidays: new Set(holidays), makeUpDays: new Set(makeUpDays) }),
);
const rules = record({ count: constantFrom('calendar' as const, 'working' as const), shift: boolean() }).map(
  (set): DeadlineRules => ({
    contactDays: 7, siteDays: 14, replyDays: 28, informDays: 15, finishDays: 60, extensionDays: 30, soonDays: 3,
    warning: { moderate: 5, severe: 15 }, waiverReasons: { contact: [], site: [] }, pauseWhileWaiting: true,
    objectionWorkdays: 5, transferAnswerDays: 15, revisitDays: 14, reopenDecisionDays: 7, ratingDays: 30, fullKinds: ['complaint'], sourceControlAppeals: 3, sourceControlDays: 90,
    sourceControlDueDays: 30, transferLinkDays: 30, transferPassOnWorkdays: 5, transferReminders: { before: [3], after: [1] },
    ...set,
  }), // prettier-ignore
);
const factsOf = (receipt: Day, about: Partial<ClockFacts> = {}): ClockFacts => ({
  status: 'in-hand', kind: 'complaint', contactDueOn: addDays(receipt, 7), siteDueOn: addDays(receipt, 14),
  replyDueOn: addDays(receipt, 28), finishDueOn: addDays(receipt, 60), contactDoneAt: null, siteDoneAt: null, replyDoneAt: null,
  contactWaiver: null, siteWaiver: null, waitDueOn: null, replyMissedOn: null, waitSince: null, transferReplied: false, ...about,
}); // prettier-ignore
const NAMES = ['contact', 'site', 'reply', 'inform', 'finish'] as const;
const RANK = { pending: 0, soon: 1, late: 2 };

describe('the days, whatever the year and the calendar', () => {
  it('are due no earlier for what was received later', () => {
    assert(
      property(day, integer({ min: 0, max: 400 }), rules, calendar, (receipt, later, set, days) => {
        const [first, second] = [dueDays(receipt, set, days), dueDays(addDays(receipt, later), set, days)];
        return NAMES.every((name) => first[name] <= second[name]);
      }),
    );
  });

  it('stand in the order of the steps and after the day of receipt', () => {
    assert(
      property(day, rules, calendar, (receipt, set, days) => {
        const { contact, site, reply } = dueDays(receipt, set, days);
        return receipt < contact && contact <= site && site <= reply;
      }),
    );
  });

  it('that are working days hold exactly the working days that lie between', () => {
    assert(
      property(day, integer({ min: 1, max: 60 }), calendar, (from, count, days) => {
        const to = addWorkdays(from, count, days);
        const between = Array.from({ length: daysBetween(from, to) }, (_, at) => addDays(from, at + 1));
        return isWorkday(to, days) && between.filter((one) => isWorkday(one, days)).length === count;
      }),
    );
  });

  it('that are shifted fall on the first working day from there', () => {
    assert(
      property(day, calendar, (from, days) => {
        const to = nextWorkday(from, days);
        const before = Array.from({ length: daysBetween(from, to) }, (_, at) => addDays(from, at));
        return isWorkday(to, days) && before.every((one) => !isWorkday(one, days));
      }),
    );
  });
});

describe('a clock', () => {
  it('never moves backwards as days pass', () => {
    assert(
      property(day, integer({ min: 0, max: 120 }), integer({ min: 0, max: 30 }), (receipt, at, soon) => {
        const on = (today: Day) => milestones(factsOf(receipt), today, soon);
        const [now, next] = [on(addDays(receipt, at)), on(addDays(receipt, at + 1))];
        return now.every(({ state, late }, one) => {
          const after = next[one]!;
          return RANK[state as keyof typeof RANK] <= RANK[after.state as keyof typeof RANK] && (!late || after.late);
        });
      }),
    );
  });

  it('is late from the midnight in Shanghai that ends its day', () => {
    expect([clockState(daysBetween(dayOf('2026-03-01T15:59:59.999Z'), '2026-03-01'), 0), clockState(-1, 0)]).toEqual([
      'soon',
      'late',
    ]);
    expect(dayOf('2026-03-01T16:00:00.000Z')).toBe('2026-03-02');
  });
});

describe('an extension', () => {
  const granted = (
    facts: ClockFacts & { readonly track: Track },
    until: Day,
    moved: boolean,
    set: DeadlineRules,
    today: Day,
  ): ReturnType<typeof extended> | null => {
    try {
      checkExtension(facts, until, moved, set, today);
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
    return extended(facts, until, today);
  };

  it('never shortens, never passes what the law gives, and moves the day to finish at most so far', () => {
    assert(
      property(
        day,
        integer({ min: -10, max: 120 }),
        integer({ min: 0, max: 120 }),
        boolean(),
        rules,
        constantFrom(...TRACKS),
        (receipt, to, at, moved, set, track) => {
          const facts = { ...factsOf(receipt), track };
          const after = granted(facts, addDays(receipt, to), moved, set, addDays(receipt, at));
          if (!after) return true;
          return (
            after.replyDueOn > facts.replyDueOn &&
            after.replyDueOn <= lastExtensionDay(facts, moved, set) &&
            after.finishDueOn >= facts.finishDueOn &&
            daysBetween(facts.finishDueOn, after.finishDueOn) <= (moved || track !== 'petition' ? 0 : set.extensionDays)
          );
        },
      ),
    );
  });

  it('is granted for each later day that the law gives and that has not passed', () => {
    assert(
      property(day, integer({ min: 29, max: 90 }), rules, (receipt, to, set) => {
        return (
          granted({ ...factsOf(receipt), track: 'petition' }, addDays(receipt, to), false, set, receipt)?.replyDueOn ===
          addDays(receipt, to)
        );
      }),
    );
  });

  it('leaves late what was late', () => {
    assert(
      property(day, integer({ min: 0, max: 59 }), integer({ min: 30, max: 60 }), (receipt, at, to) => {
        const facts = factsOf(receipt);
        const today = addDays(receipt, at);
        const was = milestones(facts, today, 3)[2]!.late;
        const after = { ...facts, ...extended(facts, addDays(receipt, to), today) };
        return milestones(after, today, 3)[2]!.late === was;
      }),
    );
  });
});

describe('a pause while the citizen is asked', () => {
  it('never shortens, never passes the day to finish, and moves by no more than the days waited', () => {
    assert(
      property(day, integer({ min: 0, max: 80 }), integer({ min: 0, max: 80 }), (receipt, at, waited) => {
        const since = addDays(receipt, at);
        const facts = factsOf(receipt, { waitSince: since });
        const after = resumed(facts, addDays(since, waited));
        return (['contactDueOn', 'siteDueOn', 'replyDueOn'] as const).every((name) => {
          const moved = daysBetween(facts[name], after[name]);
          return moved >= 0 && moved <= waited && after[name] <= facts.finishDueOn && (facts[name] >= since || moved === 0);
        });
      }),
    );
  });

  it('does not move what is done', () => {
    const facts = factsOf('2026-03-02', { waitSince: '2026-03-04', siteDoneAt: '2026-03-03T02:00:00.000Z' });
    expect(dueOnWhileWaiting(facts, 'site', '2026-03-09')).toBe('2026-03-16');
    expect(dueOnWhileWaiting(facts, 'reply', '2026-03-09')).toBe('2026-04-04');
  });
});

it('tells a real exchange from 联系不上', () => {
  const at = (on: string, outcome: 'reached' | 'no-answer') => ({ at: `${on}T02:00:00.000Z`, outcome });
  const tries = [at('2026-03-02', 'no-answer'), at('2026-03-02', 'no-answer'), at('2026-03-03', 'no-answer')];
  expect(contactSettled(tries)).toEqual({ at: '2026-03-03T02:00:00.000Z', result: 'unreachable' });
  expect(contactSettled([tries[0]!, at('2026-03-03', 'reached')])?.result).toBe('reached');
});
