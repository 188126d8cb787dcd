import { ExportOutlined } from '@ant-design/icons';
import type { SourcePackBody } from '@hub/contract';
import type { PackBasis, PackFormat, PackSpan } from '@hub/domain';
import { Button, DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { useSources } from '../../lib/directory';
import { useMakePack } from './use-packs';

interface Order {
  source: string;
  by: PackBasis;
  span: PackSpan;
  days?: [Dayjs, Dayjs];
  format: PackFormat;
  guardedBecause?: string;
}

const bodyOf = ({ days, guardedBecause, ...order }: Order): SourcePackBody => {
  const [from, to] = order.span === 'days' ? (days ?? []).map((day) => day.format('YYYY-MM-DD')) : [];
  return { ...order, from, to, guardedBecause: guardedBecause?.trim() || undefined };
};

/** Takes out what became of a source's appeals, in the source's own columns. */
export function PackButton() {
  const [open, setOpen] = useState(false);
  const [fields] = Form.useForm<Order>();
  const span = Form.useWatch('span', fields);
  const sources = useSources(open).data ?? [];
  const make = useMakePack();
  return (
    <>
      <Button icon={<ExportOutlined />} onClick={() => setOpen(true)}>
        导出回填表
      </Button>
      <Modal
        open={open}
        title="导出回填表"
        okText="导出"
        confirmLoading={make.isPending}
        onOk={() => fields.submit()}
        onCancel={() => setOpen(false)}
        mask={{ closable: false }}
      >
        <p className="muted import-lead">
          按这个来源自己的栏目导出办理状态、承办单位、答复和日期，可以直接导回对方系统，不用再录一遍。姓名和电话是遮住的，按工单编号对应。
        </p>
        <Form
          form={fields}
          layout="vertical"
          requiredMark={false}
          initialValues={{ by: 'answered', span: 'last', format: 'xlsx' }}
          onFinish={(given) => make.mutate(bodyOf(given), { onSuccess: () => setOpen(false) })}
        >
          <Form.Item name="source" label="来源" rules={[{ required: true, message: '请选来源。' }]}>
            <Select options={sources.map(({ name }) => ({ value: name, label: name }))} />
          </Form.Item>
          <Form.Item name="by" label="哪些来件">
            <Radio.Group
              options={[
                { value: 'answered', label: '答复了的' },
                { value: 'received', label: '收到的' },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="span"
            label="哪段时间"
            extra={
              span === 'last' ? '从上次导出的时候起，多带一小时，不会漏；重复的按工单编号对得上。第一次导出的是全部。' : undefined
            }
          >
            <Radio.Group
              options={[
                { value: 'last', label: '上次导出以后' },
                { value: 'all', label: '全部' },
                { value: 'days', label: '指定日期' },
              ]}
            />
          </Form.Item>
          {span === 'days' && (
            <Form.Item name="days" label="起止日期" rules={[{ required: true, message: '请选起止日期。' }]}>
              <DatePicker.RangePicker className="whole" />
            </Form.Item>
          )}
          <Form.Item name="format" label="格式">
            <Radio.Group
              options={[
                { value: 'xlsx', label: 'Excel（.xlsx）' },
                { value: 'csv', label: '文本（.csv）' },
              ]}
            />
          </Form.Item>
          <Form.Item name="guardedBecause" label="也要保密件的，写明事由" extra="不写就不含保密件；写了会留痕。">
            <Input maxLength={200} />
          </Form.Item>
          {make.isError && <Trouble what="没有导出" error={make.error} />}
        </Form>
      </Modal>
    </>
  );
}
