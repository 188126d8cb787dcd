import { approvalSteps, openSteps, type ApprovalFacts, type ApprovalRules } from './approval';

const rules: ApprovalRules = { kinds: [], tracks: ['petition'], secrecies: ['confidential'], supervised: true };
const facts = (about: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  kind: 'complaint', track: 'enforcement', secrecy: 'named', supervised: false, ...about,
}); // prettier-ignore

describe('an answer', () => {
  it.each<[string, Partial<ApprovalFacts>, readonly string[]]>([
    ['an ordinary one is passed by the section head', {}, ['section-head']],
    ['a supervised one goes on to a leader', { supervised: true }, ['section-head', 'leader']],
    ['a confidential one goes on to a leader', { secrecy: 'confidential' }, ['section-head', 'leader']],
    ['an opinion on a petition goes on to a leader', { track: 'petition' }, ['section-head', 'leader']],
  ])('%s', (_, about, steps) => {
    expect(approvalSteps(facts(about), 'handler', rules)).toEqual(steps);
  });

  it('goes by the office’s rules', () => {
    expect(approvalSteps(facts(), 'handler', { ...rules, kinds: ['complaint'] })).toEqual(['section-head', 'leader']);
    expect(approvalSteps(facts({ supervised: true }), 'handler', { ...rules, supervised: false })).toEqual(['section-head']);
  });

  it('of a section head goes to a leader, not to himself', () => {
    expect(approvalSteps(facts(), 'section-head', rules)).toEqual(['leader']);
  });

  it('waits for the steps that are not passed, and a leader’s word stands for both', () => {
    const both = ['section-head', 'leader'] as const;
    expect([openSteps(both, []), openSteps(both, ['section-head']), openSteps(both, ['leader'])]).toEqual([both, ['leader'], []]);
  });
});
