import type { Office } from '@hub/domain';
import type { ReactElement, ReactNode } from 'react';
import { HelpPanel } from '../layout/Phone';
import { Steps } from './Steps';
import type { Step } from './steps';

interface StepLayoutProps {
  office: Office;
  step: Step;
  back: { href: string; words: string };
  children: ReactNode;
}

/** Where the citizen is and how he gets back, and at the side that nothing is lost and who helps. */
export const StepLayout = ({ office, step, back, children }: StepLayoutProps): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <div>
        <a className="back" href={back.href}>
          ‹ {back.words}
        </a>
        <Steps step={step} />
        {children}
      </div>
      <div className="side">
        {step !== 'scope' && (
          <section className="panel" aria-labelledby="kept">
            <h2 id="kept">填写的内容会保留</h2>
            <p>
              每走一步，前面填的内容都会替您存好。中途断网或离开，{office.web.draftMinutes}{' '}
              分钟内用同一个浏览器回来，可以接着填。交了或者过了时间，就从这里删去。
            </p>
          </section>
        )}
        <HelpPanel office={office} />
      </div>
    </div>
  </main>
);
