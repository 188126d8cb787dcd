import type { CountView, QueuePage } from '@hub/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get } from '../../lib/api';
import { writeFilter, type QueueFilter } from './queue-filter';

const PAGE = 50;
/** Beyond this many pages a refresh would ask for hundreds of rows each time; it then comes less often. */
const FEW_PAGES = 4;

export function useQueue(filter: QueueFilter) {
  const asked = writeFilter(filter, true).toString();
  const query = useInfiniteQuery({
    queryKey: ['queue', asked],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      return get<QueuePage>(`/appeals?${asked}&limit=${PAGE}${cursor}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > FEW_PAGES ? 60_000 : 15_000),
    // A change of filter keeps the old rows in sight until the new ones are there.
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, rows, counts: query.data?.pages[0]?.counts };
}

export const countWord = (count: CountView | undefined): string => (count ? `${count.count}${count.more ? '+' : ''}` : '…');
