import type { RegisteredView } from '@hub/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { ApiError, post } from '../../lib/api';
import { useSession } from '../../lib/session';
import { useKept } from '../../lib/use-kept';
import { CallerPanel } from './CallerPanel';
import { bodyOf, CALLS, emptyEntry, isBlank, moved, type Entry } from './desk-form';
import { draftKey } from './draft-key';
import { EntryForm } from './EntryForm';
import { Openings } from './Openings';
import { Readout } from './Readout';
import { SimilarPanel } from './SimilarPanel';
import { SourceChoice } from './SourceChoice';
import { Unfinished } from './Unfinished';
import { useDraft } from './use-draft';
import { useSources } from './use-sources';

interface Work {
  /** Of the draft: saved twice under it, an entry is registered once. */
  key: string;
  entry: Entry;
}

const begun = (source: string, confidential = false): Work => ({ key: draftKey(), entry: emptyEntry(source, confidential) });

/** Entry of a call, a visit or a letter on one page; typed while the citizen speaks, kept until it is saved. */
export function DeskPage() {
  const [kept, keep] = useKept<Work>(`${useSession().account}:desk-entry`);
  const [fresh] = useState(() => begun(CALLS));
  const { key, entry } = kept ?? fresh;
  const sources = useSources();
  const confidential = sources.some(({ name, confidential: closed }) => name === entry.source && closed);
  const change = (part: Partial<Entry>) => keep({ key, entry: { ...entry, ...part } });
  const [registered, setRegistered] = useState<RegisteredView | null>(null);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: async () => {
      await draft.settle();
      return post<RegisteredView>('/appeals', bodyOf(entry, key, new Date()));
    },
    // A cut line costs nobody his words: the same entry is sent until it is there, and is registered once.
    retry: (_, error) => error instanceof ApiError && error.status === 0,
    retryDelay: 3_000,
    onSuccess: (view) => {
      setRegistered(view);
      // The next slip most likely lay in the same box.
      const next = begun(entry.source, confidential);
      keep({ ...next, entry: { ...next.entry, openingId: entry.openingId } });
      for (const name of ['queue', 'open-count', 'desk-drafts', 'desk-openings'])
        void client.invalidateQueries({ queryKey: [name] });
    },
  });
  const draft = useDraft(key, entry, save.isPending);
  const waits = save.isPending && save.failureCount > 0;
  return (
    <div className="page">
      <PageHead
        title="登记来件"
        lead="先记电话，边听边写，几秒钟自动保存一次"
        extra={
          <SourceChoice
            source={entry.source}
            sources={sources}
            onChange={({ name, confidential: closed }) =>
              keep({ key, entry: isBlank(entry) ? emptyEntry(name, closed) : moved(entry, name, closed) })
            }
          />
        }
      />
      <div className="desk">
        <EntryForm
          key={key}
          entry={entry}
          change={change}
          confidential={confidential}
          save={() => save.mutate()}
          saving={save.isPending}
          error={save.error}
          saved={waits ? { at: draft.at, trouble: '网络断了，接通后自动登记，请不要关这一页。' } : draft}
        />
        <aside className="desk-side">
          {registered && isBlank(entry) && <Readout registered={registered} next={() => setRegistered(null)} />}
          {registered && !isBlank(entry) && <p className="small muted">上一件：{registered.number}</p>}
          {!registered && isBlank(entry) && <p className="panel pad muted">保存后，这里用大字显示编号和查询码，念给反映人听。</p>}
          {entry.source === '征求意见表' && <Link to="/desk/forms">成批录入征求意见表（两人各录一遍）</Link>}
          <Openings entry={entry} change={change} />
          {entry.secrecy !== 'anonymous' && <CallerPanel phone={entry.phone ?? ''} />}
          <SimilarPanel entry={entry} />
          <Unfinished current={key} resume={(other, taken) => keep({ key: other, entry: taken })} />
        </aside>
      </div>
    </div>
  );
}
