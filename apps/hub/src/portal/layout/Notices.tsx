import type { ReactElement } from 'react';

/** One sentence each, only while it is true. */
export const Notices = ({ notices }: { notices: readonly string[] }): ReactElement | null =>
  notices.length > 0 ? (
    <section className="notice" aria-label="通知">
      <div className="wrap">
        {notices.map((text) => (
          <p key={text}>
            <b>通知</b>
            {text}
          </p>
        ))}
      </div>
    </section>
  ) : null;
