import { ExportOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { postForFile } from '../../lib/api';
import { useSources } from '../../lib/directory';
import { saveFile } from './save-file';

interface Order {
  source: string;
  by: 'received' | 'answered';
  days: [Dayjs, Dayjs];
  guardedBecause?: string;
}

/** Takes out what became of a source's appeals, in the source's own columns. */
export function PackButton() {
  const [open, setOpen] = useState(false);
  const [fields] = Form.useForm<Order>();
  const sources = useSources(open).data ?? [];
  const order = useMutation({
    mutationFn: async ({ source, by, days, guardedBecause }: Order) => {
      const [from, to] = days.map((day) => day.format('YYYY-MM-DD'));
      const body = { source, by, from, to, guardedBecause: guardedBecause?.trim() || undefined };
      saveFile(await postForFile('/source-packs', body), `${source}-${from}-${to}.xlsx`);
    },
    onSuccess: () => setOpen(false),
  });
  return (
    <>
      <Button icon={<ExportOutlined />} onClick={() => setOpen(true)}>
        导出回填表
      </Button>
      <Modal
        open={open}
        title="导出回填表"
        okText="导出"
        confirmLoading={order.isPending}
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
          initialValues={{ by: 'answered' }}
          onFinish={(given) => order.mutate(given)}
        >
          <Form.Item name="source" label="来源" rules={[{ required: true, message: '请选来源。' }]}>
            <Select options={sources.map(({ name }) => ({ value: name, label: name }))} />
          </Form.Item>
          <Form.Item name="by" label="哪些来件">
            <Radio.Group
              options={[
                { value: 'answered', label: '这些天答复的' },
                { value: 'received', label: '这些天收到的' },
              ]}
            />
          </Form.Item>
          <Form.Item name="days" label="起止日期" rules={[{ required: true, message: '请选起止日期。' }]}>
            <DatePicker.RangePicker className="whole" />
          </Form.Item>
          <Form.Item name="guardedBecause" label="也要保密件的，写明事由" extra="不写就不含保密件；写了会留痕。">
            <Input maxLength={200} />
          </Form.Item>
          {order.isError && <Trouble what="没有导出" error={order.error} />}
        </Form>
      </Modal>
    </>
  );
}
