import type { ReactElement } from 'react';
import { stepNames, STEPS, type Step } from './steps';

const PITCH = 101;

/** Words first, bar second. */
export function Steps({ step }: { step: Step }): ReactElement {
  const at = stepNames.indexOf(step);
  return (
    <p className="steps">
      第 {at + 1} 步，共 {stepNames.length} 步：{STEPS[step]}
      <svg viewBox={`0 0 ${stepNames.length * PITCH} 6`} preserveAspectRatio="none" aria-hidden="true">
        {stepNames.map((name, index) => (
          <rect key={name} x={index * PITCH} width={PITCH - 5} height="6" className={index <= at ? 'on' : undefined} />
        ))}
      </svg>
    </p>
  );
}
