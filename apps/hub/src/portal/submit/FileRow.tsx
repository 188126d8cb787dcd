import type { DraftFile } from '@hub/domain';
import type { ReactElement } from 'react';
import { sizeWord } from '../layout/size-word';
import { fileWord } from './file-word';

/** One uploaded file: what it is, to which of several things it belongs, and the way to take it back. */
export const FileRow = ({ file, things }: { file: DraftFile; things: number }): ReactElement => (
  <li className="split">
    <div>
      <b>{file.name}</b>
      <p className="soft">
        {fileWord(file.mediaType)}，{sizeWord(file.size)}，{file.unscanned ? '已收好，正在做安全检查，不用等' : '已收好'}
      </p>
      {things > 1 && (
        <>
          <label htmlFor={`of-${file.id}`}>
            属于哪一件<span className="vh">：{file.name}</span>
          </label>
          <select id={`of-${file.id}`} name={`of-${file.id}`} defaultValue={file.thing ?? ''}>
            <option value="">每一件都附上</option>
            {Array.from({ length: things }, (_, at) => (
              <option value={at + 1} key={at}>
                第 {at + 1} 件
              </option>
            ))}
          </select>
        </>
      )}
    </div>
    <button className="btn low" name="remove" value={file.id}>
      移除<span className="vh"> {file.name}</span>
    </button>
  </li>
);
