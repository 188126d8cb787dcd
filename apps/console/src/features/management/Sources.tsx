import { PlusOutlined } from '@ant-design/icons';
import type { SourceView } from '@hub/contract';
import { Button, Space, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ToneTag } from '../../components/Tags';
import { Trouble } from '../../components/Trouble';
import { PlainTable } from './PlainTable';
import { SourceForm } from './SourceForm';
import { useList } from './use-list';
import { useSaveSource } from './use-sources';

/** The doors by which appeals come in: none is ever deleted, for appeals tell its name; one may be switched off. */
export function Sources() {
  const query = useList<SourceView>('sources');
  const save = useSaveSource();
  const [open, setOpen] = useState<SourceView | 'new' | null>(null);
  const turn = ({ id, version, channel, confidential, active, note }: SourceView) =>
    save.mutate({ id, version, channel, confidential, note, active: !active });
  const columns: TableColumnsType<SourceView> = [
    { title: '来源', dataIndex: 'name', render: (name: string) => <div className="table-text">{name}</div> },
    { title: '一般从哪里来', dataIndex: 'channelName' },
    {
      title: '保密',
      dataIndex: 'confidential',
      render: (confidential: boolean) => confidential && <ToneTag tone="alarm">先按保密件登记</ToneTag>,
    },
    {
      title: '状态',
      dataIndex: 'active',
      render: (active: boolean) => <ToneTag tone={active ? 'good' : 'plain'}>{active ? '在用' : '停用'}</ToneTag>,
    },
    { title: '备注', dataIndex: 'note', render: (note: string) => note && <div className="table-text">{note}</div> },
    {
      title: '操作',
      key: 'act',
      render: (_, row) => (
        <Space size={4}>
          <Button size="small" onClick={() => setOpen(row)}>
            改
          </Button>
          <Button size="small" disabled={save.isPending} onClick={() => turn(row)}>
            {row.active ? '停用' : '启用'}
          </Button>
        </Space>
      ),
    },
  ];
  return (
    <div className="stack">
      <div className="table-head">
        <span className="muted">登记和导入时从这里选来源。停用的不再供选，以前的来件照旧。</span>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
          添加来源
        </Button>
      </div>
      {save.isError && <Trouble what="没有办成" error={save.error} />}
      <PlainTable query={query} columns={columns} rowKey="id" what="来源没有取到" empty="还没有来源。" />
      {open && <SourceForm source={open} close={() => setOpen(null)} />}
    </div>
  );
}
