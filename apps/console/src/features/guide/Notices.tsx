import type { SiteNoticeView } from '@hub/contract';
import { Button, Form, Input, type TableColumnsType } from 'antd';
import { PlainTable } from '../../components/PlainTable';
import { ToneTag } from '../../components/Tags';
import { Trouble } from '../../components/Trouble';
import { useMay } from '../../lib/session';
import { useChange, useNotices } from './use-guide';

interface Fields {
  readonly text: string;
  readonly from: string;
  readonly until: string;
}

const day = { required: true, message: '请选日期。' };

/** One sentence on top of every page of the portal, from one day until another. */
export function Notices() {
  const query = useNotices();
  const change = useChange('site-notices');
  const writes = useMay()('publication.prepare');
  const [form] = Form.useForm<Fields>();
  const columns: TableColumnsType<SiteNoticeView> = [
    { title: '通知', dataIndex: 'text', render: (text: string) => <div className="table-text">{text}</div> },
    { title: '从', dataIndex: 'from' },
    { title: '到', dataIndex: 'until' },
    {
      title: '状态',
      dataIndex: 'shown',
      render: (shown: boolean, row) => (
        <>
          <ToneTag tone={shown ? 'good' : 'plain'}>{shown ? '正在显示' : '不显示'}</ToneTag>{' '}
          {shown && writes && (
            <Button size="small" disabled={change.isPending} onClick={() => change.mutate({ path: `/${row.id}/end`, body: {} })}>
              马上撤下
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <div className="stack">
      {writes && (
        <Form<Fields>
          form={form}
          name="notice"
          layout="inline"
          onFinish={(body) => change.mutate({ path: '', body }, { onSuccess: () => form.resetFields() })}
        >
          <Form.Item name="text" label="通知" rules={[{ required: true, whitespace: true, message: '请写一句话。' }]}>
            <Input maxLength={200} placeholder="一句话，如“今天电话故障，请改用网上提交”" />
          </Form.Item>
          <Form.Item name="from" label="从" rules={[day]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="until" label="到" rules={[day]}>
            <Input type="date" />
          </Form.Item>
          <Button htmlType="submit" loading={change.isPending}>
            发布
          </Button>
        </Form>
      )}
      {change.isError && <Trouble what="没有办成" error={change.error} />}
      <PlainTable query={query} columns={columns} rowKey="id" what="通知没有取到" empty="没有通知。门户每页顶上不显示。" />
    </div>
  );
}
