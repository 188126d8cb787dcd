import { AGENTS, type FormFault, type WebContact } from '@hub/domain';
import type { ReactElement } from 'react';
import { faultOf } from '../layout/faults';
import { Choice, TextField } from '../layout/Field';

/** 代理人 and children: for whom he speaks, and whether the guardian knows (个人信息保护法 §31). */
export const AgentFields = ({ typed, faults }: { typed: WebContact; faults: readonly FormFault[] }): ReactElement => (
  <>
    <fieldset className="agent">
      <legend>您是替别人反映吗？</legend>
      <div className="row">
        {Object.entries(AGENTS).map(([value, word]) => (
          <Choice name="agent" id={`a-${value}`} value={value} checked={typed.agent === value} key={value}>
            {word}
          </Choice>
        ))}
      </div>
    </fieldset>
    <div className="for-agent">
      <TextField
        id="whom"
        label="您替谁反映？"
        optional="替别人反映的才填"
        hint="例：我母亲、邻居李阿姨。和您的姓名一样加密保管。"
        fault={faultOf(faults, 'whom')}
        value={typed.whom}
        input={{ className: 'w-m', autoComplete: 'off' }}
      />
    </div>
    <div className="for-minor">
      <p className="soft">不满 14 周岁，最好请爸爸妈妈或其他监护人来填。自己填的，请先问过监护人，并写上下面两项。</p>
      <TextField
        id="guardian"
        label="监护人怎么称呼？"
        optional="不满 14 周岁的才填"
        fault={faultOf(faults, 'guardian')}
        value={typed.guardian}
        input={{ className: 'w-m', autoComplete: 'off' }}
      />
      <TextField
        id="guardianPhone"
        label="监护人的电话"
        optional="不满 14 周岁的才填"
        hint="我们先打给监护人，再和您联系"
        fault={faultOf(faults, 'guardianPhone')}
        value={typed.guardianPhone}
        input={{ type: 'tel', className: 'w-m', autoComplete: 'off' }}
      />
      <Agreed typed={typed} fault={faultOf(faults, 'agreed')} />
    </div>
  </>
);

const Agreed = ({ typed, fault }: { typed: WebContact; fault: string | null }): ReactElement => (
  <div className={fault ? 'field bad' : 'field'}>
    {fault && (
      <p className="err" id="agreed-e">
        请更正：{fault}
      </p>
    )}
    <Choice type="checkbox" name="agreed" id="agreed" value="yes" checked={typed.agreed}>
      监护人知道这件事，同意我反映
    </Choice>
  </div>
);
