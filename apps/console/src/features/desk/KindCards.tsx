import { KIND_WORDS, KINDS, type Kind } from '@hub/domain';
import { Radio } from 'antd';
import { kindHints } from '../../lib/words';

/** The five kinds as cards, each with its key. */
export function KindCards({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <div>
      <b>类型</b> <span className="muted small">Alt+1 到 Alt+5；不在输入框里时直接按数字</span>
      <Radio.Group
        value={kind}
        className="kinds"
        aria-label="类型"
        onChange={(event) => {
          const chosen = KINDS.find((one) => one === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {KINDS.map((one, at) => (
          <Radio.Button key={one} value={one}>
            <span className="kind-word">
              {KIND_WORDS[one]} <kbd>{at + 1}</kbd>
            </span>
            <span className="small muted">{kindHints[one]}</span>
          </Radio.Button>
        ))}
      </Radio.Group>
    </div>
  );
}
