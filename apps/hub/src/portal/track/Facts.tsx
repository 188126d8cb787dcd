import type { Tracked } from '@hub/casework';
import { KIND_WORDS, SECRECY_WORDS } from '@hub/domain';
import type { ReactElement, ReactNode } from 'react';
import { LongDay } from '../layout/LongDay';

export function Facts({ tracked }: { tracked: Tracked }): ReactElement {
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['类型', KIND_WORDS[tracked.kind]],
    ['您反映的事', tracked.subject],
    ['地点', [tracked.street, tracked.place].filter(Boolean).join('，') || '没有填'],
    ['收到日期', <LongDay day={tracked.receivedOn} key="on" />],
    ['来源', tracked.source],
    ['身份', SECRECY_WORDS[tracked.secrecy]],
  ];
  return (
    <section aria-labelledby="my">
      <h2 id="my">您的来件</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
