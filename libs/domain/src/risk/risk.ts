/** How likely a matter is to become a conflict (信访矛盾风险): 低, 中, 高, 重大. The risk is of the matter, not of a person. */
export const RISK_LEVELS = ['low', 'medium', 'high', 'major'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

export const RISK_LOOKERS = ['section-head', 'leader', 'director'] as const;
export type RiskLooker = (typeof RISK_LOOKERS)[number];

export const MEDIA = ['none', 'local', 'wide'] as const;
export type Media = (typeof MEDIA)[number];
export const HEALTH = ['none', 'suspected', 'confirmed'] as const;
export type Health = (typeof HEALTH)[number];

export interface RiskFactors {
  /** Persons affected. */
  readonly people: number;
  /** Appeals about the same matter, this one included. */
  readonly repeats: number;
  /** A visit or letter of many together. */
  readonly group: boolean;
  readonly daysLate: number;
  /** How often the citizen said that he is not satisfied. */
  readonly dissatisfied: number;
  readonly media: Media;
  readonly health: Health;
}

/** Points from a number on. */
interface Step {
  readonly from: number;
  readonly points: number;
}

export const COUNTED = ['people', 'repeats', 'daysLate', 'dissatisfied'] as const;
export type Counted = (typeof COUNTED)[number];

/** What the office sets in config/risk.yaml. */
export interface RiskRules {
  readonly steps: Readonly<Record<Counted, readonly Step[]>>;
  readonly group: number;
  readonly media: Readonly<Record<Exclude<Media, 'none'>, number>>;
  readonly health: Readonly<Record<Exclude<Health, 'none'>, number>>;
  /** Points from which a level holds. */
  readonly levels: Readonly<Record<Exclude<RiskLevel, 'low'>, number>>;
  readonly lookers: Readonly<Record<RiskLevel, RiskLooker>>;
}

export interface RiskScore {
  readonly score: number;
  readonly level: RiskLevel;
  readonly looker: RiskLooker;
  /** The points of each factor that has any. */
  readonly parts: readonly { readonly factor: keyof RiskFactors; readonly points: number }[];
}

const reached = (value: number, steps: readonly Step[]): number =>
  Math.max(0, ...steps.filter(({ from }) => value >= from).map(({ points }) => points));

export function scoreRisk(factors: RiskFactors, rules: RiskRules): RiskScore {
  const parts = [
    ...COUNTED.map((factor) => ({ factor, points: reached(factors[factor], rules.steps[factor]) })),
    { factor: 'group' as const, points: factors.group ? rules.group : 0 },
    { factor: 'media' as const, points: factors.media === 'none' ? 0 : rules.media[factors.media] },
    { factor: 'health' as const, points: factors.health === 'none' ? 0 : rules.health[factors.health] },
  ].filter(({ points }) => points > 0);
  const score = parts.reduce((sum, { points }) => sum + points, 0);
  const { levels } = rules;
  const level = score >= levels.major ? 'major' : score >= levels.high ? 'high' : score >= levels.medium ? 'medium' : 'low';
  return { score, level, looker: rules.lookers[level], parts };
}
