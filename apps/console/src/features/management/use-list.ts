import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../lib/api';

/** `filter` is the query of the address, with its question mark. */
export const useList = <T>(name: string, filter = '') =>
  useQuery({
    queryKey: ['management', name, filter],
    queryFn: ({ signal }) => get<T[]>(`/${name}${filter}`, signal),
    refetchInterval: 15_000,
  });

/** Does something to one entry and shows the list as it then is. */
export function useDoTo(name: string, what: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: number; body: object }) => post<unknown>(`/${name}/${id}/${what}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['management', name] }),
  });
}
