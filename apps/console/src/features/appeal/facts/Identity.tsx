import { EyeOutlined } from '@ant-design/icons';
import type { AppealView, IdentityView } from '@hub/contract';
import { identityNeedsReason, type Staff } from '@hub/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../../components/Trouble';
import { post } from '../../../lib/api';
import { useMay, useSession } from '../../../lib/session';
import { identityLead } from '../../../lib/vault-words';
import { otherPeople } from './other-people';
import { Pairs } from './Pairs';

/** Looks behind the masks with a reason, once: nothing of it is kept in the page. */
export function Identity({ view }: { view: AppealView }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { role } = useSession();
  const may = useMay();
  const client = useQueryClient();
  const look = useMutation({
    mutationFn: () => post<IdentityView>(`/appeals/${encodeURIComponent(view.number)}/identity`, { reason }),
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: ['appeal', view.number] }),
  });
  const close = () => {
    setOpen(false);
    setReason('');
    look.reset();
  };
  if (!may('identity.read') || view.secrecy === 'anonymous') return null;
  const wanted = identityNeedsReason({ role } as Staff);
  const shown = look.data;
  return (
    <>
      <Button size="small" icon={<EyeOutlined />} onClick={() => setOpen(true)}>
        查看身份
      </Button>
      <Modal
        open={open}
        title="查看身份"
        onCancel={close}
        destroyOnHidden
        footer={
          shown ? (
            <Button onClick={close}>看完了</Button>
          ) : (
            <Button type="primary" loading={look.isPending} disabled={wanted && !reason.trim()} onClick={() => look.mutate()}>
              查看
            </Button>
          )
        }
      >
        {shown ? (
          <>
            <Pairs
              of={[
                ['姓名', shown.name],
                ['电话', shown.phone],
                ['邮箱', shown.email],
                ['住址', shown.address],
                ['身份证', shown.idNumber],
                ...otherPeople(shown.representatives),
              ]}
            />
            {shown.messages.map((one) => (
              <p key={one.id} className="letter-text">
                {one.text}
              </p>
            ))}
          </>
        ) : (
          <>
            <p className="act-lead">{identityLead}</p>
            <Input.TextArea
              aria-label="事由"
              placeholder={wanted ? '事由（必填）' : '事由'}
              maxLength={500}
              rows={3}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            {look.isError && <Trouble error={look.error} />}
          </>
        )}
      </Modal>
    </>
  );
}
