import type { ShownLetterState } from '@hub/domain';
import { Link } from 'react-router';
import { ToneTag } from '../../components/Tags';
import { useMay } from '../../lib/session';

const tones = { pending: 'todo', sending: 'plain', sent: 'good', dead: 'alarm', bounced: 'alarm', unknown: 'alarm' } as const;

interface Row {
  readonly state: ShownLetterState;
  readonly stateName: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** How it fares with what is owed to the outside, and why it did not go. */
export function OwedState({ row: { state, stateName, attempts, lastError } }: { row: Row }) {
  return (
    <>
      <ToneTag tone={tones[state]}>{stateName}</ToneTag>
      {attempts > 0 && state !== 'sent' && <span className="small muted"> 已试 {attempts} 次</span>}
      {lastError && <div className="small muted table-text">{lastError}</div>}
    </>
  );
}

/** The appeal for which it is owed. */
export function OwedBy({ number }: { number: string }) {
  if (!useMay()('queue.read')) return <span className="mono">{number}</span>;
  return (
    <Link to={`/queue/${number}`} className="mono">
      {number}
    </Link>
  );
}
