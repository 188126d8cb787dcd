import { CaretDownOutlined, SortAscendingOutlined } from '@ant-design/icons';
import type { QueuePage } from '@hub/contract';
import { Button, Dropdown } from 'antd';
import { Chips } from './Chips';
import { FilterButton } from './FilterButton';
import { FilterLine } from './FilterLine';
import { SORTS, useQueueFilter, VIEWS } from './queue-filter';
import { sortWords, viewWords } from './queue-words';
import { countWord } from './use-queue';

const items = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((key) => ({ key, label: words[key] }));

/** Which appeals, how many, in what order. */
export function QueueHead({ counts }: { counts: QueuePage['counts'] | undefined }) {
  const [filter, change] = useQueueFilter();
  return (
    <div className="list-head">
      <div className="flex between">
        <Dropdown
          trigger={['click']}
          menu={{
            items: items(VIEWS, viewWords),
            selectedKeys: [filter.view],
            onClick: ({ key }) => change({ view: VIEWS.find((one) => one === key) }),
          }}
        >
          <button type="button" className="view-name">
            <h2>{viewWords[filter.view]}</h2> <CaretDownOutlined className="small muted" aria-hidden />
          </button>
        </Dropdown>
        <span className="muted small num" aria-live="polite">
          {counts ? `${countWord(counts.found)} 件` : ''}
        </span>
      </div>
      <Chips filter={filter} counts={counts} change={change} />
      <div className="flex between">
        <FilterButton filter={filter} change={change} />
        <Dropdown
          trigger={['click']}
          menu={{
            items: items(SORTS, sortWords),
            selectedKeys: [filter.sort],
            onClick: ({ key }) => change({ sort: SORTS.find((one) => one === key) }),
          }}
        >
          <Button size="small" type="text" icon={<SortAscendingOutlined />}>
            {sortWords[filter.sort]}
          </Button>
        </Dropdown>
      </div>
      <FilterLine filter={filter} change={change} />
    </div>
  );
}
