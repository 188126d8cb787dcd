import type { ChannelView } from '@hub/contract';
import { CHANNEL_WORDS } from '@hub/domain';
import type { TableColumnsType } from 'antd';
import { ToneTag } from '../../components/Tags';
import { timeWord } from '../../lib/dates';
import { PlainTable } from './PlainTable';
import { useList } from './use-list';

const tones = { idle: 'plain', ok: 'good', resting: 'alarm' } as const;

const columns: TableColumnsType<ChannelView> = [
  { title: '来源', dataIndex: 'source', render: (source: string, row) => <b title={row.name}>{source}</b> },
  { title: '渠道', dataIndex: 'channel', render: (_, row) => CHANNEL_WORDS[row.channel] },
  {
    title: '状态',
    dataIndex: 'state',
    render: (_, row) => (
      <>
        <ToneTag tone={tones[row.state]}>{row.stateName}</ToneTag>
        {row.restUntil && <div className="small muted">{timeWord(row.restUntil)} 再试</div>}
      </>
    ),
  },
  { title: '已收', dataIndex: 'taken', align: 'right', render: (taken: number) => <span className="num">{taken} 件</span> },
  { title: '上次成功', dataIndex: 'lastOkAt', render: (at: string | null) => (at ? timeWord(at) : '还没有') },
  {
    title: '上次错误',
    dataIndex: 'lastError',
    render: (error: string | null, row) =>
      error && (
        <div className="table-text">
          {error} {row.lastErrorAt && <span className="small muted">{timeWord(row.lastErrorAt)}</span>}
        </div>
      ),
  },
];

export function Channels() {
  const query = useList<ChannelView>('channels');
  return (
    <PlainTable
      query={query}
      columns={columns}
      rowKey="name"
      what="渠道没有取到"
      empty="还没有开通渠道。请在 config/channels.yaml 里设置。"
    />
  );
}
