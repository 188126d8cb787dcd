import type { ReactElement, ReactNode } from 'react';

interface GroupProps {
  id: string;
  title: string;
  hint: string;
  fault: string | null;
  children: ReactNode;
}

/** A question answered by choosing; the question is a heading. */
export const Group = ({ id, title, hint, fault, children }: GroupProps): ReactElement => (
  <fieldset className={fault ? 'bad' : undefined} aria-describedby={`${id}-h${fault ? ` ${id}-e` : ''}`}>
    <legend>
      <h2>{title}</h2>
    </legend>
    <p className="hint" id={`${id}-h`}>
      {hint}
    </p>
    {fault && (
      <p className="err" id={`${id}-e`}>
        请更正：{fault}
      </p>
    )}
    {children}
  </fieldset>
);
