import type { LeakHitView } from '@hub/contract';

/** What a text tells of a citizen: what must go first, then what should be looked at. */
export function Leaks({ hits }: { hits: readonly LeakHitView[] }) {
  const order = [...hits].sort((a, b) => a.weight.localeCompare(b.weight));
  return (
    <ul className="leaks">
      {order.map((hit) => (
        <li key={`${hit.where}:${hit.at}:${hit.kind}`} className={hit.weight}>
          <b>{hit.weight === 'block' ? '须改掉' : '请核对'}</b> {hit.where}里有{hit.kindName}{' '}
          <span className="code">{hit.excerpt}</span>
        </li>
      ))}
    </ul>
  );
}
