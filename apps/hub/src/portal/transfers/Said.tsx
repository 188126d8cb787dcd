import type { HandedOver } from '@hub/casework';
import type { ReactElement, ReactNode } from 'react';
import { LongDay } from '../layout/LongDay';
import { Paragraphs } from '../layout/Paragraphs';
import { sizeWord } from '../layout/size-word';

/** What the department has said so far: its receipt slip, its objection or its answer. */
export function Said({ over }: { over: HandedOver }): ReactElement | null {
  const { receivedOn, objection, reply, state, officer } = over;
  if (!receivedOn && !objection && !reply && state !== 'taken-back') return null;
  const rows: (readonly [string, ReactNode])[] = [
    ...(receivedOn ? [['签收', <LongDay day={receivedOn} key="r" />] as const] : []),
    ...(objection ? [['提出异议', <LongDay day={objection.on} key="o" />] as const] : []),
    ...(reply ? [['答复', <LongDay day={reply.on} key="a" />] as const] : []),
    ...(officer ? [['经办人', officer] as const] : []),
  ];
  return (
    <section className="panel key" aria-labelledby="said">
      <h2 id="said">回执</h2>
      {state === 'taken-back' && <p>我局已收回这一件，不用再办。有疑问请打电话。</p>}
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {objection && <Paragraphs text={objection.text} />}
      {reply && <Paragraphs text={reply.text} />}
      {reply && reply.files.length > 0 && (
        <p>附件：{reply.files.map(({ name, size }) => `${name}（${sizeWord(size)}）`).join('、')}</p>
      )}
    </section>
  );
}
