import type { RegisteredView } from '@hub/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHead } from '../../components/PageHead';
import { post } from '../../lib/api';
import { useKept } from '../../lib/use-kept';
import { useSession } from '../../lib/session';
import { bodyOf, emptyEntry, USUAL_SOURCES, type Entry } from './desk-form';
import { EntryForm } from './EntryForm';
import { Readout } from './Readout';
import { SourceChoice } from './SourceChoice';

/** Entry of a call, a visit or a letter on one page; typed while the citizen speaks, kept until it is saved. */
export function DeskPage() {
  const [kept, keep] = useKept<Entry>(`${useSession().account}:desk`);
  const entry = kept ?? emptyEntry(USUAL_SOURCES[0]!);
  const change = (part: Partial<Entry>) => keep({ ...entry, ...part });
  const [registered, setRegistered] = useState<RegisteredView | null>(null);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => post<RegisteredView>('/appeals', bodyOf(entry)),
    onSuccess: (view) => {
      setRegistered(view);
      keep(emptyEntry(entry.source));
      void client.invalidateQueries({ queryKey: ['queue'] });
      void client.invalidateQueries({ queryKey: ['open-count'] });
    },
  });
  return (
    <div className="page">
      <PageHead
        title="登记来件"
        lead="边听边写；没存之前留在本机，刷新不会丢"
        extra={
          <SourceChoice source={entry.source} onChange={(source) => change({ source, secrecy: emptyEntry(source).secrecy })} />
        }
      />
      <div className="desk">
        <EntryForm entry={entry} change={change} save={() => save.mutate()} saving={save.isPending} error={save.error} />
        <Readout registered={registered} />
      </div>
    </div>
  );
}
