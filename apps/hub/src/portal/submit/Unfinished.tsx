import type { OpenDraft } from '@hub/casework';
import type { ReactElement } from 'react';
import { clockWord } from './clock-word';
import { stepPath } from './steps';

/** What this browser has begun: it is gone on with, or left to run out. */
export function Unfinished({ drafts }: { drafts: readonly OpenDraft[] }): ReactElement | null {
  if (!drafts.length) return null;
  return (
    <section className="panel ask" aria-labelledby="unfinished">
      <h2 id="unfinished">您有没填完的内容</h2>
      <ul className="toc">
        {drafts.map(({ key, startedAt, submission }) => (
          <li key={key}>
            <a href={stepPath(key, submission.things[0]?.kind ? 'what' : 'kind')}>
              接着填：{submission.things[0]?.subject || '还没有写概括'}（{clockWord(startedAt)}开始）
            </a>
          </li>
        ))}
      </ul>
      <p>要写另外一件，请往下点“开始填写”，上面的不会丢。</p>
    </section>
  );
}
