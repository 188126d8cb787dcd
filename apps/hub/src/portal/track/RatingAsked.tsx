import type { Tracked } from '@hub/casework';
import type { ReactElement } from 'react';
import { PassField } from './PassField';

/** The way to the rating of the last answer, or to what was said of it. */
export function RatingAsked({ state, pass }: { state: Tracked['rating']; pass: string }): ReactElement | null {
  if (state !== 'open' && state !== 'rated') return null;
  return (
    <section aria-labelledby="rt" className="no-print">
      <h2 id="rt">{state === 'open' ? '请您评价' : '您的评价'}</h2>
      {state === 'open' ? <p>只要一分钟。承办人员看不到您填的评价。</p> : <p>您已经评价过这次答复，谢谢。</p>}
      <form method="post" action="/track/rating">
        <PassField pass={pass} />
        <div className="acts">
          <button className={state === 'open' ? 'btn' : 'btn two'}>{state === 'open' ? '评价这次办理' : '看看我的评价'}</button>
        </div>
      </form>
    </section>
  );
}
