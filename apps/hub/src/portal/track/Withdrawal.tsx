import type { Tracked } from '@hub/casework';
import type { ReactElement } from 'react';
import { faultOf, type FieldFault } from '../layout/faults';
import { TextField } from '../layout/Field';
import { PassField } from './PassField';

interface WithdrawalProps {
  state: Tracked['withdrawal'];
  pass: string;
  why: string;
  faults: readonly FieldFault[];
}

export function Withdrawal({ state, pass, why, faults }: WithdrawalProps): ReactElement | null {
  if (state === 'asked') return <p>您要求撤回这一件，我们已经记下。涉嫌违法的，我们会依职权继续查。</p>;
  if (state === null) return null;
  const fault = faultOf(faults, 'why');
  return (
    <details open={fault !== null || undefined} className="no-print">
      <summary>不想继续了？撤回这一件</summary>
      <form method="post" action="/track/withdrawal" noValidate>
        <PassField pass={pass} />
        <TextField
          id="why"
          label="撤回的原因"
          hint="例：问题已经解决。涉嫌违法的，我们可能会继续查。"
          fault={fault}
          value={why}
          input={{ maxLength: 600, autoComplete: 'off' }}
        />
        <button className="btn two">下一步，核对后撤回</button>
      </form>
    </details>
  );
}
