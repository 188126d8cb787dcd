import type { PrivateData } from '@hub/domain';
import type { ReactElement } from 'react';
import { Errors } from '../layout/Errors';
import type { Page } from '../layout/page';
import { stepFrame, type StepProps } from './KindPage';
import type { ThingWords } from './parts';
import { ConflictPanel, Next, StepForm } from './StepForm';
import { StepLayout } from './StepLayout';
import { WhatFields } from './WhatFields';

export interface WhatProps extends StepProps<ThingWords> {
  /** Counted from 1, and how many things there are. */
  readonly thing: { readonly number: number; readonly of: number };
  /** Numbers in the words that are perhaps not meant to stand there. */
  readonly hints: readonly PrivateData[];
}

export function whatPage(props: WhatProps): Page {
  const { office, back, faults, conflict, action, seen, thing, hints, typed } = props;
  const which = thing.of > 1 ? `第 ${thing.number} 件：` : '';
  const frame = stepFrame(props, `${which}请说说这件事`);
  const hinted = hints.length > 0 && !faults.length && !conflict;
  return {
    ...frame,
    title: hinted ? `提醒：${frame.title}` : frame.title,
    body: (
      <StepLayout office={office} step="what" back={back}>
        <Errors faults={faults} />
        {conflict && <ConflictPanel href={action} />}
        {hinted && <Hint hints={hints} />}
        <h1>{which}请说说这件事</h1>
        <StepForm action={action} seen={seen}>
          <WhatFields typed={typed} faults={faults} streets={office.streets} addresses={office.web.addresses} />
          {hinted ? <Decide /> : <Next />}
        </StepForm>
      </StepLayout>
    ),
  };
}

/** A warning and no refusal: he may take it out, or leave it. */
const Hint = ({ hints }: { hints: readonly PrivateData[] }): ReactElement => (
  <section className="panel warn" aria-labelledby="hint" role="alert" tabIndex={-1} autoFocus>
    <h2 id="hint">提醒您：文字里好像有{[...new Set(hints.map(({ what }) => what))].join('、')}</h2>
    <ul>
      {hints.map(({ value }) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
    <p>
      文字部分会给办理的人看，转给别的部门时也会带上。如果这是您自己的，建议在下面删去，联系方式后面会单独问您，另外加密保管；如果是店招、
      告示上的，可以保留。
    </p>
  </section>
);

const Decide = (): ReactElement => (
  <div className="acts">
    <button className="btn" name="act" value="next">
      改好了，下一步
    </button>
    <button className="btn two" name="act" value="keep">
      不改，保留，下一步
    </button>
  </div>
);
