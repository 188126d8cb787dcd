import { Tabs } from 'antd';
import { useNavigate } from 'react-router';
import { places } from '../../lib/words';
import { Audit } from './Audit';
import { Channels } from './Channels';
import { Interfaces } from './Interfaces';
import { Outbox } from './Outbox';
import { Letters } from './Letters';
import { Quarantine } from './Quarantine';
import { Sources } from './Sources';

const tables = {
  channels: { label: '渠道', Table: Channels },
  quarantine: { label: '待人工处理', Table: Quarantine },
  outbox: { label: '待发箱', Table: Outbox },
  templates: { label: '信函样式', Table: Letters },
  sources: { label: '来源', Table: Sources },
  interfaces: { label: '接口', Table: Interfaces },
  audit: { label: '审计', Table: Audit },
};
type TableName = keyof typeof tables;

/** The plain tables of the 管理 area; only those that the role may read have a tab. */
export function ManagementPage({ table, tables: names }: { table: TableName; tables: readonly TableName[] }) {
  const navigate = useNavigate();
  const { Table } = tables[table];
  return (
    <div className="page">
      <h1 className="unseen">{places.management}</h1>
      <Tabs
        activeKey={table}
        onChange={(name) => void navigate(`/${name}`)}
        items={names.map((name) => ({ key: name, label: tables[name].label }))}
      />
      <Table />
    </div>
  );
}
