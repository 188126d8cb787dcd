import { WITHHELD_REASONS, WITHHELD_WORDS, type WithheldReason } from '@hub/domain';
import { Form, Input, Modal, Radio } from 'antd';
import { Trouble } from '../../components/Trouble';
import { useStep } from './use-publications';

interface Withheld {
  readonly reason: WithheldReason;
  readonly note: string;
}

interface Props {
  path: string;
  /** What the request says beside or around the reason. */
  more: (withheld: Withheld) => object;
  close: () => void;
}

const options = WITHHELD_REASONS.map((value) => ({ value, label: WITHHELD_WORDS[value] }));

/** Why an appeal is not published. */
export function WithholdDialog({ path, more, close }: Props) {
  const [form] = Form.useForm<Withheld>();
  const step = useStep();
  return (
    <Modal open title="不公开" okText="定为不公开" confirmLoading={step.isPending} onOk={() => form.submit()} onCancel={close}>
      <Form
        form={form}
        name="withheld"
        layout="vertical"
        requiredMark={false}
        initialValues={{ note: '' }}
        onFinish={(one) => step.mutate({ path, body: more(one) }, { onSuccess: close })}
      >
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: '请选一个原因。' }]}>
          <Radio.Group options={options} />
        </Form.Item>
        <Form.Item name="note" label="说明（可不填）">
          <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {step.isError && <Trouble what="没有办成" error={step.error} />}
      </Form>
    </Modal>
  );
}
