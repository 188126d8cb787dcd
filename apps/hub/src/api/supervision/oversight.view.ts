import { CLOSABLE } from '@hub/casework';
import type { AllowedActView, RatingsView, RevisitView, RiskView, SupervisionView } from '@hub/contract';
import { mayClose, maySign, type AllowedAct, type Day, type Office, type Staff } from '@hub/domain';
import type { AppealFile } from '@hub/persistence';
import { ratingsView } from '../rating/rating.view';
import { revisitView } from '../revisit/revisit.view';
import { riskView } from '../risk/risk.view';
import { orderView } from './supervision.view';

/** How an appeal is watched over: orders, revisits, risk. */
export function oversightView(
  file: AppealFile,
  office: Office,
  staff: Staff,
  today: Day,
  acts: readonly Pick<AllowedActView, 'act' | 'way'>[],
): SupervisionView & RatingsView & RevisitView & RiskView {
  const mayRevisit = acts.some(({ act, way }) => act === 'revisit' && way !== 'plan');
  const mayAssess = acts.some(({ act, way }) => act === 'risk' && way === 'assess');
  return {
    orders: file.oversight.orders.map((one) => orderView(one, office, staff, today)),
    ...ratingsView(file, office, staff),
    ...revisitView(file, office, mayRevisit),
    ...riskView(file, office, today, mayAssess),
  };
}

/** The table knows roles; who issued an order and who must look at a risk is known by the file. */
export function isOversightOpen({ act, way }: Pick<AllowedAct, 'act' | 'way'>, { oversight }: AppealFile, staff: Staff): boolean {
  if (act === 'supervision' && way === 'close')
    return oversight.orders.some((order) => CLOSABLE.includes(order.state) && mayClose(order, staff));
  const last = oversight.risks.at(-1);
  return act !== 'risk' || way !== 'sign' || (last !== undefined && maySign(last.looker, staff.role));
}
