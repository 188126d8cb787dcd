import { Tabs } from 'antd';
import { useState } from 'react';
import { useMay } from '../../lib/session';
import { places } from '../../lib/words';
import { RevisitTasks } from './RevisitTasks';
import { SupervisionOrders } from './SupervisionOrders';

/** What is supervised, and who is to be asked again. */
export function OversightPage() {
  const may = useMay();
  const [tab, setTab] = useState('orders');
  const tabs = [
    { key: 'orders', label: '督办单', children: <SupervisionOrders /> },
    ...(may('revisit.read') ? [{ key: 'revisits', label: '回访任务', children: <RevisitTasks /> }] : []),
  ];
  return (
    <div className="page">
      <h1 className="unseen">{places.oversight}</h1>
      <Tabs activeKey={tab} onChange={setTab} items={tabs} destroyOnHidden />
    </div>
  );
}
