import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';

const LINKS: readonly (readonly [string, string])[] = [
  ['/guide', '受理范围和时限'],
  ['/privacy', '隐私说明'],
];

export function Footer({ office }: { office: Office }): ReactElement {
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          {LINKS.map(([href, word]) => (
            <li key={href}>
              <a href={href}>{word}</a>
            </li>
          ))}
        </ul>
        <p>主办：{office.bureau}办公室</p>
        <p>
          电话：<span className="nw">{office.phone}</span> <span className="nw">（{office.hours}）</span>
        </p>
        <p>
          正在发生、有危险的事，请拨打 119、110，或市民服务热线 12345<span className="nw">（24 小时）</span>。
        </p>
      </div>
    </footer>
  );
}
