import type { ReactElement, ReactNode } from 'react';

export const FORM = 'step';

interface StepFormProps {
  action: string;
  /** The mark of what the page shows, so that another tab's changes are not written over unseen. */
  seen: string;
  files?: boolean;
  children: ReactNode;
}

export const StepForm = ({ action, seen, files, children }: StepFormProps): ReactElement => (
  <form id={FORM} method="post" action={action} encType={files ? 'multipart/form-data' : undefined} noValidate>
    <input type="hidden" name="seen" value={seen} />
    {children}
  </form>
);

export const Next = (): ReactElement => (
  <div className="acts">
    <button className="btn" name="act" value="next">
      下一步
    </button>
  </div>
);

/** Another tab has changed the same page: what is typed here is not saved yet, and what is typed there is not lost. */
export const ConflictPanel = ({ href }: { href: string }): ReactElement => (
  <section className="panel warn" aria-labelledby="conflict">
    <h2 id="conflict">这一页在别的窗口里改过</h2>
    <p>
      下面是您在这个窗口里写的，还没有存。再按一次“下一步”，就用这里的；想用那边的，请
      <a href={href}>看那边写的</a>。
    </p>
  </section>
);
