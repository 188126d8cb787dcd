import type { ChannelsStateView, ChannelView } from '@hub/contract';
import { CHANNEL_WORDS } from '@hub/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Space, type TableColumnsType } from 'antd';
import { ToneTag } from '../../components/Tags';
import { asProblem, get, post } from '../../lib/api';
import { timeWord } from '../../lib/dates';
import { useMay } from '../../lib/session';
import { ChannelTrial } from './ChannelTrial';
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
        <div className="small muted">{next(row)}</div>
      </>
    ),
  },
  {
    title: '怎么收',
    key: 'listens',
    render: (_, row) => (
      <span className="nowrap">{row.listens ? '新信一到就收' : `每 ${everyWord(row.everySeconds)}看一次`}</span>
    ),
  },
  {
    title: '已收',
    dataIndex: 'taken',
    align: 'right',
    render: (taken: number, row) => (
      <>
        <span className="num">{taken} 件</span>
        {row.lastTakenAt && <div className="small muted nowrap">最近 {timeWord(row.lastTakenAt)}</div>}
      </>
    ),
  },
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
    ? [
        {
          title: '操作',
          key: 'act',
          render: (_, row) => (
            <Space size={4} wrap>
              <ChannelTrial channel={row} />
              <Retry channel={row} />
            </Space>
          ),
        },
      ]
    : [];
  return (
    <>
      <HubTrouble />
      <PlainTable
        query={query}
        columns={[...columns, ...retry]}
        rowKey="name"
        what="渠道没有取到"
        empty="还没有开通渠道。请在 config/channels.yaml 里设置。"
      />
    </>
  );
}

const everyWord = (seconds: number): string => (seconds % 60 ? `${seconds} 秒` : `${seconds / 60} 分钟`);

function next({ nextAt, restUntil, listens }: ChannelView): string {
  if (!nextAt) return '';
  return restUntil ? `${timeWord(restUntil)} 再试` : `${listens ? '最迟 ' : ''}${timeWord(nextAt)} 再看`;
}

/** What holds for every channel: nobody does the work, or acknowledgements wait for the next hour. */
function HubTrouble() {
  const { data } = useQuery({
    queryKey: ['management', 'channels', 'state'],
    queryFn: ({ signal }) => get<ChannelsStateView>('/channels/state', signal),
    refetchInterval: 15_000,
  });
  if (!data) return null;
  return (
    <>
      {!data.worked && (
        <Alert
          className="list-note"
          type="error"
          showIcon
          title="没有进程在收件和寄信。"
          description="来件留在原处、信留在待发箱，都不会丢。请系统管理员查看收发进程（HUB_ROLES 里有 worker 的那个）是否在运行。"
        />
      )}
      {data.acknowledgementsUntil && (
        <Alert
          className="list-note"
          type="warning"
          showIcon
          title={`本小时的回执已达上限，其余 ${timeWord(data.acknowledgementsUntil)} 起接着寄。`}
          description="来件照常登记。请看看是不是有人大量来信。"
        />
      )}
    </>
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
