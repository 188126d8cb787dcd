import { KIND_WORDS, KINDS } from '@hub/domain';
import type { ReactElement } from 'react';
import { faultOf } from '../layout/faults';
import { Choice } from '../layout/Field';
import { Group } from '../layout/Group';
import { KIND_HELP } from '../words';
import type { FormProps } from './form-props';

export const KindFields = ({ draft, faults }: FormProps): ReactElement => (
  <Group
    id="kind"
    title="您想反映哪一类事情？"
    hint="请选一个最接近的。选得不准也没关系，我们会替您调整。"
    fault={faultOf(faults, 'kind-inquiry')}
  >
    {KINDS.map((kind) => (
      <Choice name="kind" id={`kind-${kind}`} value={kind} checked={draft.kind === kind} key={kind}>
        <b>{KIND_WORDS[kind]}</b>
        <span className="hint">
          {KIND_HELP[kind].meaning}
          <br />
          例：{KIND_HELP[kind].example}
          {kind === 'report' && (
            <>
              <br />
              举报一律保密。
            </>
          )}
        </span>
      </Choice>
    ))}
  </Group>
);
