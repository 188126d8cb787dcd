import { Button, Empty, Skeleton } from 'antd';
import { isFiltered, NO_FILTER, useQueueFilter } from './queue-filter';
import { emptyWords } from './queue-words';

/** One sentence, and one thing to do. */
export function EmptyQueue() {
  const [filter, change] = useQueueFilter();
  const filtered = isFiltered(filter);
  return (
    <Empty
      className="pad"
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={filtered ? emptyWords.filtered : emptyWords[filter.view]}
    >
      {filtered && <Button onClick={() => change(NO_FILTER)}>清除筛选</Button>}
      {!filtered && filter.view === 'mine' && <Button onClick={() => change({ view: 'open' })}>看未办结</Button>}
      {!filtered && filter.view === 'open' && <Button onClick={() => change({ view: 'closed' })}>看已办结</Button>}
    </Empty>
  );
}

/** Eight rows in the form of the real ones. */
export function WaitingRows() {
  return (
    <div className="rows" aria-busy aria-label="正在取来件">
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className="row waiting">
          <span className="due pending" />
          <Skeleton active title={{ width: '70%' }} paragraph={{ rows: 1, width: '90%' }} />
        </div>
      ))}
    </div>
  );
}
