import { useQuery } from '@tanstack/react-query';
import { get } from '../../lib/api';

/** One list of the 督查 area, by the state that is asked for. */
export const useOversight = <T>(name: string, state: string) =>
  useQuery({
    queryKey: ['oversight', name, state],
    queryFn: ({ signal }) => get<T[]>(`/${name}?state=${state}&limit=200`, signal),
    refetchInterval: 30_000,
  });
