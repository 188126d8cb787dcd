import { Fault } from '../errors';
import { ACT_WORDS } from '../words/act-words';
import type { Act } from './act';
import { allowedActs, nextStatus, type Actable } from './allowed';
import type { Role, Staff } from './person';
import { STATUSES, type AppealStatus } from './status';
import { TRANSITIONS } from './transitions';

const who = (role: Role, unitId: string | null = role === 'handler' || role === 'section-head' ? 'noise' : null): Staff => ({
  id: 7,
  name: '某人',
  role,
  unitId,
});
const at = (status: AppealStatus, about: Partial<Actable> = {}): Actable => ({
  status, kind: 'complaint', track: 'enforcement', unitId: 'noise', handlerId: null, coUnits: '', openParts: 0, returns: 0,
  returnedFrom: null, designated: false, refusalGround: null, reviewStep: null, replyDoneAt: null, leaksAsked: 0, extensionAsked: false, transferBounces: 0, transferFinal: false, transferReplied: false, secrecy: 'named', guard: '', named: '', matterId: null, siteDoneAt: null,
  openOrders: 0, unansweredOrders: 0, suggestedOrders: 0, riskUnsigned: false, mailReturned: null, ...about,
}); // prettier-ignore
const after = (status: AppealStatus, act: Act, way: string | null, role: Role) =>
  nextStatus(at(status), act, way, who(role), ACT_WORDS);

describe('the life of an appeal', () => {
  it.each<[AppealStatus, Act, string | null, Role, AppealStatus]>([
    ['received', 'acceptance', null, 'dispatcher', 'accepted'],
    ['received', 'non-acceptance', null, 'leader', 'not-accepted'],
    ['received', 'discard', null, 'dispatcher', 'discarded'],
    ['discarded', 'restore', null, 'dispatcher', 'received'],
    ['accepted', 'assignment', null, 'dispatcher', 'assigned'],
    ['in-hand', 'assignment', 'again', 'leader', 'assigned'],
    ['assigned', 'receipt', null, 'handler', 'in-hand'],
    ['assigned', 'return', null, 'section-head', 'accepted'],
    ['in-hand', 'contact-records', null, 'handler', 'in-hand'],
    ['in-hand', 'question', null, 'handler', 'awaiting-citizen'],
    ['awaiting-citizen', 'supplement', null, 'dispatcher', 'in-hand'],
    ['in-hand', 'draft', 'submit', 'handler', 'in-review'],
    ['in-review', 'approval', 'send-back', 'section-head', 'in-hand'],
    ['in-review', 'reply', null, 'section-head', 'answered'],
    ['received', 'transfer', 'out', 'dispatcher', 'transferred'],
    ['transferred', 'transfer', 'receipt', 'dispatcher', 'transferred'],
    ['transferred', 'transfer', 'reply', 'dispatcher', 'transferred'],
    ['transferred', 'transfer', 'link', 'dispatcher', 'transferred'],
    ['transferred', 'transfer', 'objection', 'dispatcher', 'accepted'],
    ['transferred', 'transfer', 'answer', 'dispatcher', 'answered'],
    ['transferred', 'transfer', 'take-back', 'dispatcher', 'accepted'],
    ['answered', 'revisit', 'plan', 'dispatcher', 'revisit'],
    ['revisit', 'revisit', 'unsatisfied', 'dispatcher', 'reopen-requested'],
    ['closed', 'reopening', 'request', 'dispatcher', 'reopen-requested'],
    ['reopen-requested', 'reopening', 'grant', 'leader', 'in-hand'],
    ['reopen-requested', 'reopening', 'refuse', 'dispatcher', 'closed'],
    ['in-hand', 'withdrawal', null, 'dispatcher', 'withdrawn'],
    ['answered', 'closing', 'close', 'dispatcher', 'closed'],
    ['closed', 'closing', 'archive', 'dispatcher', 'archived'],
  ])('%s: %s %s by the %s leads to %s', (status, act, way, role, next) => {
    expect(after(status, act, way, role)).toBe(next);
  });

  it.each<[string, AppealStatus, Act, string | null, Role]>([
    ['a handler accepts nothing', 'received', 'acceptance', null, 'handler'],
    ['a dispatcher does not sign for a unit', 'assigned', 'receipt', null, 'dispatcher'],
    ['a handler does not approve his own draft', 'in-review', 'approval', 'pass', 'handler'],
    ['an administrator touches no appeal', 'received', 'acceptance', null, 'administrator'],
  ])('%s', (_, status, act, way, role) => {
    expect(() => after(status, act, way, role)).toThrow(expect.objectContaining({ kind: 'forbidden' }) as Fault);
  });

  it.each<[string, AppealStatus, Act, string | null, Role]>([
    ['what is not signed for is not answered', 'assigned', 'draft', 'submit', 'handler'],
    ['what is archived stays as it is', 'archived', 'notes', null, 'dispatcher'],
    ['what is signed for is not returned', 'in-hand', 'return', null, 'handler'],
    ['what was answered is not transferred', 'answered', 'transfer', 'out', 'dispatcher'],
    ['what is under way is not closed', 'in-hand', 'closing', 'close', 'dispatcher'],
  ])('%s', (_, status, act, way, role) => {
    expect(() => after(status, act, way, role)).toThrow(expect.objectContaining({ kind: 'refused' }) as Fault);
  });

  it('leaves no state but the archive without a way out', () => {
    const stuck = STATUSES.filter((status) => !TRANSITIONS.some((row) => row.from.includes(status) && row.to !== 'same'));
    expect(stuck).toEqual(['archived']);
  });

  it('lets every state be reached', () => {
    const reached = new Set<AppealStatus>(['received', ...TRANSITIONS.flatMap((row) => (row.to === 'same' ? [] : [row.to]))]);
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('offers a section nothing on an appeal of another unit', () => {
    expect(allowedActs({ ...at('assigned'), unitId: 'water' }, who('handler'), new Set())).toEqual([]);
  });

  it('says what would work instead', () => {
    expect(() => after('in-review', 'return', null, 'section-head')).toThrow(
      expect.objectContaining({
        message: '现在是“待审核”，不能退单。',
        hint: expect.stringContaining('退回修改') as string,
      }) as Fault,
    );
  });
});
