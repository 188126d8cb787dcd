import type { OpenDraft, RefusedFile } from '@hub/casework';
import type { DraftFile, Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { Errors } from '../layout/Errors';
import { Field } from '../layout/Field';
import type { Page } from '../layout/page';
import { sizeWord } from '../layout/size-word';
import { FileRow } from './FileRow';
import { FORM, StepForm } from './StepForm';
import { StepLayout } from './StepLayout';
import { stepPath } from './steps';

export interface FilesProps {
  readonly office: Office;
  readonly draft: OpenDraft;
  readonly fromCheck: boolean;
  readonly refused: readonly RefusedFile[];
  readonly status?: number;
}

export const filesPage = (props: FilesProps): Page => ({
  status: props.status ?? (props.refused.length ? 422 : 200),
  title: '有照片或文件吗？',
  faulty: props.refused.length > 0,
  personal: true,
  place: null,
  textSwitch: { form: FORM, action: actionOf(props) },
  body: <Files {...props} />,
});

const actionOf = ({ draft, fromCheck }: FilesProps): string => stepPath(draft.key, 'files', { fromCheck });

const Files = (props: FilesProps): ReactElement => {
  const { office, draft, refused } = props;
  const { files, things } = draft.submission;
  const faults = refused.map(({ name, words }) => ({ field: 'file', words: `“${name}”没有收下：${words}` }));
  return (
    <StepLayout office={office} step="files" back={backOf(props)}>
      <Errors faults={faults} />
      <h1>有照片或文件吗？</h1>
      <p>没有也可以，直接点“下一步”。照片里的拍摄地点、手机型号等信息，我们会自动去掉。</p>
      <StepForm action={actionOf(props)} seen="" files>
        {/* The Enter key presses the first button: it must not be one that removes something. */}
        <button className="vh" name="act" value="next" tabIndex={-1} aria-hidden="true">
          下一步
        </button>
        <ChooseFiles office={office} fault={faults.map(({ words }) => words).join('；') || null} />
        {files.length > 0 && (
          <>
            <h2>{filesTitle(files)}</h2>
            <ul className="list">
              {files.map((file) => (
                <FileRow file={file} things={things.length} key={file.id} />
              ))}
            </ul>
          </>
        )}
        <div className="acts">
          <button className="btn" name="act" value="next">
            下一步
          </button>
        </div>
      </StepForm>
    </StepLayout>
  );
};

const backOf = ({ draft, fromCheck }: FilesProps) =>
  fromCheck
    ? { href: stepPath(draft.key, 'check'), words: '返回核对' }
    : { href: stepPath(draft.key, 'what'), words: '返回上一步' };

const filesTitle = (files: readonly DraftFile[]): string =>
  `已经上传 ${files.length} 个文件，共 ${sizeWord(files.reduce((sum, { size }) => sum + size, 0))}`;

const ChooseFiles = ({ office, fault }: { office: Office; fault: string | null }): ReactElement => (
  <Field
    id="file"
    label="选择照片或文件"
    hint={`照片（jpg、png、webp）、PDF、Word、Excel 都可以。每个不超过 ${office.web.maxFileMegabytes} MB，最多 ${office.web.maxFiles} 个。`}
    fault={fault}
  >
    {(described) => (
      <>
        <input
          type="file"
          id="file"
          name="file"
          multiple
          accept="image/jpeg,image/png,image/webp,.pdf,.doc,.docx,.xls,.xlsx,.wps"
          {...described}
        />
        <p className="acts">
          <button className="btn low" name="act" value="add">
            上传所选文件
          </button>
        </p>
      </>
    )}
  </Field>
);
