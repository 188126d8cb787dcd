import { supervisionGrounds, type FoundGround, type GroundFacts } from './grounds';
import { mayClose, orderColumns } from './order';

const rules = { silentDays: 7, groupPeople: 5, groupAppeals: 5 };
const today = '2026-11-24';
const calm: GroundFacts = {
  status: 'in-hand',
  level: 'none',
  daysLate: 0,
  returns: 0,
  unsatisfied: false,
  people: 1,
  joined: 1,
  changedAt: '2026-11-23T02:00:00.000Z',
};
const found = (facts: Partial<GroundFacts>) => supervisionGrounds({ ...calm, ...facts }, rules, today);

describe('the grounds for supervision', () => {
  it.each<[what: string, facts: Partial<GroundFacts>, grounds: FoundGround[]]>([
    ['nothing', {}, []],
    ['due soon', { level: 'soon' }, []],
    ['late', { level: 'late', daysLate: 1 }, ['late']],
    ['returned once', { returns: 1 }, []],
    ['returned twice', { returns: 2 }, ['returned']],
    ['not satisfied', { unsatisfied: true }, ['unsatisfied']],
    ['four people', { people: 4 }, []],
    ['five people', { people: 5 }, ['group']],
    ['five appeals on one matter', { joined: 5 }, ['group']],
    ['six days of silence', { changedAt: '2026-11-18T02:00:00.000Z' }, []],
    ['seven days of silence', { changedAt: '2026-11-17T02:00:00.000Z' }, ['silent']],
    ['silence while the citizen is asked', { changedAt: '2026-10-01T02:00:00.000Z', status: 'awaiting-citizen' }, []],
    ['late and returned', { level: 'severe', daysLate: 20, returns: 3 }, ['late', 'returned']],
  ])('%s', (_, facts, grounds) => {
    expect(found(facts).map(({ ground }) => ground)).toEqual(grounds);
  });

  it('come with a reason in words', () => {
    expect(found({ level: 'late', daysLate: 3, people: 12 }).map(({ reason }) => reason)).toEqual([
      '办理超期 3 天',
      '涉及 12 人',
    ]);
  });
});

describe('a supervision order', () => {
  it('marks its appeal as supervised for ever once issued, not when only suggested', () => {
    expect(orderColumns([{ state: 'suggested' }])).toMatchObject({ supervised: false, suggestedOrders: 1, openOrders: 0 });
    expect(orderColumns([{ state: 'closed' }])).toMatchObject({ supervised: true, openOrders: 0 });
    expect(orderColumns([{ state: 'open' }, { state: 'answered' }])).toMatchObject({ openOrders: 2, unansweredOrders: 1 });
  });

  it('is closed by its issuer or the director; one that a rule issued by any leader', () => {
    const leader = { id: 4, role: 'leader' };
    const able = (issuedById: number | null, person: { id: number; role: string }) => mayClose({ issuedById }, person);
    expect([able(4, leader), able(9, leader), able(9, { id: 1, role: 'director' }), able(null, leader)]).toEqual([true, false, true, true]); // prettier-ignore
    expect(able(null, { id: 2, role: 'dispatcher' })).toBe(false);
  });
});
