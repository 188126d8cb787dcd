import type { LeakHitView, PublicationView } from '@hub/contract';
import { VERDICT_WORDS } from '@hub/domain';
import { PARTS } from './parts';

/** The text with the places marked that tell something of a person. */
function Marked({ text, hits }: { text: string; hits: readonly LeakHitView[] }) {
  const pieces: (string | LeakHitView)[] = [];
  let done = 0;
  for (const hit of [...hits].sort((a, b) => a.at - b.at)) {
    if (hit.at < done) continue;
    pieces.push(text.slice(done, hit.at), hit);
    done = hit.at + hit.length;
  }
  pieces.push(text.slice(done));
  return (
    <p className="words">
      {pieces.map((piece, at) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <mark key={at} className={piece.weight} title={piece.kindName}>
            {text.slice(piece.at, piece.at + piece.length)}
          </mark>
        ),
      )}
    </p>
  );
}

/** What the page says or would say. */
export function Copy({ view }: { view: PublicationView }) {
  const hits = (where: string) => view.leaks.filter((hit) => hit.where === where);
  return (
    <>
      <h2>公开的内容</h2>
      <h3>标题</h3>
      <Marked text={view.title} hits={hits('标题')} />
      <p className="small muted">
        {[view.kindName, view.topicName, view.street, VERDICT_WORDS[view.verdict]].filter(Boolean).join(' · ')}，{view.receivedOn}{' '}
        收到{view.answeredOn && `，${view.answeredOn} 答复`}
      </p>
      {PARTS.map(({ name, where }) => (
        <div key={name}>
          <h3>{where}</h3>
          <Marked text={view[name]} hits={hits(where)} />
        </div>
      ))}
    </>
  );
}
