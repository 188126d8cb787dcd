import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';

/** The section takes the last shared visit for an appeal too; for one from before the appeal it says why. */
export function Adoption({ matter, appeal }: { matter: string; appeal: string }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const adopt = useMutation({
    mutationFn: () => post<unknown>(`/matters/${matter}/adoptions`, { appeal, reason }),
    onSuccess: () => {
      void message.success('已采用，现场算到过。');
      setOpen(false);
      void client.invalidateQueries({ queryKey: ['appeal', appeal] });
      return client.invalidateQueries({ queryKey: ['matter', matter] });
    },
  });
  return (
    <>
      还没有{' '}
      <Button size="small" onClick={() => setOpen(true)}>
        采用现场记录
      </Button>
      <Modal
        open={open}
        title={`采用现场记录 ${appeal}`}
        okText="采用"
        confirmLoading={adopt.isPending}
        mask={{ closable: false }}
        onOk={() => adopt.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p className="act-lead">采用事项里最近的一次现场调查。调查在来件收到以前的，请写明为什么仍然有效，记入历史。</p>
        <Input.TextArea
          aria-label="仍然有效的理由"
          placeholder="例如：同一台风机，情况没有变化"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {adopt.isError && <Trouble error={adopt.error} />}
      </Modal>
    </>
  );
}
