import type { QueuePage } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { get } from '../lib/api';
import { useMay } from '../lib/session';

/** How many open appeals the person has to do with, for the rail; also tells whether the server still answers. */
export function useOpenCount(): { count: string | null; broken: boolean } {
  const may = useMay();
  const { data, isError } = useQuery({
    queryKey: ['open-count'],
    queryFn: ({ signal }) => get<QueuePage>('/appeals?view=open&limit=1', signal),
    select: (page) => page.counts.open,
    refetchInterval: 30_000,
    enabled: may('queue.read'),
  });
  return { count: data && data.count > 0 ? `${data.count}${data.more ? '+' : ''}` : null, broken: isError };
}
