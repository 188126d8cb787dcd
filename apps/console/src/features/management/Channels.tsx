import type { ChannelView } from '@hub/contract';
import { CHANNEL_WORDS } from '@hub/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, type TableColumnsType } from 'antd';
import { ToneTag } from '../../components/Tags';
import { asProblem, post } from '../../lib/api';
import { timeWord } from '../../lib/dates';
import { useMay } from '../../lib/session';
import { PlainTable } from './PlainTable';
import { useList } from './use-list';

const tones = { idle: 'plain', ok: 'good', retrying: 'plain', stopped: 'alarm' } as const;

const columns: TableColumnsType<ChannelView> = [
  {
    title: '来源',
    dataIndex: 'source',
    render: (source: string, row) => (
      <>
        <b title={row.name}>{source}</b>
        {row.warning && (
          <div className="small">
            <ToneTag tone="alarm">{row.warning}</ToneTag>
          </div>
        )}
      </>
    ),
  },
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
          {error} {row.failingSince && <span className="small muted">{timeWord(row.failingSince)} 起</span>}
        </div>
      ),
  },
];

export function Channels() {
  const query = useList<ChannelView>('channels');
  const may = useMay();
  const retry: TableColumnsType<ChannelView> = may('channels.retry')
    ? [{ title: '', key: 'retry', render: (_, row) => <Retry channel={row} /> }]
    : [];
  return (
    <PlainTable
      query={query}
      columns={[...columns, ...retry]}
      rowKey="name"
      what="渠道没有取到"
      empty="还没有开通渠道。请在 config/channels.yaml 里设置。"
    />
  );
}

function Retry({ channel }: { channel: ChannelView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const ask = useMutation({
    mutationFn: () => post<unknown>(`/channels/${channel.name}/retry`, {}),
    onSuccess: () => message.success('马上再试，请稍等看结果'),
    onError: (error) => message.warning(asProblem(error).detail),
    onSettled: () => client.invalidateQueries({ queryKey: ['management', 'channels'] }),
  });
  return (
    <Button size="small" loading={ask.isPending} onClick={() => ask.mutate()}>
      立即再试
    </Button>
  );
}
