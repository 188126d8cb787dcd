import type { AppealView } from '@hub/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Trouble } from '../../../components/Trouble';
import { post } from '../../../lib/api';
import { actKey } from '../next-step';

/** 同一事项: what is investigated together; every appeal keeps its number, its clocks and its answer. */
export function Matter({ view }: { view: AppealView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const may = (key: string) => view.allowedActions.some((one) => actKey(one) === key);
  const change = useMutation({
    mutationFn: ({ path, body }: { path: string; body: object; said: string }) => post<unknown>(path, body),
    onSuccess: (_, { said }) => {
      void message.success(said);
      setTyped('');
      setReason(null);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['appeal'] }),
  });
  const { matter, related } = view;
  const join = (number: string) =>
    change.mutate({ path: `/matters/${number.trim()}/appeals`, body: { appeal: view.number }, said: '已归入事项。' });
  const together = (number: string, known: string | null) =>
    known
      ? join(known)
      : matter
        ? change.mutate({ path: `/matters/${matter.number}/appeals`, body: { appeal: number }, said: '已归入事项。' })
        : change.mutate({ path: '/matters', body: { appeals: [view.number, number] }, said: '已并为一个事项，各件编号不变。' });
  if (!matter && !related.length && !may('matter.join')) return null;
  return (
    <section>
      <h3>
        <span>同一事项</span>
        <span className="small muted">并件不并号</span>
      </h3>
      {matter && (
        <>
          <p>
            <Link to={`/matters/${matter.number}`}>{matter.title}</Link> <span className="small muted mono">{matter.number}</span>
          </p>
          <ul className="refs">
            {matter.appeals.map((one) => (
              <li key={one.number}>
                <Link to={`/queue/${one.number}`}>{one.subject}</Link> <span className="small muted">{one.statusName}</span>
              </li>
            ))}
          </ul>
          {may('matter.part') && reason === null && (
            <Button size="small" onClick={() => setReason('')}>
              移出事项
            </Button>
          )}
          {reason !== null && (
            <div className="part-form">
              <Input
                aria-label="移出的理由"
                placeholder="为什么移出，记入历史"
                value={reason}
                maxLength={500}
                onChange={(event) => setReason(event.target.value)}
              />
              <Button
                size="small"
                type="primary"
                disabled={!reason.trim()}
                loading={change.isPending}
                onClick={() =>
                  change.mutate({
                    path: `/matters/${matter.number}/partings`,
                    body: { appeal: view.number, reason },
                    said: '已移出，已查清的留在本件。',
                  })
                }
              >
                移出
              </Button>
              <Button size="small" onClick={() => setReason(null)}>
                取消
              </Button>
            </div>
          )}
        </>
      )}
      {!matter && may('matter.join') && (
        <Input.Search
          size="small"
          aria-label="事项编号"
          placeholder="事项编号 SX-…"
          enterButton="归入"
          value={typed}
          loading={change.isPending}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(value) => value.trim() && join(value)}
        />
      )}
      {related.length > 0 && (
        <>
          <p className="small muted">可能是同一件事：</p>
          <ul className="refs">
            {related.map((one) => (
              <li key={one.number}>
                <Link to={`/queue/${one.number}`}>{one.subject}</Link>{' '}
                <span className="small muted">
                  {one.reason} · {one.statusName}
                </span>{' '}
                {(matter ? !one.matter : may('matter.join')) && (
                  <Button size="small" type="link" disabled={change.isPending} onClick={() => together(one.number, one.matter)}>
                    {one.matter ? '归入它的事项' : '并为同一事项'}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {change.isError && <Trouble error={change.error} />}
    </section>
  );
}
