import type { Ratable } from '@hub/casework';
import { NO_SCORES, SATISFACTION_WORDS, SATISFACTIONS, SOLVED, type Office, type Solved } from '@hub/domain';
import type { ReactElement } from 'react';
import { faultOf, type FieldFault } from '../layout/faults';
import { Choice, Field } from '../layout/Field';
import { Group } from '../layout/Group';
import type { TypedRating } from './check-rating';
import { ScaleFields } from './ScaleFields';

const SOLVED_CHOICE: Record<Solved, string> = { yes: '解决了', partly: '解决了一部分', no: '没有解决' };
const BLANK: TypedRating = { solved: null, satisfaction: null, scores: NO_SCORES, words: '', reopen: false };

interface RateFormProps {
  ratable: Ratable;
  office: Office;
  action: string;
  /** What proves the citizen beside the address. */
  fields?: Readonly<Record<string, string>>;
  typed?: TypedRating;
  faults?: readonly FieldFault[];
}

export function RateForm({ ratable, office, action, fields = {}, typed = BLANK, faults = [] }: RateFormProps): ReactElement {
  return (
    <form id="rating" method="post" action={action} noValidate>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <Group id="solved" title="1. 问题解决了吗？" hint="选一项" fault={faultOf(faults, `solved-${SOLVED[0]}`)}>
        <div className="row">
          {SOLVED.map((one) => (
            <Choice key={one} name="solved" id={`solved-${one}`} value={one} checked={typed.solved === one}>
              {SOLVED_CHOICE[one]}
            </Choice>
          ))}
        </div>
      </Group>
      <Group
        id="satisfaction"
        title="2. 总的来说，您满意吗？"
        hint="选一项"
        fault={faultOf(faults, `satisfaction-${SATISFACTIONS[0]}`)}
      >
        <div className="row">
          {SATISFACTIONS.map((one) => (
            <Choice key={one} name="satisfaction" id={`satisfaction-${one}`} value={one} checked={typed.satisfaction === one}>
              {SATISFACTION_WORDS[one]}
            </Choice>
          ))}
        </div>
      </Group>
      <ScaleFields scores={typed.scores} />
      <h2>4. 您还想说什么？</h2>
      <Field
        id="words"
        label="想说的话"
        optional="满意的可不填"
        hint="不满意的，请告诉我们哪里没做好。请不要写姓名和电话"
        fault={faultOf(faults, 'words')}
      >
        {(described) => <textarea id="words" name="words" rows={4} maxLength={1200} defaultValue={typed.words} {...described} />}
      </Field>
      {ratable.mayAskAgain && <AskAgain days={office.rules.reopenDecisionDays} checked={typed.reopen} />}
      <div className="acts">
        <button className="btn">提交评价</button>
      </div>
    </form>
  );
}

const AskAgain = ({ days, checked }: { days: number; checked: boolean }): ReactElement => (
  <Group
    id="again"
    title="5. 要申请重办吗？"
    hint={`没有解决或不满意的，可以申请。我们会在 ${days} 天内决定，并告诉您理由。`}
    fault={null}
  >
    <Choice name="reopen" id="reopen" type="checkbox" value="yes" checked={checked}>
      我申请重办这一件
    </Choice>
  </Group>
);
