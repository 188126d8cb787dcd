import type { AppealRow } from '@hub/contract';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { QueueRow, rowId } from './QueueRow';
import { ROW_HEIGHT, useInSight, useWindow } from './use-window';

interface Props {
  rows: readonly AppealRow[];
  open: string | undefined;
  /** Number of the row that the keys stand on. */
  cursor: string | undefined;
  /** What the list was searched for. */
  words: string;
  onOpen: (number: string) => void;
  /** Null when all rows are there. */
  more: { load: () => void; loading: boolean; failed: boolean } | null;
}

/** The list itself: one tab stop, only the rows in sight are drawn. */
export function Rows({ rows, open, cursor, words, onOpen, more }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useWindow(box, rows.length);
  useInSight(box, cursor ? rows.findIndex((row) => row.number === cursor) : -1);

  const nearEnd = last >= rows.length;
  const mayLoad = more !== null && !more.loading && !more.failed;
  useEffect(() => {
    if (nearEnd && mayLoad) more?.load();
    // Loading follows the scroll, not the identity of `more`.
  }, [nearEnd, mayLoad]);

  return (
    <div
      ref={box}
      className="rows"
      role="listbox"
      aria-label="来件"
      tabIndex={0}
      aria-activedescendant={cursor && rows.slice(first, last).some((row) => row.number === cursor) ? rowId(cursor) : undefined}
    >
      <div className="rows-all" style={{ height: rows.length * ROW_HEIGHT }}>
        {rows.slice(first, last).map((row, index) => (
          <QueueRow
            key={row.number}
            row={row}
            position={first + index}
            total={rows.length}
            open={row.number === open}
            at={row.number === cursor}
            words={words}
            onOpen={onOpen}
          />
        ))}
      </div>
      {more && (
        <div className="rows-more">
          <Button loading={more.loading} onClick={more.load}>
            加载更多
          </Button>
        </div>
      )}
    </div>
  );
}
