import type { Staff } from '../appeal/person';
import { isMeasurable, isShown, mayGuideStep, type GuideState } from './guide';

const as = (role: Staff['role'], unitId: string | null = null): Staff => ({ id: 1, name: '某君', role, unitId });
const office = as('dispatcher');
const head = as('section-head', 'supervision');
const article = (state: GuideState) => ({ state, chapter: 'scope' as const, unitId: null });
const promise = (state: GuideState) => ({ state, chapter: 'promise' as const, unitId: 'supervision' });

describe('an article of the guide', () => {
  it('is published by the office, and changed only before', () => {
    expect(mayGuideStep('publication', article('draft'), office)).toBe(true);
    expect(mayGuideStep('publication', article('draft'), head)).toBe(false);
    expect(mayGuideStep('change', article('published'), office)).toBe(false);
    expect(mayGuideStep('renewal', article('published'), office)).toBe(true);
    expect(mayGuideStep('renewal', article('replaced'), office)).toBe(false);
  });

  it('is a section’s promise only once its own head has signed', () => {
    expect(mayGuideStep('publication', promise('draft'), office)).toBe(false);
    expect(mayGuideStep('signature', promise('draft'), as('section-head', 'monitoring'))).toBe(false);
    expect(mayGuideStep('signature', promise('draft'), head)).toBe(true);
    expect(mayGuideStep('publication', promise('signed'), office)).toBe(true);
    expect(mayGuideStep('signature', article('draft'), head)).toBe(false);
  });
});

it('calls a promise measurable only where it has a number', () => {
  expect(isMeasurable('5 个工作日内答复')).toBe(true);
  expect(isMeasurable('三天内上门')).toBe(true);
  expect(isMeasurable('热情服务')).toBe(false);
});

it('shows a notice from its first day to its last', () => {
  const notice = { from: '2026-11-24', until: '2026-11-25' };
  expect(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) => isShown(notice, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
