import type { ReactElement, ReactNode } from 'react';

interface GroupProps {
  id: string;
  title: string;
  /** Stands right below a heading of its own. */
  below?: boolean;
  hint: string;
  fault: string | null;
  children: ReactNode;
}

/** A question answered by choosing; the question is a heading, unless one stands above it. */
export const Group = ({ id, title, below, hint, fault, children }: GroupProps): ReactElement => {
  const fields = (
    <fieldset aria-describedby={fault ? `${id}-h ${id}-e` : `${id}-h`}>
      <legend>{below ? title : <h2>{title}</h2>}</legend>
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
  // A line at the side of a fieldset would begin below its legend.
  return fault ? <div className="field bad">{fields}</div> : fields;
};
