import { PaperClipOutlined } from '@ant-design/icons';
import type { AppealView } from '@hub/contract';
import { Button } from 'antd';
import { useRef } from 'react';
import { Trouble } from '../../components/Trouble';
import { UPLOAD_ACCEPT } from '../../lib/uploads';
import { useUpload } from './use-appeal';

/** Lays photos and papers to the appeal, or to one visit; the server looks at what they are. */
export function AddFiles({ view, siteRecordId }: { view: AppealView; siteRecordId?: number }) {
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload(view.number);
  if (!view.allowedActions.some((one) => one.act === 'attachments')) return null;
  return (
    <div className="files">
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={UPLOAD_ACCEPT}
        aria-label={siteRecordId ? '加现场照片' : '加附件'}
        onChange={({ target }) => {
          upload.mutate({ files: [...(target.files ?? [])], siteRecordId });
          target.value = '';
        }}
      />
      <Button size="small" icon={<PaperClipOutlined />} loading={upload.isPending} onClick={() => input.current?.click()}>
        {siteRecordId ? '加现场照片' : '加附件'}
      </Button>
      {upload.isError && <Trouble error={upload.error} what="附件没有传上" />}
    </div>
  );
}
