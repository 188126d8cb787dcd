import type { ReactNode } from 'react';

export function PageHead({ title, lead, extra }: { title: string; lead?: ReactNode; extra?: ReactNode }) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p className="muted">{lead}</p>}
      </div>
      {extra && <div className="page-extra">{extra}</div>}
    </div>
  );
}
