import type { FormBatchView } from '@hub/contract';
import type { Sheet, SheetState } from '@hub/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, InputNumber, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { get, post } from '../../lib/api';
import { SheetForm } from './SheetForm';

const STATES: Record<SheetState, string> = { once: '等第二遍', differs: '不一致', agreed: '一致', registered: '已登记' };
const EMPTY: Sheet = { answers: {}, opinion: '', name: '', phone: '' };

/** One batch: the sheet in hand, what two people read differently, and how often each answer was given. */
export function FormBatch({ id }: { id: number }) {
  const key = ['form-batch', id];
  const client = useQueryClient();
  const batch = useQuery({ queryKey: key, queryFn: ({ signal }) => get<FormBatchView>(`/desk/batches/${id}`, signal) });
  const [sheet, setSheet] = useState(1);
  /** Whoever is entering goes on by keys alone. */
  const [entering, setEntering] = useState(false);
  const taken = (view: FormBatchView) => client.setQueryData(key, view);
  const enter = useMutation({
    mutationFn: ({ settles, read }: { settles: boolean; read: Sheet }) =>
      post<FormBatchView>(`/desk/batches/${id}/${settles ? 'settlements' : 'sheets'}`, { sheet, ...read }),
    onSuccess: (view) => {
      taken(view);
      setEntering(true);
      setSheet(Math.min(sheet + 1, view.sheets));
    },
  });
  const register = useMutation({
    mutationFn: () => post<FormBatchView>(`/desk/batches/${id}/registration`, {}),
    onSuccess: taken,
  });
  if (batch.isError) return <Trouble error={batch.error} what="这一批没有取到" retry={() => void batch.refetch()} />;
  if (!batch.data) return <p className="panel pad muted">正在取……</p>;
  const { name, questions, sheets, entered, tallies } = batch.data;
  const known = entered.find((one) => one.sheet === sheet);
  const agreed = entered.filter(({ state }) => state === 'agreed').length;
  const open = !known || known.state === 'differs' || (known.state === 'once' && !known.firstIsMe);
  return (
    <section className="panel pad stack">
      <h3>{name}</h3>
      <div className="flex">
        第
        <InputNumber aria-label="第几张" min={1} max={sheets} precision={0} value={sheet} onChange={(at) => at && setSheet(at)} />
        张，共 {sheets} 张 {known && <Tag>{STATES[known.state]}</Tag>}
        {known?.number && <Link to={`/queue/${known.number}`}>{known.number}</Link>}
      </div>
      {known?.state === 'differs' && (
        <Alert
          type="warning"
          title={`${known.first}和${known.second}录得不一样，请看原表定下来`}
          description={known.differences.map((one) => (
            <div key={one.key}>
              {one.word}：“{one.first || '空'}” / “{one.second || '空'}”
            </div>
          ))}
        />
      )}
      {open ? (
        <SheetForm
          key={`${sheet}-${known?.state ?? 'new'}`}
          questions={questions}
          start={known?.read ?? EMPTY}
          word={known?.state === 'differs' ? '定下来' : known ? '存第二遍' : '存第一遍'}
          saving={enter.isPending}
          focus={entering}
          save={(read) => enter.mutate({ settles: known?.state === 'differs', read })}
        />
      ) : (
        known.state === 'once' && <p className="muted">第一遍是您录的，第二遍请另一位同事录。</p>
      )}
      {enter.isError && <Trouble error={enter.error} what="没有存上" />}
      <p className="small muted">
        已录 {entered.length} 张：
        {Object.entries(STATES)
          .map(([state, word]) => `${word} ${entered.filter((one) => one.state === state).length}`)
          .join('，')}
      </p>
      {register.isError && <Trouble error={register.error} what="没有登记完，可以再按一次" />}
      <div>
        <Button disabled={!agreed} loading={register.isPending} onClick={() => register.mutate()}>
          登记一致的 {agreed} 张
        </Button>
      </div>
      <dl className="kv">
        {tallies
          .filter(({ counts }) => Object.keys(counts).length > 0)
          .map(({ word, counts }) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>
                {Object.entries(counts)
                  .map(([answer, count]) => `${answer} ${count}`)
                  .join('，')}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
