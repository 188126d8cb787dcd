import type { ImportPreviewView, ImportView } from '@hub/contract';
import { LOG_FIELD_NAMES, LOG_FIELDS } from '@hub/domain';
import { Select, Table, type TableColumnsType } from 'antd';
import { Trouble } from '../../components/Trouble';
import { useImportStep } from './use-imports';

type Column = ImportPreviewView['columns'][number];

const NOTHING = '';
const options = [
  { value: NOTHING, label: '不对应（只留在原行里）' },
  ...LOG_FIELDS.map((field) => ({ value: field as string, label: LOG_FIELD_NAMES[field] })),
];

/** What each column is taken for; a person's word is shown at once and remembered when the import is started. */
export function Columns({ one, columns }: { one: ImportView; columns: readonly Column[] }) {
  const correct = useImportStep(one, 'columns');
  const shown: TableColumnsType<Column> = [
    {
      title: '表里的栏名',
      dataIndex: 'heading',
      render: (heading: string, { example }) => (
        <div className="import-heading">
          <b>{heading}</b>
          {example && <div className="small muted">如：{example}</div>}
        </div>
      ),
    },
    {
      title: '登记为',
      key: 'field',
      render: (_, { heading, field }) => (
        <Select
          className="import-field"
          aria-label={`“${heading}”登记为`}
          value={field ?? NOTHING}
          options={options}
          disabled={correct.isPending}
          onChange={(chosen) =>
            correct.mutate({ columns: [{ heading, field: LOG_FIELDS.find((one) => one === chosen) ?? null }] })
          }
        />
      ),
    },
    { title: '为什么', dataIndex: 'reason', render: (reason: string) => <span className="muted small">{reason}</span> },
  ];
  return (
    <>
      {correct.isError && <Trouble what="没有改成" error={correct.error} />}
      <Table<Column>
        size="small"
        rowKey="heading"
        columns={shown}
        dataSource={[...columns]}
        pagination={false}
        loading={correct.isPending}
        scroll={{ x: 'max-content' }}
      />
    </>
  );
}
