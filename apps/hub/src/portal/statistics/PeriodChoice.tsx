import { monthPeriod, monthsOfYear, yearPeriod, type Period } from '@hub/domain';
import type { ReactElement } from 'react';

/** A form that needs no script; years that are over and months that have begun. */
export function PeriodChoice(props: { period: Period; today: string; years: readonly string[] }): ReactElement {
  const { period, today, years } = props;
  const periods = years.flatMap((year) => [
    yearPeriod(year),
    ...monthsOfYear(year)
      .map(monthPeriod)
      .filter(({ from }) => from <= today)
      .reverse(),
  ]);
  return (
    <form className="acts" method="get" action="/statistics">
      <div>
        <label htmlFor="period" className="vh">
          统计时段
        </label>
        <select id="period" name="period" defaultValue={period.name}>
          {periods.map(({ name, words }) => (
            <option key={name} value={name}>
              {name.length === 4 ? `${words}全年` : words}
            </option>
          ))}
        </select>
      </div>
      <button className="btn low">查看</button>
    </form>
  );
}
