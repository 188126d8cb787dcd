import type { Tracked } from '@hub/casework';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';

/** The newest first. */
export const History = ({ lines }: { lines: Tracked['history'] }): ReactElement => (
  <section aria-labelledby="hist">
    <h2 id="hist">经过</h2>
    <dl className="facts hist">
      {lines.toReversed().map((line, at) => (
        <div key={at}>
          <dt>
            <LongDay day={line.on} />
          </dt>
          <dd>{line.words}</dd>
        </div>
      ))}
    </dl>
  </section>
);
