import type { Tracked } from '@hub/casework';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';
import { Paragraphs } from '../layout/Paragraphs';
import { PassField } from './PassField';

interface RepliesProps {
  tracked: Tracked;
  pass: string;
}

/** What the citizen was told, and his copies of the papers that were issued to him. */
export const Replies = ({ tracked: { replies, papers }, pass }: RepliesProps): ReactElement | null =>
  replies.length + papers.length === 0 ? null : (
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
      {papers.map(({ id, title, number, on }) => (
        <form method="post" action="/track/papers" className="no-print" key={id}>
          <PassField pass={pass} />
          <input type="hidden" name="paper" value={id} />
          <p>
            {title} <span className="nw">{number}</span>，<LongDay day={on} />
          </p>
          <div className="acts">
            <button className="btn two">下载{title}（Word 文件）</button>
          </div>
        </form>
      ))}
    </section>
  );
