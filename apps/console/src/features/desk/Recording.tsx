import { PaperClipOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { Trouble } from '../../components/Trouble';
import { send } from '../../lib/api';
import { UPLOAD_ACCEPT } from '../../lib/uploads';

/** Lays the recording of the call or the scan of the letter to what was just registered. */
export function Recording({ number }: { number: string }) {
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const query = new URLSearchParams({ name: file.name.slice(-200) });
        await send(`/appeals/${number}/attachments?${query}`, file);
      }
      return files.length;
    },
  });
  return (
    <div className="recording">
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={UPLOAD_ACCEPT}
        aria-label="附录音或扫描件"
        onChange={({ target }) => {
          upload.mutate([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button icon={<PaperClipOutlined />} loading={upload.isPending} onClick={() => input.current?.click()}>
        附录音或扫描件
      </Button>
      {upload.isSuccess && <p className="small">已附 {upload.data} 个文件。</p>}
      {upload.isError && <Trouble error={upload.error} what="没有附上" />}
    </div>
  );
}
