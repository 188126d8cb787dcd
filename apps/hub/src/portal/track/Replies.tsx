import type { Tracked } from '@hub/casework';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';
import { Paragraphs } from '../layout/Paragraphs';

export const Replies = ({ replies }: { replies: Tracked['replies'] }): ReactElement | null =>
  replies.length === 0 ? null : (
    <section aria-labelledby="ans">
      <h2 id="ans">给您的答复</h2>
      {replies.map((reply, at) => (
        <article className="paper" key={at}>
          <p className="soft">
            <LongDay day={reply.on} />
          </p>
          <Paragraphs text={reply.text} />
        </article>
      ))}
    </section>
  );
