import { SECRECIES, SECRECY_WORDS, type Secrecy } from '@hub/domain';
import type { ReactElement } from 'react';
import { faultOf } from '../layout/faults';
import { Choice, TextField } from '../layout/Field';
import { Group } from '../layout/Group';
import { SECRECY_HELP } from '../words';
import type { FormProps } from './form-props';
import { WhoSees } from './WhoSees';

const IDS: Record<Secrecy, string> = { named: 'id-named', confidential: 'id-secret', anonymous: 'id-anon' };

export const ContactFields = ({ draft, faults }: FormProps): ReactElement => (
  <>
    <Group
      id="secrecy"
      title="您愿意留下联系方式吗？"
      hint="三种方式都会登记办理。您选定以后，我们可以替您加强保密，不会降低。"
      fault={faultOf(faults, 'id-named')}
    >
      {SECRECIES.map((secrecy) => (
        <Choice name="secrecy" id={IDS[secrecy]} value={secrecy} checked={draft.secrecy === secrecy} key={secrecy}>
          <b>{SECRECY_WORDS[secrecy]}</b>
          <span className="hint">
            谁看得到：{SECRECY_HELP[secrecy].seen}
            <br />
            能不能联系、答复您：{SECRECY_HELP[secrecy].cost}
          </span>
        </Choice>
      ))}
    </Group>
    <div className="reveal">
      <p className="soft">选“匿名”的，下面这几项不用填。填了我们也不会保存。</p>
      <TextField
        id="name"
        label="怎么称呼您？"
        optional="选“保密”的可不填"
        hint="例：陈先生、李女士。正式的书面答复需要全名。"
        fault={faultOf(faults, 'name')}
        value={draft.name}
        input={{ className: 'w-m', autoComplete: 'name' }}
      />
      <TextField
        id="phone"
        label="手机或电话"
        hint="只用来办这件事。电话和邮箱，至少留一个。"
        fault={faultOf(faults, 'phone')}
        value={draft.phone}
        input={{ type: 'tel', className: 'w-m', autoComplete: 'tel' }}
      />
      <TextField
        id="email"
        label="电子邮箱"
        optional="留了电话的可不填"
        hint="保密来件和举报，我们不往邮箱里发信，请留电话"
        fault={faultOf(faults, 'email')}
        value={draft.email}
        input={{ type: 'email', className: 'w-m', autoComplete: 'email' }}
      />
    </div>
    <WhoSees />
  </>
);
