import type { CountView, QueuePage } from '@hub/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { get } from '../../lib/api';
import { useLine } from '../../lib/live';
import { heldRows } from './held-rows';
import { writeFilter, type QueueFilter } from './queue-filter';

const PAGE = 50;
/** Beyond this many pages a refresh would ask for hundreds of rows each time; it then comes less often. */
const FEW_PAGES = 4;

export function useQueue(filter: QueueFilter) {
  const asked = writeFilter(filter, true).toString();
  const told = useLine() === 'open';
  const query = useInfiniteQuery({
    queryKey: ['queue', asked],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      return get<QueuePage>(`/appeals?${asked}&limit=${PAGE}${cursor}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) => (told || (state.data?.pages.length ?? 0) > FEW_PAGES ? 60_000 : 15_000),
    // A change of filter keeps the old rows in sight until the new ones are there.
    placeholderData: keepPreviousData,
  });
  const fresh = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const shown = useRef<{ asked: string; numbers: readonly string[] }>({ asked: '', numbers: [] });
  const [letIn, setLetIn] = useState(0);
  const held = useMemo(() => {
    const before = query.isPlaceholderData || shown.current.asked === asked ? shown.current.numbers : [];
    return heldRows(before, fresh);
    // Letting them in forgets what was shown.
  }, [fresh, asked, query.isPlaceholderData, letIn]);
  useEffect(() => {
    if (!query.isPlaceholderData) shown.current = { asked, numbers: held.rows.map(({ number }) => number) };
  }, [held, asked, query.isPlaceholderData]);
  const letAllIn = () => {
    shown.current = { asked: '', numbers: [] };
    setLetIn((times) => times + 1);
  };
  return { ...query, ...held, letAllIn, counts: query.data?.pages[0]?.counts };
}

export const countWord = (count: CountView | undefined): string => (count ? `${count.count}${count.more ? '+' : ''}` : '…');
