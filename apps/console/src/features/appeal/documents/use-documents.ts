import type { AppealView, DocumentsView } from '@hub/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { asProblem, get, post } from '../../../lib/api';

type Appeal = Pick<AppealView, 'number' | 'version'>;
const pathOf = (number: string) => `/appeals/${encodeURIComponent(number)}/documents`;

/** Which papers may be drawn up follows from the state of the appeal, so each of its versions has a list of its own. */
const keyOf = ({ number, version }: Appeal) => ['documents', number, version];

export const useDocuments = (appeal: Appeal) =>
  useQuery({
    queryKey: keyOf(appeal),
    queryFn: ({ signal }) => get<DocumentsView>(pathOf(appeal.number), signal),
    placeholderData: keepPreviousData,
  });

export interface PaperDeed {
  /** Below the list: '' draws up a paper, '7/issue' issues the seventh. */
  readonly below: string;
  readonly body: object;
  readonly said: string;
}

/** Does something to the papers; the answer is the list as it now stands, and the appeal's history has a new line. */
export function usePapers(appeal: Appeal) {
  const client = useQueryClient();
  const { message, notification } = App.useApp();
  return useMutation({
    mutationFn: ({ below, body }: PaperDeed) => post<DocumentsView>(pathOf(appeal.number) + (below && `/${below}`), body),
    onSuccess: (list, { said }) => {
      client.setQueryData(keyOf(appeal), list);
      void client.invalidateQueries({ queryKey: ['appeal', appeal.number] });
      void message.success(said);
    },
    onError: (error) => {
      const { detail, hint } = asProblem(error);
      notification.error({ title: detail, description: hint });
      void client.invalidateQueries({ queryKey: keyOf(appeal) });
    },
  });
}
