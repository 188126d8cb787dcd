import { KIND_WORDS, KINDS, type Kind } from '@hub/domain';
import { Radio } from 'antd';
import { kindHints } from '../../lib/words';

/** The five kinds as cards. */
export function KindCards({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <div>
      <b>类型</b>
      <Radio.Group
        value={kind}
        className="kinds"
        aria-label="类型"
        onChange={(event) => {
          const chosen = KINDS.find((one) => one === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {KINDS.map((one) => (
          <Radio.Button key={one} value={one}>
            <span className="kind-word">{KIND_WORDS[one]}</span>
            <span className="small muted">{kindHints[one]}</span>
          </Radio.Button>
        ))}
      </Radio.Group>
    </div>
  );
}
