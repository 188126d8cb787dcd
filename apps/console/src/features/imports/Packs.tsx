import { DownloadOutlined } from '@ant-design/icons';
import type { SourcePackView } from '@hub/contract';
import { Button, type TableColumnsType } from 'antd';
import { PlainTable } from '../../components/PlainTable';
import { timeWord } from '../../lib/dates';
import { usePacks } from './use-packs';

const BASIS = { answered: '答复', received: '收到' } as const;

const periodOf = ({ by, from, to }: SourcePackView): string =>
  from ? `${timeWord(from)} 到 ${timeWord(to)} ${BASIS[by]}的` : `到 ${timeWord(to)} ${BASIS[by]}的全部`;

const columns: TableColumnsType<SourcePackView> = [
  { title: '来源', dataIndex: 'source' },
  { title: '内容', key: 'period', render: (_, one) => `${periodOf(one)}${one.guarded ? '，含保密件' : ''}` },
  { title: '经手', key: 'by', render: (_, { madeBy, at }) => `${madeBy}，${timeWord(at)}` },
  {
    title: '',
    key: 'again',
    render: (_, { id, format }) => (
      <Button size="small" icon={<DownloadOutlined />} href={`/api/v1/source-packs/${id}/file`}>
        再下载（{format}）
      </Button>
    ),
  },
];

/** Packs that were made: by whom, when, and of which time. */
export const Packs = () => (
  <section>
    <h2>导出过的回填表</h2>
    <PlainTable query={usePacks()} columns={columns} rowKey="id" what="导出记录没有取到" empty="还没有导出过回填表。" />
  </section>
);
