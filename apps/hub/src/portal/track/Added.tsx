import type { Tracked } from '@hub/casework';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';
import { Paragraphs } from '../layout/Paragraphs';

/** What the citizen has added himself; folded, since he knows it. */
export const Added = ({ added }: { added: Tracked['added'] }): ReactElement | null =>
  added.length === 0 ? null : (
    <details>
      <summary>您补充过 {added.length} 次</summary>
      {added.map(({ on, text, files }, at) => (
        <article className="paper" key={at}>
          <p className="soft">
            <LongDay day={on} />
          </p>
          <Paragraphs text={text} />
          {files.length > 0 && <p>文件：{files.join('、')}</p>}
        </article>
      ))}
    </details>
  );
