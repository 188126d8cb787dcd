import { BellOutlined } from '@ant-design/icons';
import type { NoticePage, OpeningToSign } from '@hub/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Empty, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Trouble } from '../components/Trouble';
import { get, post } from '../lib/api';
import { timeWord } from '../lib/dates';

const KEY = ['notices'];

function Notices({ page, onRead, onGo }: { page: NoticePage; onRead: (ids?: number[]) => void; onGo: () => void }) {
  if (!page.items.length && !page.toSign.length) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有提醒。" />;
  return (
    <>
      {page.toSign.map((one) => (
        <ToSign key={one.id} opening={one} />
      ))}
      <div className="flex between">
        <span className="small muted">最近的提醒</span>
        <Button size="small" type="link" disabled={!page.unread.count} onClick={() => onRead()}>
          全部标为已读
        </Button>
      </div>
      <ul className="notices">
        {page.items.map((one) => (
          <li key={one.id} className={one.readAt ? 'read' : ''}>
            <Link
              to={`/queue/${one.appeal}`}
              onClick={() => {
                if (!one.readAt) onRead([one.id]);
                onGo();
              }}
            >
              {one.text}
            </Link>
            <span className="small muted">
              {one.kindName} · {timeWord(one.at)}
              {!one.readAt && ' · 未读'}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** He signs that he opened the box too, wherever he sits. */
function ToSign({ opening: { id, text } }: { opening: OpeningToSign }) {
  const client = useQueryClient();
  const sign = useMutation({
    mutationFn: () => post<unknown>(`/desk/openings/${id}/signature`, {}),
    onSuccess: () => Promise.all([KEY, ['desk-openings']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <div className="stack notice-sign">
      <p>{text}。</p>
      {sign.isError && <Trouble what="没有签上" error={sign.error} />}
      <div>
        <Button size="small" type="primary" loading={sign.isPending} onClick={() => sign.mutate()}>
          我在场，签名
        </Button>
      </div>
    </div>
  );
}

/** What the person was told of: late appeals, supervision, revisits, risks, departments. */
export function Bell() {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => get<NoticePage>('/notices', signal),
    refetchInterval: 60_000,
  });
  const read = useMutation({
    mutationFn: (ids?: number[]) => post<unknown>('/notices/read', ids ? { ids } : {}),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const unread = query.data?.unread;
  const toSign = query.data?.toSign.length ?? 0;
  const count = (unread?.count ?? 0) + toSign;
  const word = toSign
    ? `${toSign} 份开箱记录等您签名`
    : unread?.count
      ? `${unread.count}${unread.more ? '+' : ''} 条未读提醒`
      : '提醒';
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <div className="notice-box">
          {query.isError && <Trouble what="提醒没有取到" error={query.error} retry={() => void query.refetch()} />}
          {query.data && <Notices page={query.data} onRead={(ids) => read.mutate(ids)} onGo={() => setOpen(false)} />}
        </div>
      }
    >
      <Badge count={count} overflowCount={99} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={word} title={word} />
      </Badge>
    </Popover>
  );
}
