import type { LeakCheckBody, LeakCheckView } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Leaks } from '../../../components/Leaks';
import { post } from '../../../lib/api';

const PAUSE_MS = 700;

/** What the text in the box would tell, looked at whenever the writer pauses. */
export const DraftLeaks = ({ number, text }: { number: string; text: string }) => (
  <LeakPreview number={number} question={{ audience: 'citizen', parts: [{ where: '答复', text }] }} />
);

/** What would be found in all that is about to leave, its files included. */
export function LeakPreview({ number, question }: { number: string; question: LeakCheckBody }) {
  const asked = JSON.stringify(question);
  const [settled, settle] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => settle(asked), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const body = JSON.parse(settled) as LeakCheckBody;
  const checked = useQuery({
    queryKey: ['leak-check', number, settled],
    enabled: body.parts.some(({ text }) => text.trim() !== '') || !!body.attachments?.length,
    staleTime: Infinity,
    retry: false,
    queryFn: () => post<LeakCheckView>(`/appeals/${encodeURIComponent(number)}/leak-check`, body),
  });
  return checked.data?.hits.length ? <Leaks hits={checked.data.hits} /> : null;
}
