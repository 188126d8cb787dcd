import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { useKeys } from '../../lib/use-keys';
import { EmptyQueue, WaitingRows } from './EmptyQueue';
import { QueueHead } from './QueueHead';
import { useQueueFilter } from './queue-filter';
import { Rows } from './Rows';
import { useQueue } from './use-queue';

interface Props {
  /** Number of the appeal that stands beside the list. */
  open: string | undefined;
  /** On a phone the appeal covers the list; it stays mounted, so that rows and scroll are kept. */
  hidden: boolean;
  onOpen: (number: string, how?: { replace: boolean }) => void;
}

/** The list of appeals with its filters. Keys: j and k move, Enter opens; beside an open appeal they show the next one at once. */
export function QueueList({ open, hidden, onOpen }: Props) {
  const [filter] = useQueueFilter();
  const queue = useQueue(filter);
  const [stood, setStood] = useState<string>();
  const cursor = open ?? stood;

  const move = (by: number) => {
    const from = queue.rows.findIndex((row) => row.number === cursor);
    const next = queue.rows[Math.min(Math.max(from + by, 0), queue.rows.length - 1)];
    if (!next) return;
    setStood(next.number);
    if (open) onOpen(next.number, { replace: true });
  };
  useKeys({ '.': queue.letAllIn, j: () => move(1), k: () => move(-1), Enter: () => cursor && onOpen(cursor) });
  const openRow = (number: string) => {
    setStood(number);
    onOpen(number);
  };

  const more = queue.hasNextPage
    ? { load: () => void queue.fetchNextPage(), loading: queue.isFetchingNextPage, failed: queue.isFetchNextPageError }
    : null;
  return (
    <section className="list" aria-label="来件列表" hidden={hidden}>
      <QueueHead counts={queue.counts} />
      <div className={`refresh-bar ${queue.isFetching && !queue.isPending ? 'on' : ''}`} />
      {queue.isError && (
        <Trouble
          what="来件没有取到"
          error={queue.error}
          retry={() => void (queue.isFetchNextPageError ? queue.fetchNextPage() : queue.refetch())}
        />
      )}
      {queue.isPending && <WaitingRows />}
      {queue.data && queue.rows.length === 0 && <EmptyQueue />}
      {queue.waiting > 0 && (
        <button type="button" className="new-rows" aria-live="polite" onClick={queue.letAllIn}>
          有 {queue.waiting} 件新来件，按 <kbd>.</kbd> 键载入
        </button>
      )}
      {queue.rows.length > 0 && (
        <Rows rows={queue.rows} open={open} cursor={cursor} words={filter.q ?? ''} onOpen={openRow} more={more} />
      )}
      <div className="list-foot muted small">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> 上下 <kbd>Enter</kbd> 打开
        </span>
        <span>
          <kbd>?</kbd> 快捷键
        </span>
      </div>
    </section>
  );
}
