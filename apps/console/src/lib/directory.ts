import type { DepartmentView, SourceView, UnitView, UserView, WaiverReasons } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { get } from './api';

/** Lists that hardly change in a day and that several places choose from. */
export const useList = <T>(name: string, enabled: boolean) =>
  useQuery({ queryKey: ['directory', name], queryFn: ({ signal }) => get<T[]>(`/${name}`, signal), staleTime: 300_000, enabled });

export const useUnits = (enabled = true) => useList<UnitView>('units', enabled);
export const useDepartments = (enabled = true) => useList<DepartmentView>('departments', enabled);
export const useStreets = () => useList<string>('streets', true);
export const useUsers = (enabled = true) => useList<UserView>('users', enabled);

export const useSources = (enabled = true) => useList<SourceView>('sources', enabled);

/** What the office has listed as reasons for waiving a step. */
export const useWaiverReasons = () =>
  useQuery({
    queryKey: ['directory', 'waiver-reasons'],
    queryFn: ({ signal }) => get<WaiverReasons>('/waiver-reasons', signal),
    staleTime: 300_000,
  });
