import { percentWords, SMALL, type DeadlineRules } from '@hub/domain';
import type { PublicFigures } from '@hub/insight';
import type { ReactElement } from 'react';
import { period } from '../layout/period';

/** The year so far in three lines; what is too few to be told is left out. */
export function ThisYear({ figures, rules }: { figures: PublicFigures; rules: DeadlineRules }): ReactElement {
  const { reply, satisfied } = figures.rates;
  return (
    <section aria-labelledby="year">
      <h2 id="year">今年到现在</h2>
      <dl className="facts">
        <div>
          <dt>收到来件</dt>
          <dd>{figures.received} 件</dd>
        </div>
        {reply.among >= SMALL && (
          <div>
            <dt>{period('reply', rules)}答复</dt>
            <dd>
              {percentWords(reply.permille)}
              <br />
              <span className="soft">
                应办 {reply.among} 件，按时 {reply.of} 件
              </span>
            </dd>
          </div>
        )}
        {satisfied.among >= SMALL && (
          <div>
            <dt>满意和基本满意</dt>
            <dd>
              {percentWords(satisfied.permille)}
              <br />
              <span className="soft">
                收到评价 {satisfied.among} 件，其中 {satisfied.of} 件
              </span>
            </dd>
          </div>
        )}
      </dl>
      <a className="more" href="/statistics">
        查看办理统计
      </a>
    </section>
  );
}
