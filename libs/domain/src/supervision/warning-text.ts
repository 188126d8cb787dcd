import { daysBetween, shortDate, type Day } from '../deadline/day';
import type { Step } from '../deadline/milestone';
import { WARNING_WORDS } from '../words/supervision-words';
import { STEP_WORDS } from '../words/words';
import { levelRank, type WarningLevel } from './warning';

/** 超期 3 天（中度超期） or 还有 2 天到期（11月26日）. */
export function latenessWord(dueOn: Day, today: Day, level: WarningLevel): string {
  const over = daysBetween(dueOn, today);
  if (over <= 0) return over === 0 ? '今天到期' : `还有 ${-over} 天到期（${shortDate(dueOn, today)}）`;
  return levelRank(level) > levelRank('late') ? `超期 ${over} 天（${WARNING_WORDS[level]}）` : `超期 ${over} 天`;
}

interface Due {
  readonly number: string;
  readonly step: Step | null;
  readonly dueOn: Day;
}

/** Names the appeal, its step and its unit; never what a citizen wrote. */
export const warningText = ({ number, step, dueOn }: Due, unit: string | null, level: WarningLevel, today: Day): string =>
  `${number}${unit ? `（${unit}）` : ''}：${step ? STEP_WORDS[step] : '办理'}${latenessWord(dueOn, today, level)}。`;
