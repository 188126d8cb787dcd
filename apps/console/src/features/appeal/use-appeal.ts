import type { ActBodies, ActName, AppealView } from '@hub/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { asProblem, get, post, send } from '../../lib/api';
import { afterwards } from '../../lib/words';

const keyOf = (number: string) => ['appeal', number];

export const useAppeal = (number: string) =>
  useQuery({
    queryKey: keyOf(number),
    queryFn: ({ signal }) => get<AppealView>(`/appeals/${encodeURIComponent(number)}`, signal),
    // What does not exist, or may not be known, does not come by asking again.
    refetchInterval: ({ state }) => (state.error && asProblem(state.error).status === 404 ? false : 15_000),
  });

/** A unit that gives an appeal back sees it no longer: the answer then says only where it went. */
type ActAnswer = AppealView | { readonly number: string; readonly status: string };
export const staysInSight = (answer: ActAnswer): answer is AppealView => 'allowedActions' in answer;

export interface Deed<A extends ActName = ActName> {
  act: A;
  way: string | null;
  body: ActBodies[A];
  version: number;
}

/** Does an act: the answer is the appeal as it now stands. After a conflict the newer state is fetched; what was typed is the caller's to keep. */
export function useAct(number: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ act, body, version }: Deed) =>
      post<ActAnswer>(`/appeals/${encodeURIComponent(number)}/${act}`, { ...body, version }),
    onSuccess: (answer, { act, way }) => {
      if (staysInSight(answer)) client.setQueryData(keyOf(number), answer);
      void client.invalidateQueries({ queryKey: ['queue'] });
      void client.invalidateQueries({ queryKey: ['open-count'] });
      const said = way === 'again' ? afterwards[act] : afterwards[way ? `${act}.${way}` : act];
      if (said) void message.success(said);
    },
    onError: (error) => {
      const { status } = asProblem(error);
      if (status === 409 || status === 422) return client.invalidateQueries({ queryKey: keyOf(number) });
    },
  });
}

/** Lays files to an appeal, one after the other: the answer is the appeal with the last of them. */
export function useUpload(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ files, siteRecordId }: { files: readonly File[]; siteRecordId?: number }) => {
      for (const file of files) {
        const query = new URLSearchParams({ name: file.name, ...(siteRecordId ? { siteRecordId: String(siteRecordId) } : {}) });
        const view = await send<AppealView>(`/appeals/${encodeURIComponent(number)}/attachments?${query}`, file);
        client.setQueryData(keyOf(number), view);
      }
    },
  });
}
