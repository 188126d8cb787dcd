import type { Office } from '@hub/domain';
import type { ReactElement, ReactNode } from 'react';

export const Tel = ({ number }: { number: string }): ReactElement => (
  <a className="tel" href={`tel:${number.replace(/\D/g, '')}`}>
    {number}
  </a>
);

/** The grey box at the side with the office's phone. */
export function PhonePanel({ office, title, children }: { office: Office; title: string; children: ReactNode }): ReactElement {
  return (
    <section className="panel" aria-labelledby="help">
      <h2 id="help">{title}</h2>
      <p>{children}</p>
      <p>
        <Tel number={office.phone} />
        <br />
        <span className="soft">{office.hours}</span>
      </p>
    </section>
  );
}

export const HelpPanel = ({ office }: { office: Office }): ReactElement => (
  <PhonePanel office={office} title="需要帮忙？">
    看不清、写不好都没关系。您可以打电话，由工作人员替您填写。
  </PhonePanel>
);
