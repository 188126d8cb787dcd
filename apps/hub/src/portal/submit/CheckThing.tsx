import {
  hoursWords,
  KIND_WORDS,
  MOST_THINGS,
  privateHints,
  sinceWords,
  UNKNOWN_STREET,
  type Kind,
  type WebSubmission,
  type WebThing,
} from '@hub/domain';
import type { ReactElement } from 'react';
import { Paragraphs } from '../layout/Paragraphs';
import { Answer } from './Answer';
import { stepPath } from './steps';

interface CheckThingProps {
  draftKey: string;
  submission: WebSubmission;
  thing: WebThing;
  /** Counted from 1. */
  number: number;
}

export const CheckThing = ({ draftKey, submission, thing, number }: CheckThingProps): ReactElement => {
  const several = submission.things.length > 1;
  const way = { thing: number, fromCheck: true };
  const what = stepPath(draftKey, 'what', way);
  const hints = privateHints(thing);
  const files = submission.files.filter((file) => file.thing === null || file.thing === number);
  return (
    <>
      <h2>{several ? `第 ${number} 件` : '事情'}</h2>
      <dl className="facts">
        <Answer name="类型" href={stepPath(draftKey, 'kind', way)} of={several ? number : null}>
          {KIND_WORDS[thing.kind as Kind]}
        </Answer>
        <Answer name="概括" href={what} of={several ? number : null}>
          {thing.subject}
        </Answer>
        <Answer name="详细情况" href={what} of={several ? number : null}>
          {thing.text && <Paragraphs text={thing.text} />}
        </Answer>
        <Answer name="开始时间" href={what} of={several ? number : null}>
          {sinceWords(thing.from)}
        </Answer>
        <Answer name="时段" href={what} of={several ? number : null}>
          {hoursWords(thing.hours)}
        </Answer>
        <Answer name="地点" href={what} of={several ? number : null}>
          {[thing.street === UNKNOWN_STREET ? '街道不清楚' : thing.street, thing.place].filter(Boolean).join('，')}
        </Answer>
        <Answer name="单位" href={what} of={several ? number : null}>
          {thing.site}
        </Answer>
        <Answer name="照片和文件" href={stepPath(draftKey, 'files', { fromCheck: true })} of={several ? number : null}>
          {files.map(({ id, name }) => (
            <span key={id}>
              {name}
              <br />
            </span>
          ))}
        </Answer>
      </dl>
      <SplitActs draftKey={draftKey} number={number} things={submission.things.length} />
      {hints.length > 0 && (
        <div className="panel warn">
          <p>
            文字里有{hints.map(({ what: kind, value }) => `${kind} ${value}`).join('、')}。如果是您自己的，建议
            <a href={what}>删去</a>
            ；直接提交就照样保留。
          </p>
        </div>
      )}
    </>
  );
};

/** Each thing may be parted further, and one of several taken out again. */
const SplitActs = ({ draftKey, number, things }: { draftKey: string; number: number; things: number }): ReactElement => (
  <form method="post" action={stepPath(draftKey, 'split', { thing: number })}>
    <div className="acts">
      {things < MOST_THINGS && (
        <a className="btn low" href={stepPath(draftKey, 'split', { thing: number })}>
          这里说的是几件事，分开写{things > 1 && <span className="vh">：第 {number} 件</span>}
        </a>
      )}
      {things > 1 && (
        <button className="btn low" name="act" value="remove">
          去掉第 {number} 件
        </button>
      )}
    </div>
  </form>
);
