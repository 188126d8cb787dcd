import type { ReportView } from '@hub/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../lib/api';
import type { Days } from './lists';

/** Figures of some days, counted again once a minute. */
export const useReport = ({ from, to }: Days) =>
  useQuery({
    queryKey: ['reports', from, to],
    queryFn: ({ signal }) => get<ReportView>(`/reports/figures?from=${from}&to=${to}`, signal),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  });
