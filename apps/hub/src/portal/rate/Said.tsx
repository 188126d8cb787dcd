import type { Ratable } from '@hub/casework';
import { DIMENSION_WORDS, DIMENSIONS, SATISFACTION_WORDS, SCORE_WORDS, SOLVED_WORDS } from '@hub/domain';
import type { ReactElement, ReactNode } from 'react';
import { LongDay } from '../layout/LongDay';
import { Paragraphs } from '../layout/Paragraphs';

/** What the citizen said, for himself. */
export function Said({ said }: { said: NonNullable<Ratable['said']> }): ReactElement {
  const scored = DIMENSIONS.flatMap((one) => {
    const score = said.scores[one];
    return score === null ? [] : [[DIMENSION_WORDS[one], SCORE_WORDS[score]] as const];
  });
  const rows: (readonly [string, ReactNode])[] = [
    ['评价日期', <LongDay day={said.on} key="on" />],
    ['问题解决了吗', SOLVED_WORDS[said.solved]],
    ['总的来说', SATISFACTION_WORDS[said.satisfaction]],
    ...scored,
    ...(said.words ? [['您的话', <Paragraphs text={said.words} key="words" />] as const] : []),
    ...(said.reopen ? [['申请重办', '已申请'] as const] : []),
  ];
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
