import type { Role } from '../appeal/person';
import { audienceOf, ESCALATION } from './audience';

const person = (id: number, role: Role, unitId: string | null = null, disabled = false) => ({
  id,
  role,
  unitId,
  disabled,
  name: '某',
});
const staff = [
  person(1, 'dispatcher'),
  person(2, 'section-head', 'noise'),
  person(3, 'handler', 'noise'),
  person(4, 'handler', 'noise'),
  person(5, 'section-head', 'water'),
  person(6, 'leader'),
  person(7, 'director'),
  person(8, 'dispatcher', null, true),
];
const appeal = { status: 'in-hand' as const, unitId: 'noise', handlerId: 3, coUnits: '', guard: '', named: '' };
const told = (
  level: keyof typeof ESCALATION,
  about: Partial<typeof appeal> | { handlerId: null; unitId: null } = {},
  of = staff,
) => audienceOf(ESCALATION[level], { ...appeal, ...about } as never, of).sort();

describe('who is told of a lateness', () => {
  it('rises from the handler over his head and the office to the deputy and the director', () => {
    expect([told('soon'), told('late'), told('moderate'), told('severe')]).toEqual([[3], [1, 2, 3], [1, 2, 6], [2, 6, 7]]);
  });

  it('is the section’s head where nobody has taken it, and the office where no unit has it', () => {
    expect(told('soon', { handlerId: null } as never)).toEqual([2]);
    expect(told('soon', { handlerId: null, unitId: null })).toEqual([1]);
  });

  it('is the office where the duty is held by nobody', () => {
    expect(told('severe', {}, staff.filter(({ role }) => role !== 'director'))).toEqual([1, 2, 6]); // prettier-ignore
  });

  it('is never another section or somebody who has left', () => {
    const everybody = (Object.keys(ESCALATION) as (keyof typeof ESCALATION)[]).flatMap((level) => told(level));
    expect([everybody.includes(5), everybody.includes(8)]).toEqual([false, false]);
  });
});
