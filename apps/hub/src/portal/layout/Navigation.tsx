import type { ReactElement } from 'react';
import type { Page, Place } from './page';

const PLACES: readonly (readonly [Place, string, string])[] = [
  ['home', '/', '首页'],
  ['submit', '/submit', '我要反映'],
  ['track', '/track', '查进度'],
  ['published', '/published', '结果公开'],
  ['statistics', '/statistics', '办理统计'],
  ['guide', '/guide', '办事指南'],
];

export function Navigation({ place }: { place: NonNullable<Page['place']> }): ReactElement {
  return (
    <nav className="nav" aria-label="主要栏目">
      <div className="wrap">
        <ul>
          {PLACES.map(([name, href, word]) => (
            <li key={name}>
              <a href={href} aria-current={name === place ? 'page' : undefined}>
                {word}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
