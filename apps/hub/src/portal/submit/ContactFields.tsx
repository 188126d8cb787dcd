import { REPLY_WAYS, SECRECIES, SECRECY_WORDS, type FormFault, type Secrecy, type WebContact } from '@hub/domain';
import type { ReactElement } from 'react';
import { faultOf } from '../layout/faults';
import { Choice, TextField } from '../layout/Field';
import { SECRECY_HELP } from '../words';
import { AgentFields } from './AgentFields';

const IDS: Record<Secrecy, string> = { named: 'id-named', confidential: 'id-secret', anonymous: 'id-anon' };

interface ContactProps {
  typed: WebContact;
  faults: readonly FormFault[];
}

export const ContactFields = ({ typed, faults }: ContactProps): ReactElement => (
  <>
    <SecrecyFields typed={typed} faults={faults} />
    <div className="reveal">
      <p className="soft">选“匿名”的，下面这几项不用填。填了我们也不会保存。</p>
      <ReachFields typed={typed} faults={faults} />
      <fieldset>
        <legend>您希望怎样得到答复？</legend>
        <div className="row">
          {Object.entries(REPLY_WAYS).map(([way, word]) => (
            <Choice name="reply" id={`r-${way}`} value={way} checked={typed.reply === way} key={way}>
              {word}
            </Choice>
          ))}
        </div>
      </fieldset>
      <TextField
        id="address"
        label="收信的地址"
        optional="选“寄信给我”的才填"
        fault={faultOf(faults, 'address')}
        value={typed.address}
        input={{ autoComplete: 'street-address' }}
      />
      <AgentFields typed={typed} faults={faults} />
    </div>
  </>
);

const SecrecyFields = ({ typed, faults }: ContactProps): ReactElement => {
  const fault = faultOf(faults, 'id-named');
  return (
    <fieldset aria-describedby={fault ? 'secrecy-h secrecy-e' : 'secrecy-h'}>
      <legend>
        <h1>您愿意留下联系方式吗？</h1>
      </legend>
      <p className="hint" id="secrecy-h">
        三种方式都会登记办理。您选定以后，我们可以替您加强保密，不会降低。举报一律按保密办。
      </p>
      {fault && (
        <p className="err" id="secrecy-e">
          请更正：{fault}
        </p>
      )}
      {SECRECIES.map((secrecy) => (
        <Choice name="secrecy" id={IDS[secrecy]} value={secrecy} checked={typed.secrecy === secrecy} key={secrecy}>
          <b>{SECRECY_WORDS[secrecy]}</b>
          <span className="hint">
            谁看得到：{SECRECY_HELP[secrecy].seen}
            <br />
            能不能联系、答复您：{SECRECY_HELP[secrecy].cost}
          </span>
        </Choice>
      ))}
    </fieldset>
  );
};

const ReachFields = ({ typed, faults }: ContactProps): ReactElement => (
  <>
    <TextField
      id="name"
      label="怎么称呼您？"
      optional="选“保密”的可不填"
      hint="例：陈先生、李女士。正式的书面答复需要全名。"
      fault={faultOf(faults, 'name')}
      value={typed.name}
      input={{ className: 'w-m', autoComplete: 'name' }}
    />
    <TextField
      id="phone"
      label="手机或电话"
      hint="只用来办这件事。电话和邮箱，至少留一个。"
      fault={faultOf(faults, 'phone')}
      value={typed.phone}
      input={{ type: 'tel', className: 'w-m', autoComplete: 'tel' }}
    />
    <TextField
      id="email"
      label="电子邮箱"
      optional="留了电话的可不填"
      hint="保密来件和举报，答复不发到邮箱里，请留电话"
      fault={faultOf(faults, 'email')}
      value={typed.email}
      input={{ type: 'email', className: 'w-m', autoComplete: 'email' }}
    />
  </>
);
