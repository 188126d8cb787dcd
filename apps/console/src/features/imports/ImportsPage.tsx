import type { ImportView } from '@hub/contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { PlainTable } from '../../components/PlainTable';
import { timeWord } from '../../lib/dates';
import { HandIn } from './HandIn';
import { PackButton } from './PackButton';
import { Packs } from './Packs';
import { ImportState } from './ImportState';
import { useImports } from './use-imports';

const count = (title: string, key: 'new' | 'changed' | 'same' | 'rejected'): TableColumnsType<ImportView>[number] => ({
  title,
  dataIndex: key,
  align: 'right',
  render: (number: number, { state }) => (state === 'done' ? <span className="num">{number}</span> : '—'),
});

const columns: TableColumnsType<ImportView> = [
  {
    title: '文件',
    dataIndex: 'file',
    render: (file: string, { id }) => (
      <div className="table-text">
        <Link to={`/imports/${id}`}>{file}</Link>
      </div>
    ),
  },
  { title: '来源', dataIndex: 'source' },
  { title: '状态', key: 'state', render: (_, one) => <ImportState one={one} /> },
  { title: '行数', dataIndex: 'rows', align: 'right', render: (rows: number) => <span className="num">{rows}</span> },
  count('新增', 'new'),
  count('有变动', 'changed'),
  count('已有', 'same'),
  count('退回', 'rejected'),
  { title: '经手', key: 'by', render: (_, { by, createdAt }) => `${by}，${timeWord(createdAt)}` },
];

/** Logs handed in by the office, and the place to hand one in. */
export function ImportsPage() {
  return (
    <div className="page">
      <PageHead
        title="台账导入"
        lead="先看样子，核对列的对应，再导入；同一单只登记一次，退回的行可以下载改好再导"
        extra={
          <>
            <HandIn />
            <PackButton />
          </>
        }
      />
      <PlainTable
        query={useImports()}
        columns={columns}
        rowKey="id"
        what="导入记录没有取到"
        empty="还没有导入过台账。选好来源，上传文件。"
      />
      <Packs />
    </div>
  );
}
