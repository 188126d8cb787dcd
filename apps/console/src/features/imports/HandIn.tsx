import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { useSources } from '../../lib/directory';
import { useHandIn } from './use-imports';

/** The source is chosen first: by it the columns are known. */
export function HandIn() {
  const [source, setSource] = useState<string>();
  const sources = (useSources().data ?? []).filter(({ active }) => active);
  const input = useRef<HTMLInputElement>(null);
  const handIn = useHandIn();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const submit = (file: File) =>
    source &&
    handIn.mutate(
      { source, file },
      {
        onSuccess: ({ id }) => void navigate(`/imports/${id}`),
        onError: (error) => void modal.error({ title: '文件没有收下', content: <Trouble error={error} />, width: 560 }),
      },
    );
  return (
    <>
      <Select
        aria-label="来源"
        placeholder="选来源"
        className="import-source"
        value={source}
        onChange={setSource}
        options={sources.map(({ name }) => ({ value: name, label: name }))}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xls,.csv,.tsv,.txt,.xml,.html,.htm"
        aria-label="台账文件"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) submit(file);
          target.value = '';
        }}
      />
      <Button
        type="primary"
        icon={<UploadOutlined />}
        disabled={!source}
        loading={handIn.isPending}
        onClick={() => input.current?.click()}
      >
        上传台账
      </Button>
    </>
  );
}
