import type { DepartmentWay, HandedOver } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { faultOf, type FieldFault } from '../layout/faults';
import { Choice, Field, TextField } from '../layout/Field';
import { Group } from '../layout/Group';
import { Tel } from '../layout/Phone';
import { waysOpen, type TypedAnswer } from './check-answer';

interface AnswerProps {
  over: HandedOver;
  token: string;
  office: Office;
  typed: TypedAnswer | undefined;
  faults: readonly FieldFault[];
}

const WAYS: Record<DepartmentWay, readonly [title: string, hint: string]> = {
  receipt: ['收到，由我单位办理', '先签收，办结以后再打开这个链接答复。'],
  objection: ['不属于我单位职责，提出异议', '请写明理由和依据，并请建议由哪个单位办。第二次被退回的，由我局领导指定。'],
  reply: ['已经办结，答复如下', '答复经我局转告来件人，可以附文件。'],
};

export function AnswerForm({ over, token, office, typed, faults }: AnswerProps): ReactElement {
  const ways = waysOpen(over);
  const chosen = typed?.way ?? null;
  return (
    <section aria-labelledby="say" className="no-print">
      <h2 id="say">回复我局</h2>
      {!over.mayObject && (
        <p>
          {over.designated ? '本件由我局领导指定贵单位办理，不再提异议。' : '提出异议的期限已经过了，不能在这里再提。'}
          有不同意见，请打电话 <Tel number={office.phone} />。
        </p>
      )}
      <form id="answer" method="post" action={`/transfers/${token}`} encType="multipart/form-data" noValidate>
        <Group id="way" title="贵单位的意见" below hint="选一项" fault={faultOf(faults, `way-${ways[0]}`)}>
          {ways.map((way) => (
            <Choice name="way" id={`way-${way}`} value={way} checked={chosen === way} key={way}>
              <b>{WAYS[way][0]}</b>
              <span className="hint">{WAYS[way][1]}</span>
            </Choice>
          ))}
        </Group>
        <Field
          id="text"
          label="内容"
          hint={ways.includes('receipt') ? '选“收到”的可以不写' : undefined}
          fault={faultOf(faults, 'text')}
        >
          {(described) => (
            <textarea id="text" name="text" rows={6} maxLength={12000} defaultValue={typed?.text ?? ''} {...described} />
          )}
        </Field>
        <Field
          id="files"
          label="附件"
          optional="可不选"
          hint={`只随答复收。最多 5 个，每个不超过 20 MB：PDF、Word、Excel、JPG、PNG。${typed ? '选过附件的，请重新选一次。' : ''}`}
          fault={faultOf(faults, 'files')}
        >
          {(described) => (
            <input
              type="file"
              id="files"
              name="files"
              multiple
              accept=".pdf,.doc,.docx,.xls,.xlsx,.wps,.jpg,.jpeg,.png,.webp"
              {...described}
            />
          )}
        </Field>
        <TextField
          id="officer"
          label="经办人"
          fault={faultOf(faults, 'officer')}
          value={typed?.officer ?? ''}
          input={{ className: 'w-m', autoComplete: 'name', maxLength: 40 }}
        />
        <TextField
          id="phone"
          label="经办人电话"
          hint="办公电话就可以"
          fault={faultOf(faults, 'phone')}
          value={typed?.phone ?? ''}
          input={{ className: 'w-m', type: 'tel', autoComplete: 'tel', maxLength: 40 }}
        />
        <div className="acts">
          <button className="btn">提交</button>
        </div>
      </form>
    </section>
  );
}
