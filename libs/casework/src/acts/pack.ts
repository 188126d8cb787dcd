import { Fault, lackingInPack, type HistoryAct, type PackFacts } from '@hub/domain';
import type { AppealEntity, DocumentEntity, Stores } from '@hub/persistence';

const ENDS: Partial<Record<HistoryAct, PackFacts['ends'][number]>> = {
  reply: 'answered',
  'non-acceptance': 'not-accepted',
  withdrawal: 'withdrawn',
};

interface PackRows {
  readonly history: readonly { readonly act: HistoryAct; readonly way: string | null }[];
  readonly reviews: readonly { readonly decidedOn: string | null }[];
  readonly letters: readonly { readonly state: string }[];
  readonly revisits: readonly { readonly state: string }[];
  readonly papers: readonly Pick<DocumentEntity, 'kind' | 'state'>[];
}

/** What the file of an appeal still lacks before it can be archived, in Chinese. */
export function packLacks(appeal: AppealEntity, { history, reviews, letters, revisits, papers }: PackRows): string[] {
  const ends = history.flatMap(({ act, way }) => {
    if (act === 'transfer') return way === 'answer' ? (['answered-outside'] as const) : [];
    const end = way === null ? ENDS[act] : undefined;
    return end ? [end] : [];
  });
  return lackingInPack({
    ...appeal,
    ends,
    // A letter that cannot be delivered ever must not keep the file open for ever; an undelivered reply shows by its own fact.
    unsentLetters: letters.filter(({ state }) => state === 'pending' || state === 'sending').length,
    openReviews: reviews.filter(({ decidedOn }) => !decidedOn).length,
    openRevisits: revisits.filter(({ state }) => state === 'open').length,
    draftPapers: papers.filter(({ state }) => state === 'draft').map(({ kind }) => kind),
  });
}

export async function packOf(appeal: AppealEntity, stores: Stores): Promise<string[]> {
  const history = await stores.appeals.historyOf(appeal.id);
  const reviews = await stores.reviews.of(appeal.id);
  const letters = [...(await stores.outbox.statesOf(appeal.id)), ...(await stores.siteReplies.of(appeal.id))];
  const revisits = await stores.revisits.tasksOf(appeal.id);
  const papers = await stores.documents.of(appeal.id);
  return packLacks(appeal, { history, reviews, letters, revisits, papers });
}

export function refuseIncomplete(lacking: readonly string[]): void {
  if (!lacking.length) return;
  throw new Fault(
    'refused',
    'pack-incomplete',
    `案卷还差${lacking.join('、')}，不能归档。`,
    '请补齐后再归档；还在发的信，发出后再归档；不用的文书草稿请作废。',
  );
}
