import type { HandedOver } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { Errors } from '../layout/Errors';
import type { FieldFault } from '../layout/faults';
import { LongDay } from '../layout/LongDay';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';
import { AnswerForm } from './AnswerForm';
import type { TypedAnswer } from './check-answer';
import { LetterPaper } from './LetterPaper';
import { Said } from './Said';

interface TransferProps {
  readonly token: string;
  readonly over: HandedOver;
  readonly typed?: TypedAnswer;
  readonly faults?: readonly FieldFault[];
  /** Of a refusal, where it is not the common 422. */
  readonly status?: number;
}

const HEADLINES: Record<HandedOver['state'], string> = {
  sent: '请贵单位办理一件群众来件',
  received: '贵单位正在办理的群众来件',
  replied: '贵单位的答复已经收到',
  answered: '贵单位的答复已转告来件人',
  objected: '贵单位的异议已经收到',
  'taken-back': '这一件已由我局收回',
};

export const transferPage = (office: Office, props: TransferProps): Page => ({
  status: props.faults?.length ? (props.status ?? 422) : 200,
  title: `转送函 ${props.over.letterNumber}`,
  faulty: Boolean(props.faults?.length),
  personal: true,
  place: null,
  textSwitch: props.over.mayAct ? { form: 'answer', action: `/transfers/${props.token}` } : { back: `/transfers/${props.token}` },
  body: <Transfer office={office} {...props} />,
});

const Transfer = ({ office, token, over, typed, faults = [] }: TransferProps & { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <Errors faults={faults} />
    <div className="cols">
      <div>
        <p className="soft">致：{over.department}</p>
        <h1>{HEADLINES[over.state]}</h1>
        {over.expired && (
          <div className="panel warn">
            <p>
              <b>链接已经到期，</b>这里只留办理的经过。还要办的，请打电话请我局续期。
            </p>
          </div>
        )}
        <Said over={over} />
        {over.mayAct && <Days over={over} />}
        <LetterPaper over={over} token={token} />
        {over.mayAct && <AnswerForm over={over} token={token} office={office} typed={typed} faults={faults} />}
      </div>
      <div className="side">
        <section className="panel warn" aria-labelledby="lk">
          <h2 id="lk">关于这个链接</h2>
          <p>本页只供收函单位使用，不用登录。请勿转发到工作群。</p>
          <p>
            有效期至
            <br />
            <LongDay day={over.linkUntil} />
            <br />
            到期可请我局续期。
          </p>
          <p>
            <Tel number={office.phone} />
            <br />
            <span className="soft">{office.hours}</span>
          </p>
        </section>
      </div>
    </div>
  </main>
);

const Days = ({ over }: { over: HandedOver }): ReactElement => (
  <section className="panel" aria-labelledby="due">
    <h2 id="due">两个日期</h2>
    <dl className="facts">
      <div>
        <dt>提出异议</dt>
        <dd>
          {over.designated ? (
            '本件由我局领导指定贵单位办理，不再提异议'
          ) : (
            <>
              <LongDay day={over.objectBy} />
              以前
              <br />
              <span className="soft">{over.mayObject ? '须说明理由和依据' : '已经过了，不能再提'}</span>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>书面答复</dt>
        <dd>
          <LongDay day={over.dueOn} />
          以前
          {over.late && (
            <>
              <br />
              <b>已经过了，请尽快答复</b>
            </>
          )}
        </dd>
      </div>
    </dl>
  </section>
);
