import type { SourceBody, SourceView } from '@hub/contract';
import { CHANNEL_WORDS, CHANNELS } from '@hub/domain';
import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { Trouble } from '../../components/Trouble';
import { useSaveSource } from './use-sources';

type Fields = Omit<SourceBody, 'active'> & { name: string };

const channels = CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value] }));
const FRESH: Fields = { name: '', channel: 'hotline', confidential: false, note: '' };

/** Adds a source, or changes one; its name stays, for appeals tell it. */
export function SourceForm({ source, close }: { source: SourceView | 'new'; close: () => void }) {
  const [form] = Form.useForm<Fields>();
  const save = useSaveSource();
  const fresh = source === 'new';
  const submit = ({ name, ...fields }: Fields) =>
    save.mutate(
      fresh ? { name, ...fields, active: true } : { ...fields, id: source.id, version: source.version, active: source.active },
      { onSuccess: close },
    );
  return (
    <Modal
      open
      title={fresh ? '添加来源' : `改“${source.name}”`}
      okText={fresh ? '添加' : '保存'}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      mask={{ closable: false }}
    >
      <Form
        form={form}
        name="source"
        layout="vertical"
        requiredMark={false}
        initialValues={fresh ? FRESH : source}
        onFinish={submit}
      >
        {fresh && (
          <Form.Item
            name="name"
            label="名称"
            extra="写全称，如“纠风热线”。添加后不能改名，来件上记的就是它。"
            rules={[{ required: true, whitespace: true, message: '请写来源的名称。' }]}
          >
            <Input maxLength={58} />
          </Form.Item>
        )}
        <Form.Item name="channel" label="一般从哪里来">
          <Select options={channels} />
        </Form.Item>
        <Form.Item name="confidential" valuePropName="checked" extra="只影响以后登记的，已登记的来件不变。">
          <Checkbox>这里来的一律先按保密件登记</Checkbox>
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {save.isError && <Trouble what="没有保存" error={save.error} />}
      </Form>
    </Modal>
  );
}
