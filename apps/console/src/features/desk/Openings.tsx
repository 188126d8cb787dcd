import type { BoxOpeningView } from '@hub/contract';
import { isBox } from '@hub/domain';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { get } from '../../lib/api';
import { timeWord } from '../../lib/dates';
import { CounterSign } from './CounterSign';
import type { Entry } from './desk-form';
import { OpeningForm } from './OpeningForm';

interface Props {
  entry: Entry;
  change: (part: Partial<Entry>) => void;
}

/** The record of the opened box that this slip lay in: written by one, signed by the other, then slip by slip. */
export function Openings({ entry, change }: Props) {
  const [writing, setWriting] = useState(false);
  const box = isBox(entry.source) ? entry.source : null;
  const openings = useQuery({
    queryKey: ['desk-openings'],
    queryFn: ({ signal }) => get<BoxOpeningView[]>('/desk/openings', signal),
    enabled: box !== null,
  });
  if (!box) return null;
  const own = (openings.data ?? []).filter(({ source }) => source === box);
  const chosen = own.find(({ id }) => id === entry.openingId);
  const usable = own.filter(({ signedAt, items, registered }) => signedAt && registered < items);
  return (
    <section className="panel pad stack" aria-label="开箱记录">
      <h3>开箱记录</h3>
      {openings.isError && <Trouble error={openings.error} what="开箱记录没有取到" retry={() => void openings.refetch()} />}
      <Select
        aria-label="出自哪次开箱"
        allowClear
        placeholder={usable.length ? '这一件出自哪次开箱' : '没有可登记的开箱记录'}
        value={chosen ? chosen.id : null}
        options={usable.map((one) => ({
          value: one.id,
          label: `${timeWord(one.openedAt)} ${one.place}（已登 ${one.registered}/${one.items}）`,
        }))}
        onChange={(openingId?: number) => change({ openingId })}
      />
      {chosen && (
        <p className="small muted">
          {chosen.first}、{chosen.second}开箱，清点 {chosen.items} 件，已登记 {chosen.registered} 件
          {chosen.numbers.map((number) => (
            <Link key={number} className="mono" to={`/queue/${number}`} target="_blank">
              {' '}
              {number}
            </Link>
          ))}
        </p>
      )}
      {own
        .filter(({ signedAt }) => !signedAt)
        .map((one) => (
          <CounterSign key={one.id} opening={one} />
        ))}
      {writing ? (
        <OpeningForm box={box} close={() => setWriting(false)} />
      ) : (
        <div>
          <Button size="small" onClick={() => setWriting(true)}>
            写开箱记录
          </Button>
        </div>
      )}
    </section>
  );
}
