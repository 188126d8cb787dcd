import type { LeakCheckView } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Leaks } from '../../../components/Leaks';
import { post } from '../../../lib/api';

const PAUSE_MS = 700;

/** What the text in the box would tell, looked at whenever the writer pauses. */
export function DraftLeaks({ number, text }: { number: string; text: string }) {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const checked = useQuery({
    queryKey: ['leak-check', number, settled],
    enabled: settled.trim() !== '',
    staleTime: Infinity,
    retry: false,
    queryFn: () =>
      post<LeakCheckView>(`/appeals/${encodeURIComponent(number)}/leak-check`, {
        audience: 'citizen',
        parts: [{ where: '答复', text: settled }],
      }),
  });
  return checked.data?.hits.length ? <Leaks hits={checked.data.hits} /> : null;
}
