import { UNKNOWN_STREET, type FormFault } from '@hub/domain';
import type { ReactElement } from 'react';
import { faultOf } from '../layout/faults';
import { Field, TextField } from '../layout/Field';
import type { ThingWords } from './parts';
import { WhenFields } from './WhenFields';

interface WhatFieldsProps {
  typed: ThingWords;
  faults: readonly FormFault[];
  streets: readonly string[];
  addresses: readonly string[];
}

export const WhatFields = ({ typed, faults, streets, addresses }: WhatFieldsProps): ReactElement => (
  <>
    <TextField
      id="subject"
      label="用一句话概括"
      hint="例：楼下饭店的风机夜里太吵"
      fault={faultOf(faults, 'subject')}
      value={typed.subject}
      input={{ maxLength: 100, autoComplete: 'off' }}
    />
    {/* The browser stops a little above the limit, so that the server can still say by how much, and the form stays small enough to arrive. */}
    <Field
      id="text"
      label="详细情况"
      hint="什么时候开始的，多久一次，对您有什么影响。不超过 5000 个字。请不要在这里写姓名、电话、身份证号，后面会单独问您。"
      fault={faultOf(faults, 'text')}
    >
      {(described) => <textarea id="text" name="text" rows={7} maxLength={6000} defaultValue={typed.text} {...described} />}
    </Field>
    <WhenFields typed={typed} fault={faultOf(faults, 'from-y')} />
    <Field
      id="street"
      label="在哪个街道或镇？"
      hint="咨询、建言和评论，和地点没有关系的可以不选"
      fault={faultOf(faults, 'street')}
    >
      {(described) => (
        <select className="w-m" id="street" name="street" defaultValue={typed.street} {...described}>
          <option value="">请选择</option>
          {streets.map((street) => (
            <option key={street}>{street}</option>
          ))}
          <option value={UNKNOWN_STREET}>不清楚</option>
        </select>
      )}
    </Field>
    <TextField
      id="place"
      label="具体在哪里？"
      optional="可不填"
      hint="写路名门牌、小区楼号，或附近的标志都可以"
      fault={faultOf(faults, 'place')}
      value={typed.place}
      input={{ maxLength: 200, autoComplete: 'off', ...(addresses.length && { list: 'addresses' }) }}
    />
    {addresses.length > 0 && (
      <datalist id="addresses">
        {addresses.map((address) => (
          <option value={address} key={address} />
        ))}
      </datalist>
    )}
    <TextField
      id="site"
      label="是哪家单位？"
      optional="可不填"
      fault={faultOf(faults, 'site')}
      value={typed.site}
      input={{ maxLength: 120, autoComplete: 'off' }}
    />
  </>
);
