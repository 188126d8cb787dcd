import type { QuarantineView } from '@hub/contract';
import { CHANNEL_WORDS } from '@hub/domain';

/** Who wrote, about what, and how it begins; masked by the server. */
export function Glance({ of: { glance, source, channel } }: { of: QuarantineView }) {
  return (
    <div className="table-text">
      {glance && <b>{glance.subject || '（没有标题）'}</b>}
      {glance?.words && <div>{glance.words}</div>}
      <div className="small muted">
        {glance?.sender && `${glance.sender} · `}
        {source}（{CHANNEL_WORDS[channel]}）
      </div>
    </div>
  );
}
