import type { DeadlineRules, Milestone } from '@hub/domain';

/** 1 周内, 10 天内 or 10 个工作日内, as the office's rules have it. */
export function period(milestone: Milestone, rules: DeadlineRules): string {
  const days = rules[`${milestone}Days`];
  if (rules.count === 'working') return `${days} 个工作日内`;
  return days % 7 === 0 ? `${days / 7} 周内` : `${days} 天内`;
}
