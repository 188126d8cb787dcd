import type { GuideArticleView, SiteNoticeView } from '@hub/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../lib/api';

const of = (list: string) => ['guide', list] as const;

export const useArticles = () =>
  useQuery({ queryKey: of('guide-articles'), queryFn: ({ signal }) => get<GuideArticleView[]>('/guide-articles', signal) });

export const useNotices = () =>
  useQuery({ queryKey: of('site-notices'), queryFn: ({ signal }) => get<SiteNoticeView[]>('/site-notices', signal) });

/** Every change is answered with the list as it now stands. */
export function useChange(list: 'guide-articles' | 'site-notices') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => post<unknown[]>(`/${list}${path}`, body),
    onSuccess: (rows) => client.setQueryData(of(list), rows),
  });
}
