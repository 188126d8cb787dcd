import { FilterOutlined } from '@ant-design/icons';
import {
  CHANNEL_WORDS,
  isOpen,
  KIND_WORDS,
  readsRatings,
  SATISFACTION_WORDS,
  STATUS_WORDS,
  type AppealStatus,
} from '@hub/domain';
import { Button, Popover, Select } from 'antd';
import { useState } from 'react';
import { useUnits } from '../../lib/directory';
import { useSeesAll, useSession } from '../../lib/session';
import { isFiltered, NO_FILTER, type QueueFilter } from './queue-filter';
import { dueWords, mailWords } from './queue-words';

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** A status that owes nothing is not among the open appeals, and neither is most of what was rated. */
const viewFor = (name: string, value: string | undefined): Partial<QueueFilter> =>
  value && (name === 'rating' || (name === 'status' && !isOpen(value as AppealStatus))) ? { view: 'all' } : {};

interface Props {
  filter: QueueFilter;
  change: (change: Partial<QueueFilter>) => void;
}

/** All filters; those of a unit's own people need no unit. */
export function FilterButton({ filter, change }: Props) {
  const [open, setOpen] = useState(false);
  const seesAll = useSeesAll();
  const { role } = useSession();
  const units = useUnits(seesAll);
  const unitOptions = units.data?.map((unit) => ({ value: unit.id, label: unit.name })) ?? [];
  const fields = [
    ['status', '状态', options(STATUS_WORDS)],
    ['kind', '类型', options(KIND_WORDS)],
    ['channel', '渠道', options(CHANNEL_WORDS)],
    ...(seesAll ? ([['unit', '单位', unitOptions]] as const) : []),
    ['due', '期限', options(dueWords)],
    ['mail', '邮件', options(mailWords)],
    ...(readsRatings(role) ? ([['rating', '评价', options(SATISFACTION_WORDS)]] as const) : []),
  ] as const;

  const form = (
    <div className="filter-form">
      {fields.map(([name, label, choices]) => (
        <label key={name}>
          <span>{label}</span>
          <Select
            allowClear
            aria-label={label}
            placeholder="不限"
            options={[...choices]}
            value={filter[name]}
            onChange={(value) => change({ [name]: value ?? null, ...viewFor(name, value) })}
          />
        </label>
      ))}
      <Button disabled={!isFiltered(filter)} onClick={() => change(NO_FILTER)}>
        清除筛选
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomLeft" content={form} open={open} onOpenChange={setOpen} arrow={false}>
      <Button size="small" type="text" icon={<FilterOutlined />} aria-expanded={open}>
        筛选
      </Button>
    </Popover>
  );
}
