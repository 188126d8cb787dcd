import type { SourceBody, SourceView } from '@hub/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../lib/api';

export type SourceSave = SourceBody & ({ name: string } | { id: number; version: number });

/** Adds a source or changes one; every place that offers sources then asks for them anew. */
export function useSaveSource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (save: SourceSave) => {
      if (!('id' in save)) return post<SourceView[]>('/sources', save);
      const { id, ...body } = save;
      return post<SourceView[]>(`/sources/${id}`, body);
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['management', 'sources'] }),
        client.invalidateQueries({ queryKey: ['directory', 'sources'] }),
      ]),
  });
}
