import { CHANNEL_WORDS, KIND_WORDS, SATISFACTION_WORDS, STATUS_WORDS } from '@hub/domain';
import { Tag } from 'antd';
import { useUnits } from '../../lib/directory';
import type { NO_FILTER, QueueFilter } from './queue-filter';
import { dueWords, mailWords } from './queue-words';

interface Props {
  filter: QueueFilter;
  change: (change: Partial<QueueFilter>) => void;
}

/** The filters that hold now, each with its cross. */
export function FilterLine({ filter, change }: Props) {
  const units = useUnits(filter.unit !== null);
  const held: Partial<Record<keyof typeof NO_FILTER, string | null>> = {
    status: filter.status && STATUS_WORDS[filter.status],
    due: filter.due && dueWords[filter.due],
    mail: filter.mail && mailWords[filter.mail],
    rating: filter.rating && SATISFACTION_WORDS[filter.rating],
    kind: filter.kind && KIND_WORDS[filter.kind],
    channel: filter.channel && CHANNEL_WORDS[filter.channel],
    unit: filter.unit && (units.data?.find((unit) => unit.id === filter.unit)?.name ?? filter.unit),
    q: filter.q && `“${filter.q}”`,
  };
  const shown = Object.entries(held).filter(([, word]) => word);
  if (!shown.length) return null;
  return (
    <div className="filter-line">
      {shown.map(([name, word]) => (
        <Tag key={name} closable={{ 'aria-label': `去掉筛选：${word}` }} onClose={() => change({ [name]: null })}>
          {word}
        </Tag>
      ))}
    </div>
  );
}
