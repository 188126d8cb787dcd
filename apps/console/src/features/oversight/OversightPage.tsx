import { places } from '../../lib/words';
import { SupervisionOrders } from './SupervisionOrders';

/** What is supervised. */
export function OversightPage() {
  return (
    <div className="page">
      <h1 className="unseen">{places.oversight}</h1>
      <SupervisionOrders />
    </div>
  );
}
