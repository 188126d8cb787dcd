import type { AppealStatus } from '../appeal/status';
import { eventsOf, webhookBody } from './webhook';

const at = (status: AppealStatus, unitId: string | null = null, departmentId: string | null = null) => ({
  status,
  unitId,
  departmentId,
});

describe('what other systems are told', () => {
  it.each([
    [null, at('received'), ['registered']],
    [null, at('assigned', 'water'), ['registered', 'assigned']],
    [at('received'), at('accepted'), []],
    [at('accepted'), at('assigned', 'water'), ['assigned']],
    [at('assigned', 'water'), at('assigned', 'water'), []],
    [at('assigned', 'water'), at('assigned', 'noise'), ['assigned']],
    [at('assigned', 'water'), at('in-hand', 'water'), []],
    [at('accepted'), at('transferred', null, 'water-authority'), ['transferred']],
    [at('transferred', null, 'a'), at('transferred', null, 'b'), ['transferred']],
    [at('in-review', 'water'), at('answered', 'water'), ['answered']],
    [at('answered', 'water'), at('revisit', 'water'), []],
    [at('revisit', 'water'), at('closed', 'water'), ['closed']],
    [at('received'), at('not-accepted'), ['closed']],
    [at('in-hand', 'water'), at('withdrawn', 'water'), ['closed']],
    [at('closed', 'water'), at('archived', 'water'), []],
    [at('reopen-requested', 'water'), at('closed', 'water'), ['closed']],
  ] as const)('from %j to %j is %j', (before, after, events) => {
    expect(eventsOf(before, after)).toEqual(events);
  });

  it('is numbers and states', () => {
    const told = { id: 'evt_1', number: 'YXT-20260511-0001', outsideNumber: 'A1', status: 'answered' } as const;
    expect(JSON.parse(webhookBody({ ...told, event: 'answered', at: '2026-05-11T02:00:00.000Z' }))).toEqual({
      id: 'evt_1',
      type: 'appeal.answered',
      timestamp: '2026-05-11T10:00:00+08:00',
      data: { number: 'YXT-20260511-0001', outsideNumber: 'A1', status: 'answered' },
    });
  });
});
