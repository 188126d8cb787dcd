import type { ImportColumnsBody, ImportPreviewView, ImportView, ReconciliationView } from '@hub/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, get, post, send } from '../../lib/api';

const LIST = ['imports'];
const moving = (one: ImportView) => one.state === 'waiting' || one.state === 'running';

export const useImports = () =>
  useQuery({
    queryKey: LIST,
    queryFn: ({ signal }) => get<ImportView[]>('/imports', signal),
    refetchInterval: ({ state }) => (state.data?.some(moving) ? 2_000 : 30_000),
  });

export const useImport = (id: string) =>
  useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => get<ImportView>(`/imports/${id}`, signal),
    refetchInterval: ({ state }) => (state.data && moving(state.data) ? 1_000 : false),
  });

/** Reading a large log through takes its time: it is asked for once for each state of the columns. */
export const useImportPreview = ({ id, version, state }: ImportView) =>
  useQuery({
    queryKey: ['imports', String(id), 'preview', version],
    queryFn: ({ signal }) => get<ImportPreviewView>(`/imports/${id}/preview`, signal),
    enabled: state === 'preview',
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export function useHandIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ source, file }: { source: string; file: File }) =>
      send<ImportView>(`/imports?source=${encodeURIComponent(source)}&name=${encodeURIComponent(file.name)}`, file),
    onSettled: () => client.invalidateQueries({ queryKey: LIST, exact: true }),
  });
}

/** Corrects the columns, or starts the import. */
export function useImportStep({ id, version }: ImportView, step: 'columns' | 'start') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<ImportColumnsBody, 'version'> | object) =>
      post<ImportView>(`/imports/${id}/${step}`, { version, ...body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports', String(id)], exact: true }),
  });
}

export function useDiscard({ id, version }: ImportView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<void>('DELETE', `/imports/${id}?version=${version}`),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST, exact: true }),
  });
}

export const useReconciliation = ({ id }: ImportView) =>
  useMutation({ mutationFn: () => post<ReconciliationView>(`/imports/${id}/reconciliation`, {}) });
