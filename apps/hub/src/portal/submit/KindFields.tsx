import { KIND_WORDS, KINDS } from '@hub/domain';
import type { ReactElement } from 'react';
import { Choice } from '../layout/Field';
import { KIND_HELP } from '../words';

export const KindFields = ({ kind, fault }: { kind: string; fault: string | null }): ReactElement => {
  const fields = (
    <fieldset aria-describedby={fault ? 'kind-h kind-e' : 'kind-h'}>
      <legend>
        <h1>您想反映哪一类事情？</h1>
      </legend>
      <p className="hint" id="kind-h">
        请选一个最接近的。选得不准也没关系，我们会替您调整。
      </p>
      {fault && (
        <p className="err" id="kind-e">
          请更正：{fault}
        </p>
      )}
      {KINDS.map((one) => (
        <Choice name="kind" id={`kind-${one}`} value={one} checked={kind === one} key={one}>
          <b>{KIND_WORDS[one]}</b>
          <span className="hint">
            {KIND_HELP[one].meaning}
            <br />
            例：{KIND_HELP[one].example}
            {one === 'report' && (
              <>
                <br />
                举报一律保密。
              </>
            )}
          </span>
        </Choice>
      ))}
    </fieldset>
  );
  return fault ? <div className="field bad">{fields}</div> : fields;
};
