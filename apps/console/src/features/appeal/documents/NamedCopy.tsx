import type { AppealView, DocumentView } from '@hub/contract';
import { identityNeedsReason, type Staff } from '@hub/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../../components/Trouble';
import { postForFile } from '../../../lib/api';
import { useSession } from '../../../lib/session';

interface Props {
  appeal: AppealView;
  paper: DocumentView;
  onClose: () => void;
}

/** The copy that is sent to the citizen, by his name; whoever makes it says why, and it is kept nowhere. */
export function NamedCopy({ appeal, paper, onClose }: Props) {
  const [reason, setReason] = useState('');
  const { role } = useSession();
  const client = useQueryClient();
  const copy = useMutation({
    mutationFn: () => postForFile(paper.href.replace(/^\/api\/v1/, '').replace(/file$/, 'named-copy'), { reason }),
    gcTime: 0,
    onSuccess: (file) => {
      const href = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = href;
      link.download = `${[paper.name, paper.number].filter(Boolean).join(' ')}（寄送）.docx`;
      link.click();
      URL.revokeObjectURL(href);
      void client.invalidateQueries({ queryKey: ['appeal', appeal.number] });
      onClose();
    },
  });
  const wanted = identityNeedsReason({ role } as Staff);
  return (
    <Modal
      open
      title="带姓名下载"
      okText="下载"
      okButtonProps={{ loading: copy.isPending, disabled: wanted && !reason.trim() }}
      onOk={() => copy.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <p className="act-lead">这一份写有反映人的姓名，只用来寄送给本人。查看身份记入历史和审计。</p>
        <Form.Item label={wanted ? '事由' : '事由（可不填）'}>
          <Input value={reason} maxLength={480} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
        {copy.isError && <Trouble error={copy.error} />}
      </Form>
    </Modal>
  );
}
