import type { SiteReplyView } from '@hub/contract';
import { SHOWN_LETTER_STATES, SITE_REPLY_STATE_WORDS, type ShownLetterState } from '@hub/domain';
import { Button, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { timeWord } from '../../lib/dates';
import { useMay } from '../../lib/session';
import { OwedBy, OwedState } from './Owed';
import { PlainTable } from './PlainTable';
import { useDoTo, useList } from './use-list';

type Filter = ShownLetterState | 'all';
const filters: { value: Filter; label: string }[] = [
  { value: 'all', label: '全部' },
  ...SHOWN_LETTER_STATES.filter((value) => value !== 'bounced').map((value) => ({ value, label: SITE_REPLY_STATE_WORDS[value] })),
];

/** Answers that go under posts of complaint sites; one that does not stand there is tried again from here. */
export function SiteReplies() {
  const [state, setState] = useState<Filter>('all');
  const query = useList<SiteReplyView>('outbox/site-replies', state === 'all' ? '' : `?state=${state}`);
  const retry = useDoTo('outbox/site-replies', 'retry');
  const may = useMay();
  const columns: TableColumnsType<SiteReplyView> = [
    { title: '网站', dataIndex: 'site', render: (site: string, { url }) => (url ? <Post site={site} url={url} /> : site) },
    { title: '来件', dataIndex: 'appeal', render: (number: string | null) => number && <OwedBy number={number} /> },
    { title: '状态', dataIndex: 'state', render: (_, row) => <OwedState row={row} /> },
    { title: '时间', dataIndex: 'createdAt', render: (_, row) => when(row) },
    {
      title: '操作',
      key: 'act',
      render: (_, { id, retriable }) =>
        retriable &&
        may('outbox.retry') && (
          <Button
            size="small"
            loading={retry.isPending && retry.variables.id === id}
            onClick={() => retry.mutate({ id, body: {} })}
          >
            重试
          </Button>
        ),
    },
  ];
  return (
    <>
      <Segmented className="list-states" value={state} onChange={setState} options={filters} aria-label="答复的状态" />
      {retry.isError && <Trouble what="没有重试成" error={retry.error} />}
      <p className="small muted">每次都先看原帖下有没有我们的答复，有了就不再贴。</p>
      <PlainTable query={query} columns={columns} rowKey="id" what="网站答复没有取到" empty="没有这样的网站答复。" />
    </>
  );
}

const Post = ({ site, url }: { site: string; url: string }) => (
  <a href={url} target="_blank" rel="noreferrer noopener">
    {site}的原帖
  </a>
);

function when({ sentAt, nextAt, attempts, createdAt }: SiteReplyView): string {
  if (sentAt) return `${timeWord(sentAt)} 贴出`;
  return nextAt ? `${timeWord(nextAt)} ${attempts ? '再试' : '以后贴'}` : `${timeWord(createdAt)} 写成`;
}
