import type { ReactElement, ReactNode } from 'react';

/** The six shapes of the three lamps; word and shape first, colour third. */
export type LampShape = 'ok' | 'soon' | 'now' | 'ahead' | 'late' | 'waived';

const ring = <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />;
const SHAPES: Record<LampShape, ReactElement> = {
  ok: (
    <>
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <path d="M6.5 12.5l3.7 3.7 7.3-8" fill="none" stroke="var(--bg)" strokeWidth="2.4" />
    </>
  ),
  soon: (
    <>
      {ring}
      <path d="M6.8 12.5l3.5 3.5 6.9-7.6" fill="none" stroke="currentColor" strokeWidth="2.2" />
    </>
  ),
  now: (
    <>
      {ring}
      <circle cx="12" cy="12" r="5" fill="currentColor" />
    </>
  ),
  ahead: <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3.2 3.08" />,
  late: (
    <>
      <path d="M12 2L23 21.5H1z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      <path d="M12 9v6M12 17v2" stroke="currentColor" strokeWidth="2.2" />
    </>
  ),
  waived: (
    <>
      {ring}
      <path d="M7 12h10" stroke="currentColor" strokeWidth="2.2" />
    </>
  ),
};
const CLASSES: Partial<Record<LampShape, string>> = { ok: 'is-ok', soon: 'is-soon', now: 'is-now', late: 'is-late' };

interface LampProps {
  shape: LampShape;
  title: string;
  period: string;
  state: ReactNode;
  /** In place of the shape: the 1, 2 and 4 of the promise. */
  figure?: string;
  children?: ReactNode;
}

export const Lamp = ({ shape, title, period, state, figure, children }: LampProps): ReactElement => (
  <li className={CLASSES[shape]}>
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {figure ? <Figure sign={figure} /> : SHAPES[shape]}
    </svg>
    <h3>
      {title}
      <span>{period}</span>
    </h3>
    <p className="st">{state}</p>
    {children && <p>{children}</p>}
  </li>
);

const Figure = ({ sign }: { sign: string }): ReactElement => (
  <>
    <circle cx="12" cy="12" r="11" fill="currentColor" />
    <text x="12" y="16.6" textAnchor="middle" fontSize="13" fontWeight="600" fill="var(--bg)">
      {sign}
    </text>
  </>
);
