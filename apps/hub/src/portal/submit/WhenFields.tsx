import { HOURS } from '@hub/domain';
import type { ReactElement } from 'react';
import { Choice } from '../layout/Field';
import type { ThingWords } from './parts';

export const WhenFields = ({ typed, fault }: { typed: ThingWords; fault: string | null }): ReactElement => (
  <>
    <Since typed={typed} fault={fault} />
    <fieldset>
      <legend>
        一般在什么时段？ <span className="opt">（可多选，可不填）</span>
      </legend>
      <div className="row">
        {Object.entries(HOURS).map(([value, word]) => (
          <Choice type="checkbox" name="hours" id={`h-${value}`} value={value} checked={typed.hours.includes(value)} key={value}>
            {word}
          </Choice>
        ))}
      </div>
    </fieldset>
  </>
);

const PARTS = [
  ['from-y', '年', 'year'],
  ['from-m', '月', 'month'],
  ['from-d', '日', 'day'],
] as const;

const Since = ({ typed, fault }: { typed: ThingWords; fault: string | null }): ReactElement => (
  <div className={fault ? 'field bad' : undefined}>
    <fieldset aria-describedby={fault ? 'from-h from-e' : 'from-h'}>
      <legend>
        从哪一天开始的？ <span className="opt">（可不填）</span>
      </legend>
      <p className="hint" id="from-h">
        记不清可以只填年和月
      </p>
      {fault && (
        <p className="err" id="from-e">
          请更正：{fault}
        </p>
      )}
      <div className="parts">
        {PARTS.map(([id, word, part]) => (
          <div className={part === 'year' ? 'y' : undefined} key={id}>
            <label htmlFor={id}>{word}</label>
            <input
              type="text"
              inputMode="numeric"
              id={id}
              name={id}
              maxLength={8}
              autoComplete="off"
              defaultValue={typed.from[part]}
              aria-invalid={fault ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  </div>
);
