import type { SourcePackBody, SourcePackView } from '@hub/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, postForFile } from '../../lib/api';
import { saveFile } from './save-file';

const LIST = ['source-packs'];

export const usePacks = () =>
  useQuery({ queryKey: LIST, queryFn: ({ signal }) => get<SourcePackView[]>('/source-packs', signal) });

/** Makes a pack and hands it to the browser. */
export function useMakePack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (order: SourcePackBody) =>
      saveFile(await postForFile('/source-packs', order), `${order.source}-回填表.${order.format ?? 'xlsx'}`),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}
