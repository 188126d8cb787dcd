import type { PublicationPage, PublicationView, UndecidedAppeal } from '@hub/contract';
import type { PublicationState } from '@hub/domain';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../lib/api';

const ALL = ['publications'] as const;

export const usePublications = (state: PublicationState) =>
  useInfiniteQuery({
    queryKey: [...ALL, 'list', state],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      get<PublicationPage>(`/publications?state=${state}${pageParam && `&cursor=${pageParam}`}`, signal),
    getNextPageParam: (last) => last.nextCursor,
  });

export const useUndecided = () =>
  useQuery({
    queryKey: [...ALL, 'undecided'],
    queryFn: ({ signal }) => get<UndecidedAppeal[]>('/publications/undecided', signal),
  });

export const usePublication = (id: string) =>
  useQuery({ queryKey: [...ALL, 'one', id], queryFn: ({ signal }) => get<PublicationView>(`/publications/${id}`, signal) });

/** Sends a step; every list may look another way afterwards. */
export function useStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => post<PublicationView>(`/publications${path}`, body),
    onSuccess: async (view) => {
      client.setQueryData([...ALL, 'one', String(view.id)], view);
      await client.invalidateQueries({ queryKey: ALL });
      await client.invalidateQueries({ queryKey: ['appeal-publications'] });
    },
  });
}
