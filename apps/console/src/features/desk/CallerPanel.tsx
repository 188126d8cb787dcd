import { PhoneOutlined } from '@ant-design/icons';
import type { CallerView } from '@hub/contract';
import { dayOf, plausiblePhone } from '@hub/domain';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';
import { dayWord } from '../../lib/dates';
import { useSettled } from './use-settled';

/** The earlier appeals of the number that is being typed, as far as this clerk may see them. */
export function CallerPanel({ phone }: { phone: string }) {
  const settled = useSettled(phone, 300);
  const whole = plausiblePhone(settled);
  const caller = useQuery({
    queryKey: ['desk-caller', settled],
    queryFn: () => post<CallerView>('/desk/caller', { phone: settled }),
    enabled: whole,
    staleTime: 60_000,
    gcTime: 0,
  });
  if (!whole) return null;
  const { appeals = [], count = 0 } = caller.data ?? {};
  return (
    <section className="panel pad" aria-label="此号码以前的来件" aria-live="polite">
      <h3>
        <PhoneOutlined /> 此号码以前的来件 {count > 0 && <span className="muted">{count} 件</span>}
      </h3>
      {caller.isError && <Trouble error={caller.error} what="以前的来件没有查到" retry={() => void caller.refetch()} />}
      {caller.isSuccess && !count && <p className="muted">此号码没有来过。</p>}
      <ul className="desk-list">
        {appeals.map(({ number, statusName, kindName, receivedAt, open }) => (
          <li key={number}>
            <Link className="mono" to={`/queue/${number}`} target="_blank">
              {number}
            </Link>
            <span>
              {kindName} · {dayWord(dayOf(receivedAt))} · <Tag color={open ? 'processing' : undefined}>{statusName}</Tag>
            </span>
          </li>
        ))}
      </ul>
      {count > appeals.length && <p className="small muted">只列最近 {appeals.length} 件。</p>}
    </section>
  );
}
