import type { ReactElement, ReactNode } from 'react';

interface AnswerProps {
  name: string;
  href: string;
  /** Of which of several things; null where there is one. */
  of?: number | null;
  children: ReactNode;
}

const isEmpty = (value: ReactNode): boolean => !value || (Array.isArray(value) && value.length === 0);

/** One row of the check page: what was answered and the way to change it; its hidden half names the row. */
export const Answer = ({ name, href, of, children }: AnswerProps): ReactElement => (
  <div>
    <dt>{name}</dt>
    <dd>{isEmpty(children) ? <span className="soft">没有填</span> : children}</dd>
    <dd className="act">
      <a className="act" href={href}>
        更改
        <span className="vh">
          {of ? `第 ${of} 件的` : ''}
          {name}
        </span>
      </a>
    </dd>
  </div>
);
