import { EditOutlined } from '@ant-design/icons';
import type { DeskDraftView } from '@hub/contract';
import { maskPhone } from '@hub/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Trouble } from '../../components/Trouble';
import { call, get } from '../../lib/api';
import { timeWord } from '../../lib/dates';
import { emptyEntry, type Entry } from './desk-form';

const DRAFTS = ['desk-drafts'];

/** What the page wrote once; a page of an older version may have written less. */
function entryOf(form: string): Entry {
  const read = JSON.parse(form) as Partial<Entry>;
  return { ...emptyEntry(read.source ?? ''), ...read };
}

/** This clerk's own calls that were begun and not registered. */
export function Unfinished({ current, resume }: { current: string; resume: (key: string, entry: Entry) => void }) {
  const client = useQueryClient();
  const drafts = useQuery({ queryKey: DRAFTS, queryFn: ({ signal }) => get<DeskDraftView[]>('/desk/drafts', signal) });
  const discard = useMutation({
    mutationFn: (key: string) => call<void>('DELETE', `/desk/drafts/${key}`),
    onSuccess: () => client.invalidateQueries({ queryKey: DRAFTS }),
  });
  const others = (drafts.data ?? []).filter(({ key }) => key !== current);
  if (!others.length) return null;
  return (
    <section className="panel pad" aria-label="未登完的来电">
      <h3>
        <EditOutlined /> 未登完的来电
      </h3>
      <ul className="desk-list">
        {others.map(({ key, savedAt, form }) => {
          const entry = entryOf(form);
          return (
            <li key={key}>
              <span className="cut">{entry.text || '（还没有写何事）'}</span>
              <span className="small muted">
                {timeWord(savedAt)} · {entry.source}
                {entry.phone && ` · ${maskPhone(entry.phone)}`}
              </span>
              <span className="desk-acts">
                <Button size="small" onClick={() => resume(key, entry)}>
                  接着登
                </Button>
                <Popconfirm title="丢弃这份草稿？" okText="丢弃" cancelText="留着" onConfirm={() => discard.mutate(key)}>
                  <Button size="small" type="text" danger>
                    丢弃
                  </Button>
                </Popconfirm>
              </span>
            </li>
          );
        })}
      </ul>
      {discard.isError && <Trouble error={discard.error} what="没有丢弃" />}
    </section>
  );
}
