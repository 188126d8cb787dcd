import { scoreRisk, type RiskFactors, type RiskRules } from './risk';
import { guessRisk, maySign } from './risk-guess';

const rules: RiskRules = {
  steps: {
    people: [
      { from: 100, points: 35 },
      { from: 5, points: 10 },
      { from: 30, points: 20 },
    ],
    repeats: [{ from: 3, points: 10 }],
    daysLate: [
      { from: 1, points: 5 },
      { from: 15, points: 20 },
    ],
    dissatisfied: [{ from: 1, points: 10 }],
  },
  group: 15,
  media: { local: 10, wide: 25 },
  health: { suspected: 15, confirmed: 35 },
  levels: { medium: 20, high: 45, major: 70 },
  lookers: { low: 'section-head', medium: 'section-head', high: 'leader', major: 'director' },
};
const calm: RiskFactors = { people: 1, repeats: 1, group: false, daysLate: 0, dissatisfied: 0, media: 'none', health: 'none' };
const score = (factors: Partial<RiskFactors>) => scoreRisk({ ...calm, ...factors }, rules);

describe('the risk of a matter', () => {
  it.each([
    ['nothing', {}, 0, 'low', 'section-head'],
    ['four people', { people: 4 }, 0, 'low', 'section-head'],
    ['ninety-nine people, the highest step only', { people: 99 }, 20, 'medium', 'section-head'],
    ['just below medium', { people: 5, daysLate: 14 }, 15, 'low', 'section-head'],
    ['a group and late', { group: true, daysLate: 15, dissatisfied: 2 }, 45, 'high', 'leader'],
    ['a hundred with proved harm', { people: 100, health: 'confirmed' }, 70, 'major', 'director'],
    [
      'everything',
      { people: 500, repeats: 9, group: true, daysLate: 60, dissatisfied: 3, media: 'wide', health: 'confirmed' },
      150,
      'major',
      'director',
    ],
  ] as const)('of %s', (_, factors, points, level, looker) => {
    expect(score(factors)).toMatchObject({ score: points, level, looker });
  });

  it('says which factors it comes from', () => {
    expect(score({ people: 40, media: 'local' }).parts).toEqual([
      { factor: 'people', points: 20 },
      { factor: 'media', points: 10 },
    ]);
  });

  it('never falls when a factor grows', () => {
    const grown: Partial<RiskFactors>[] = [{ people: 200 }, { repeats: 5 }, { group: true }, { daysLate: 20 }, { dissatisfied: 1 }, { media: 'wide' }, { health: 'suspected' }]; // prettier-ignore
    for (const one of grown) expect(score({ people: 6, ...one }).score).toBeGreaterThan(score({ people: 6 }).score);
  });

  it.each([
    ['我们小区 120 户居民联名反映', { people: 360, group: true }],
    ['孩子咳嗽，老人头晕', { health: 'suspected' }],
    ['已经住院，有诊断证明', { health: 'confirmed' }],
    ['再不处理我就找电视台记者', { media: 'wide' }],
    ['夜里有风机声', { people: 1, group: false, media: 'none', health: 'none' }],
  ])('is first guessed from what the citizen wrote: %s', (text, guessed) => {
    expect(guessRisk({ text, letters: 2, daysLate: 3, dissatisfied: 0 })).toMatchObject({ repeats: 2, daysLate: 3, ...guessed });
  });

  it('is signed by whoever must look, or by somebody above him', () => {
    expect(['handler', 'section-head', 'leader', 'director'].map((role) => maySign('leader', role))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
