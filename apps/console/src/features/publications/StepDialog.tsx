import type { PublicationView } from '@hub/contract';
import { Form, Input, Modal } from 'antd';
import { Leaks } from '../../components/Leaks';
import { Trouble } from '../../components/Trouble';
import { useStep } from './use-publications';

/** What a button asks before its step is taken. */
export interface Question {
  readonly button: string;
  readonly title: string;
  readonly ok: string;
  readonly path: string;
  readonly body: object;
  readonly lead?: string;
  /** The label of a text that must be written, and its field. */
  readonly note?: string;
  readonly field?: 'note' | 'reason';
  readonly main?: boolean;
  readonly danger?: boolean;
  /** May let stand what the leak check found, by a reason. */
  readonly letsGo?: boolean;
}

export function StepDialog({ view, question, close }: { view: PublicationView; question: Question; close: () => void }) {
  const [form] = Form.useForm<Record<string, string>>();
  const step = useStep();
  const { title, ok, path, body, lead, note, field = 'note', danger = false } = question;
  const told = question.letsGo ? view.leaks.filter(({ weight }) => weight === 'block') : [];
  const never = told.length > 0 && view.kind === 'report';
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ danger, disabled: never }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        name="step"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) =>
          step.mutate({ path: `/${view.id}/${path}`, body: { ...body, ...fields, version: view.version } }, { onSuccess: close })
        }
      >
        {lead && <p>{lead}</p>}
        {told.length > 0 && <Leaks hits={told} />}
        {never && <p>举报件不能带着这些公开，请退回修改。</p>}
        {told.length > 0 && !never && (
          <Form.Item
            name="leakReason"
            label="这些内容照样公开的理由"
            rules={[{ required: true, whitespace: true, message: '请写理由，或退回修改。' }]}
          >
            <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
        {note && (
          <Form.Item name={field} label={note} rules={[{ required: true, whitespace: true, message: `请写${note}。` }]}>
            <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
        {step.isError && <Trouble what="没有办成" error={step.error} />}
      </Form>
    </Modal>
  );
}
