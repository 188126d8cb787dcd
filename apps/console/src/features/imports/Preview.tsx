import type { ImportPreviewView, ImportView } from '@hub/contract';
import { Alert, Button, Skeleton } from 'antd';
import { Trouble } from '../../components/Trouble';
import { Columns } from './Columns';
import { Discard } from './Discard';
import { Figures } from './Figures';
import { Reconciliation } from './Reconciliation';
import { Samples } from './Samples';
import { useImportPreview, useImportStep } from './use-imports';

/** What an import would do: the sheets, the columns, the first rows as appeals, the faults; and the button that starts it. */
export function Preview({ one }: { one: ImportView }) {
  const query = useImportPreview(one);
  const start = useImportStep(one, 'start');
  if (query.isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  if (query.isError) return <Trouble what="这份台账没有读出来" error={query.error} retry={() => void query.refetch()} />;
  const seen = query.data;
  return (
    <div className="stack">
      <Sheets seen={seen} />
      {seen.needsText ? <AskForText /> : <Foreseen seen={seen} />}
      <section>
        <h2>列的对应</h2>
        <Columns one={one} columns={seen.columns} />
      </section>
      {start.isError && <Trouble what="没有开始" error={start.error} />}
      <div className="actions">
        <Button
          type="primary"
          size="large"
          loading={start.isPending}
          disabled={seen.needsText || seen.rows === 0}
          onClick={() => start.mutate({})}
        >
          开始导入
        </Button>
        <Discard one={one} />
      </div>
      {!seen.needsText && <Reconciliation key={one.version} one={one} />}
    </div>
  );
}

const AskForText = () => (
  <Alert
    type="warning"
    showIcon
    title="来件内容写在哪一栏？"
    description="没有认出写来件内容的一栏，现在一行也不会登记。请在下面“列的对应”里选一栏登记为“来件内容”，以后同一来源都照这样读。"
  />
);

/** What starting it would do. */
function Foreseen({ seen }: { seen: ImportPreviewView }) {
  return (
    <>
      <Figures
        figures={[
          { label: '共', count: seen.rows },
          { label: '将新增', count: seen.new, tone: 'good' },
          { label: '已登记过', count: seen.known },
          { label: '将退回', count: seen.rejected, tone: 'alarm' },
        ]}
      />
      {seen.faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="这些行有问题，不会登记"
          description={seen.faults.map(({ reason, count, firstRow }) => (
            <div key={reason}>
              {count} 行（如第 {firstRow} 行）：{reason}
            </div>
          ))}
        />
      )}
      <section>
        <h2>登记成来件的样子</h2>
        <Samples rows={seen.samples} />
      </section>
    </>
  );
}

function Sheets({ seen: { sheets } }: { seen: ImportPreviewView }) {
  return (
    <ul className="panel pad import-sheets">
      {sheets.map(({ name, taken, reason, rows, hidden }, at) => (
        <li key={at}>
          {name && <b>{name}：</b>}
          {taken ? `${rows} 行。` : '没有用。'}
          {reason}
          {hidden > 0 && `其中 ${hidden} 行在表格里是隐藏的，照样登记。`}
        </li>
      ))}
    </ul>
  );
}
