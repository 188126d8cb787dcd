import type { Tracked } from '@hub/casework';
import type { ReactElement } from 'react';
import { faultOf, type FieldFault } from '../layout/faults';
import { Field } from '../layout/Field';
import { LongDay } from '../layout/LongDay';
import { Paragraphs } from '../layout/Paragraphs';
import type { Keys } from './keys';

interface SupplementProps {
  question: Tracked['question'];
  keys: Keys;
  typed: string;
  faults: readonly FieldFault[];
}

export const Supplement = ({ question, keys, typed, faults }: SupplementProps): ReactElement => (
  <section aria-labelledby={question ? 'q' : 'add'}>
    {question ? <Question question={question} /> : <h2 id="add">还有话要说？</h2>}
    <form id="supplement" method="post" action="/track/supplement" noValidate>
      <input type="hidden" name="number" value={keys.number} />
      <input type="hidden" name="code" value={keys.code} />
      <Field id="more" label={question ? '您的回答' : '补充说明'} hint="不超过 5000 个字" fault={faultOf(faults, 'more')}>
        {(described) => <textarea id="more" name="more" rows={4} maxLength={6000} defaultValue={typed} {...described} />}
      </Field>
      <div className="acts">
        <button className={question ? 'btn' : 'btn two'}>{question ? '提交回答' : '提交补充'}</button>
      </div>
    </form>
  </section>
);

const Question = ({ question }: { question: NonNullable<Tracked['question']> }): ReactElement => (
  <div className="panel ask">
    <h2 id="q">请您回答</h2>
    <Paragraphs text={question.text} />
    <p className="soft">
      {question.dueOn && (
        <>
          请在
          <LongDay day={question.dueOn} />
          以前回答。
        </>
      )}
      不回答也会继续办。
    </p>
  </div>
);
