import type { Tracked } from '@hub/casework';
import { MILESTONE_WORDS, type DeadlineRules } from '@hub/domain';
import type { ReactElement } from 'react';
import { Lamp } from '../layout/Lamp';
import { period } from '../layout/period';
import { lampOf } from './lamp-of';

export function StatusLamps({ tracked, rules }: { tracked: Tracked; rules: DeadlineRules }): ReactElement {
  const next = tracked.lamps.find((lamp) => lamp.state !== 'done' && lamp.state !== 'waived');
  return (
    <>
      <h2 className="vh">办到哪一步</h2>
      <ol className="lamps">
        {tracked.lamps.map((lamp) => {
          const { shape, state, more } = lampOf(lamp, tracked.status, lamp === next);
          return (
            <Lamp
              shape={shape}
              title={MILESTONE_WORDS[lamp.name]}
              period={period(lamp.name, rules)}
              state={state}
              key={lamp.name}
            >
              {more}
            </Lamp>
          );
        })}
      </ol>
    </>
  );
}
