import { Link, useLocation } from 'react-router';
import { product } from '../lib/words';
import { useMay } from '../lib/session';
import { placesOf } from './places';
import { useOpenCount } from './use-open-count';

/** The places that the role may enter; on a phone the bar at the foot. */
export function Rail() {
  const at = useLocation().pathname.split('/')[1] ?? '';
  const { count } = useOpenCount();
  return (
    <nav className="rail" aria-label="主导航">
      <div className="mark">{product.name}</div>
      {placesOf(useMay()).map(({ key, to, word, Icon, at: own }) => (
        <Link
          key={key}
          to={to}
          className={`${own.includes(at) ? 'at' : ''} to-${key}`}
          aria-current={own.includes(at) ? 'page' : undefined}
        >
          <Icon aria-hidden />
          <span>{word}</span>
          {key === 'queue' && count && <em aria-label={`未办结 ${count} 件`}>{count}</em>}
        </Link>
      ))}
    </nav>
  );
}
