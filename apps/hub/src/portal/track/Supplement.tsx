import { CITIZEN_FILE_BYTES, CITIZEN_FILES, type Tracked } from '@hub/casework';
import { isOpen } from '@hub/domain';
import type { ReactElement } from 'react';
import { faultOf, type FieldFault } from '../layout/faults';
import { Field } from '../layout/Field';
import { LongDay } from '../layout/LongDay';
import { Paragraphs } from '../layout/Paragraphs';
import { PassField } from './PassField';

interface SupplementProps {
  tracked: Tracked;
  pass: string;
  typed: string;
  faults: readonly FieldFault[];
}

export function Supplement({ tracked: { question, status }, pass, typed, faults }: SupplementProps): ReactElement {
  const answered = !isOpen(status) || status === 'revisit';
  return (
    <section aria-labelledby={question ? 'q' : 'add'} className="no-print">
      {question ? <Question question={question} /> : <h2 id="add">补充材料</h2>}
      {answered && <p>已经答复过的，您补充以后，由局办公室决定要不要重新办理，并告诉您。</p>}
      <form id="supplement" method="post" action="/track/supplement" encType="multipart/form-data" noValidate>
        <PassField pass={pass} />
        <Field id="more" label={question ? '您的回答' : '补充说明'} hint="不超过 5000 个字" fault={faultOf(faults, 'more')}>
          {(described) => <textarea id="more" name="more" rows={4} maxLength={6000} defaultValue={typed} {...described} />}
        </Field>
        <Field
          id="files"
          label="照片或文件"
          optional="可不选"
          hint={
            <>
              最多 {CITIZEN_FILES} 个，每个不超过 {CITIZEN_FILE_BYTES / 1024 / 1024} MB：照片、PDF、Word、Excel。
              {faults.length > 0 && '刚才选过文件的，请重新选一次。'}
            </>
          }
          fault={faultOf(faults, 'files')}
        >
          {(described) => (
            <input
              type="file"
              id="files"
              name="files"
              multiple
              accept=".jpg,.jpeg,.png,.webp,.pdf,.doc,.docx,.xls,.xlsx,.wps"
              {...described}
            />
          )}
        </Field>
        <div className="acts">
          <button className={question ? 'btn' : 'btn two'}>{question ? '提交回答' : '提交补充'}</button>
        </div>
      </form>
    </section>
  );
}

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
