import type { AppealView, DocumentView } from '@hub/contract';
import { Form, Modal } from 'antd';
import { LongText } from '../acts/fields';
import { usePapers } from './use-documents';

interface Props {
  appeal: AppealView;
  paper: DocumentView;
  onClose: () => void;
}

export function PaperVoiding({ appeal, paper, onClose }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  const deed = usePapers(appeal);
  const annul = (body: { reason: string }) =>
    deed.mutate({ below: `${paper.id}/void`, body, said: `${paper.name}已作废。` }, { onSuccess: onClose });
  return (
    <Modal
      open
      title={`作废${paper.name}`}
      okText="作废"
      okButtonProps={{ danger: true, loading: deed.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={annul}>
        {paper.number && <p className="act-lead">{paper.number} 作废后不再使用，文件仍留在案卷里。</p>}
        <LongText name="reason" label="理由" max={480} />
      </Form>
    </Modal>
  );
}
