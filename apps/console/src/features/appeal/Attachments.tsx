import { AudioOutlined, FileImageOutlined, FileOutlined } from '@ant-design/icons';
import type { AttachmentView } from '@hub/contract';
import { isRecording } from '@hub/domain';
import { Fragment } from 'react';
import { fileWord } from '../../lib/file-words';

const sizeWord = (size: number): string =>
  size >= 1 << 20 ? `${(size / (1 << 20)).toFixed(1)} MB` : `${Math.max(1, Math.round(size / 1024))} KB`;

export function Attachments({ files }: { files: readonly AttachmentView[] }) {
  if (!files.length) return null;
  return (
    <div className="files">
      {files.map((file) => (
        <Fragment key={file.id}>
          <a className="file" href={file.href} target="_blank" rel="noopener noreferrer" title={file.name}>
            {file.mediaType.startsWith('image/') ? (
              <FileImageOutlined />
            ) : isRecording(file.mediaType) ? (
              <AudioOutlined />
            ) : (
              <FileOutlined />
            )}
            <span className="cut">{file.name}</span>
            <span className="muted nowrap">
              {fileWord(file.mediaType)} {sizeWord(file.size)}
            </span>
          </a>
          {isRecording(file.mediaType) && file.mediaType !== 'audio/amr' && (
            <audio controls preload="none" src={file.href} aria-label={`播放 ${file.name}`} />
          )}
        </Fragment>
      ))}
    </div>
  );
}
