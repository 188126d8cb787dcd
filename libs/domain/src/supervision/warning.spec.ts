import { addDays } from '../deadline/day';
import { NO_DUE } from '../deadline/milestone';
import { dueReaching, warningLevel, WARNING_LEVELS, type WarningLevel } from './warning';
import { warningText } from './warning-text';

const rules = { soon: 3, moderate: 5, severe: 15 };
const today = '2026-03-01';

describe('the grade of a lateness', () => {
  it.each<[days: number, level: WarningLevel]>([
    [-4, 'none'],
    [-3, 'soon'],
    [0, 'soon'],
    [1, 'late'],
    [4, 'late'],
    [5, 'moderate'],
    [14, 'moderate'],
    [15, 'severe'],
    [400, 'severe'],
  ])('%i days past the due day is %s', (days, level) => {
    expect(warningLevel(addDays(today, -days), today, rules)).toBe(level);
  });

  it('is none where nothing is owed', () => expect(warningLevel(NO_DUE, today, rules)).toBe('none'));

  it('is reached exactly by what is due up to the day that the index is asked for', () => {
    for (const level of WARNING_LEVELS.slice(1)) {
      const last = dueReaching(level, today, rules);
      const rank = (day: string) => WARNING_LEVELS.indexOf(warningLevel(day, today, rules));
      expect([rank(last) >= WARNING_LEVELS.indexOf(level), rank(addDays(last, 1)) < WARNING_LEVELS.indexOf(level)]).toEqual([true, true]); // prettier-ignore
    }
  });

  it('is told by number, unit, step and days', () => {
    const due = { number: 'YXT-20260101-0001', step: 'site' as const, dueOn: '2026-02-20' };
    expect(warningText(due, '监察支队', 'moderate', today)).toBe('YXT-20260101-0001（监察支队）：现场超期 9 天（中度超期）。');
    expect(warningText({ ...due, dueOn: '2026-03-03' }, null, 'soon', today)).toBe(
      'YXT-20260101-0001：现场还有 2 天到期（3月3日）。',
    );
  });
});
