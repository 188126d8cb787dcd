import { CHANNEL_WORDS, KIND_WORDS, SATISFACTION_WORDS, STATUS_WORDS, FACTS, TOPIC_WORDS, type Topic } from '@hub/domain';
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
    topic: filter.topic && (filter.topic === 'none' ? '没有写明方面' : TOPIC_WORDS[filter.topic as Topic]),
    street: filter.street && (filter.street === 'none' ? '没有写明街道' : filter.street),
    returned: filter.returned && '退单待确认',
    fact: filter.fact && `${FACTS[filter.fact].words}（${filter.from} 至 ${filter.to}）`,
    q: filter.q && `“${filter.q}”`,
  };
  const shown = Object.entries(held).filter(([, word]) => word);
  if (!shown.length) return null;
  return (
    <div className="filter-line">
      {shown.map(([name, word]) => (
        <Tag
          key={name}
          closable={{ 'aria-label': `去掉筛选：${word}` }}
          onClose={() => change(name === 'fact' ? { fact: null, from: null, to: null } : { [name]: null })}
        >
          {word}
        </Tag>
      ))}
    </div>
  );
}
