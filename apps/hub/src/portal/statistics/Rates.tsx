import { percentWords, SMALL, type DeadlineRules, type Milestone, type Rate } from '@hub/domain';
import type { PublicFigures } from '@hub/insight';
import type { ReactElement } from 'react';
import { period } from '../layout/period';

const STEP_WORDS: Record<Milestone, string> = { contact: '取得联系', site: '完成现场调查', reply: '答复' };

/** The three promises, each with what was due and what was done in time. */
export function Rates({ rates, rules }: { rates: PublicFigures['rates']; rules: DeadlineRules }): ReactElement {
  return (
    <section aria-labelledby="ontime">
      <h2 id="ontime">按时办理情况</h2>
      <ul className="rates">
        {(['contact', 'site', 'reply'] as const).map((step) => (
          <RateItem key={step} name={`${period(step, rules)}${STEP_WORDS[step]}`} rate={rates[step]} />
        ))}
      </ul>
      <p className="soft col">
        “应办”是期限落在这段时间里、到昨天为止已经到期的件数。匿名、没有联系方式、不需要到现场的另计：联系{' '}
        {few(rates.contact.apart)}，现场 {few(rates.site.apart)}
        。到期以前已经转交、撤回或者不予受理的，不算进“应办”。迟办的，以后补办了也仍算迟。
      </p>
    </section>
  );
}

const few = (count: number | null): string => (count && count < SMALL ? `少于 ${SMALL} 件` : `${count ?? 0} 件`);

function RateItem({ name, rate }: { name: string; rate: Rate }): ReactElement {
  if (rate.among < SMALL)
    return (
      <li>
        <b>—</b>
        <p>{name}</p>
        <p className="soft">{rate.among ? `应办少于 ${SMALL} 件，不计算` : '这段时间没有到期的'}</p>
      </li>
    );
  return (
    <li>
      <b>{percentWords(rate.permille)}</b>
      <p>{name}</p>
      <p className="soft">
        应办 {rate.among} 件，按时 {rate.of} 件
      </p>
      <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="trk" width="100" height="10" />
        <rect width={((rate.permille ?? 0) / 10).toFixed(1)} height="10" />
      </svg>
    </li>
  );
}
