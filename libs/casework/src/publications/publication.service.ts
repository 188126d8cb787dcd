import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  Fault,
  instant,
  NotFound,
  publicationBar,
  publicationNumber,
  publicationParts,
  refuseIncompletePublication,
  refuseStep,
  sees,
  VersionConflict,
  type Instant,
  type LeakHit,
  type Office,
  type PublicationContent,
  type PublicationStep,
  type Staff,
  type WithheldReason,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type NewPublication, type PublicationEntity, type Stores } from '@hub/persistence';
import { LeakFound, leakHash } from '../acts/leak-found';
import { besideOf, leaksIn } from '../acts/leaks-in';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { PublicationDesk } from './publication-desk';

/** The words that the preparer may set; kind and days are the appeal's. */
export type PublicationWords = Pick<
  PublicationContent,
  'title' | 'topic' | 'street' | 'verdict' | 'facts' | 'findings' | 'measures'
>;

export interface Withholding {
  readonly reason: WithheldReason;
  readonly note: string;
}

/** A yes, or a no with what is to be changed. */
export interface Word {
  readonly yes: boolean;
  readonly note: string;
  /** Why what the leak check found may stand. */
  readonly leakReason?: string | undefined;
}

interface Step {
  readonly id: number;
  readonly version: number;
  readonly by: Staff;
  readonly step: PublicationStep;
  /** In the audit chain, where it is not the step's own name. */
  readonly named?: string;
}

interface Context {
  readonly row: PublicationEntity;
  readonly appeal: AppealEntity;
  readonly stores: Stores;
  readonly now: Instant;
}

const UNDECIDED = {
  serial: null, number: null, withheldFor: null, note: '', leakReason: null, leakHash: null, agreedBy: null, agreedAt: null,
  approvedBy: null, approvedAt: null, publishedBy: null, publishedAt: null, publishedOn: null, withdrawnAt: null,
} as const; // prettier-ignore
const NOBODY_YET = { leakReason: null, leakHash: null, agreedBy: null, agreedAt: null, approvedBy: null, approvedAt: null };

/** From the draft of a publication to its page, and down again; nobody overwrites what another has just written. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PublicationDesk,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins with what a rule can fill in; `withheld` says at once that the appeal is not published. Answers the id. */
  async prepare(number: string, withheld: Withholding | null, by: Staff): Promise<number> {
    const content = await this.desk.proposed(number, by);
    const now = instant(this.clock());
    return this.work.run(async (stores) => {
      const appeal = await stores.appeals.hold(number);
      if (!sees(by, appeal)) throw new NotFound();
      const bar = withheld ? null : publicationBar(appeal);
      if (bar) throw new Fault('refused', 'not-publishable', bar, '要留个说法的，请登记为“不公开”并选原因。');
      if ((await stores.publications.livingOf(appeal.id)).length)
        throw new Fault('refused', 'publication-exists', '这一件已经有公开件了。', '请在“公开件”里打开它。');
      const row: NewPublication = {
        ...UNDECIDED,
        ...content,
        appealId: appeal.id,
        state: withheld ? 'withheld' : 'draft',
        withheldFor: withheld?.reason ?? null,
        note: withheld?.note ?? '',
        preparedBy: by.name,
        changedAt: now,
      };
      const id = await stores.publications.add(row);
      const action = `publication.${withheld ? 'withholding' : 'prepare'}`;
      stores.audit.add({ at: now, actorId: by.id, actorName: by.name, action, subject: number, detail: { id } });
      return id;
    });
  }

  /** Whatever is changed is agreed to and approved anew. */
  change(id: number, words: PublicationWords, version: number, by: Staff): Promise<PublicationEntity> {
    if (words.street !== null && !this.office.streets.includes(words.street))
      throw new Fault('invalid', 'street', `没有“${words.street}”这个街道或镇。`, `可选：${this.office.streets.join('、')}。`);
    return this.take({ id, version, by, step: 'change' }, () => ({
      ...words,
      ...NOBODY_YET,
      state: 'draft',
      preparedBy: by.name,
      note: '',
    }));
  }

  agree(id: number, { yes, note }: Word, version: number, by: Staff): Promise<PublicationEntity> {
    return this.take({ id, version, by, step: 'agreement', ...(yes ? {} : { named: 'sending-back' }) }, ({ row, now }) => {
      if (!yes) return sentBack(note);
      refuseIncompletePublication(row);
      return { state: 'agreed', agreedBy: by.name, agreedAt: now, note: '' };
    });
  }

  /** What tells something of a person needs the approver's reason, and of a report none is enough. */
  approve(id: number, { yes, note, leakReason = '' }: Word, version: number, by: Staff): Promise<PublicationEntity> {
    return this.take({ id, version, by, step: 'approval', ...(yes ? {} : { named: 'sending-back' }) }, async (context) => {
      if (!yes) return sentBack(note);
      const { row, now } = context;
      refuseIncompletePublication(row);
      const told = await this.blocking(context);
      if (told.length && (row.kind === 'report' || !leakReason.trim())) throw tells(told, row);
      const letGo = told.length ? { leakReason: leakReason.trim(), leakHash: hashOf(row, told) } : {};
      return { state: 'approved', approvedBy: by.name, approvedAt: now, note: '', ...letGo };
    });
  }

  publish(id: number, version: number, by: Staff): Promise<PublicationEntity> {
    return this.take({ id, version, by, step: 'publication' }, async (context) => {
      const { row, stores, now } = context;
      // Who the citizen is may have been put right since it was approved.
      const told = await this.blocking(context);
      if (told.length && row.leakHash !== hashOf(row, told)) throw tells(told, row);
      const publishedOn = dayOf(now);
      const serial = await stores.counters.take('publication', 1);
      const count = await stores.counters.take(`publication-${publishedOn.slice(0, 4)}`, 1);
      const number = publicationNumber(publishedOn.slice(0, 4), count);
      return { state: 'published', serial, number, publishedBy: by.name, publishedAt: now, publishedOn };
    });
  }

  withdraw(id: number, note: string, version: number, by: Staff): Promise<PublicationEntity> {
    return this.take({ id, version, by, step: 'withdrawal' }, ({ now }) => ({ state: 'withdrawn', note, withdrawnAt: now }));
  }

  withhold(id: number, { reason, note }: Withholding, version: number, by: Staff): Promise<PublicationEntity> {
    return this.take({ id, version, by, step: 'withholding' }, () => ({ state: 'withheld', withheldFor: reason, note }));
  }

  private take(
    { id, version, by, step, named = step }: Step,
    effect: (context: Context) => Partial<NewPublication> | Promise<Partial<NewPublication>>,
  ): Promise<PublicationEntity> {
    const now = instant(this.clock());
    return this.work.run(async (stores) => {
      const appeal = await stores.appeals.holdById((await stores.publications.byId(id)).appealId);
      if (!sees(by, appeal)) throw new NotFound('没有这个公开件。', '请刷新后再看。');
      const row = await stores.publications.byId(id);
      if (row.version !== version) throw new VersionConflict('别人刚改过这个公开件，您的修改没有保存。', '请刷新后对照再改。');
      refuseStep(step, row.state, appeal, by);
      const change = await effect({ row, appeal, stores, now });
      const kept = await stores.publications.keep(row, { ...change, changedAt: now });
      const action = `publication.${named}`;
      const detail = { id, from: row.state, to: kept.state, ...(kept.number ? { number: kept.number } : {}) };
      stores.audit.add({ at: now, actorId: by.id, actorName: by.name, action, subject: appeal.number, detail });
      return kept;
    });
  }

  private async blocking({ row, appeal, stores }: Context): Promise<LeakHit[]> {
    const own = await stores.persons.partyOf(appeal.id);
    const letters = await stores.messages.lettersOf([appeal.id]);
    const beside = await besideOf(appeal, stores);
    const about = { own, letters, beside, staff: await stores.staff.names() };
    const hits = leaksIn({ audience: 'public', parts: publicationParts(row) }, about, this.office);
    return hits.filter(({ weight }) => weight === 'block');
  }
}

const sentBack = (note: string): Partial<NewPublication> => {
  if (!note.trim()) throw new Fault('invalid', 'note', '退回要写明改什么。', '请写清楚哪里要改。');
  return { ...NOBODY_YET, state: 'draft', note: note.trim() };
};

/** Of what stands there and what was found in it: a find that was not there when it was let go is looked at again. */
const hashOf = (row: PublicationContent, told: readonly LeakHit[]): string =>
  leakHash([...publicationParts(row), { where: '', text: told.map(({ kind, at }) => `${kind}:${at}`).join(' ') }]);

const tells = (hits: readonly LeakHit[], row: PublicationContent): LeakFound => {
  const hint =
    row.kind === 'report' ? '举报件不能带着这些公开，请改掉。' : '请由局办公室改掉；确有必要的，由分管领导批准时写明理由。';
  return new LeakFound(hits, { audience: 'public', parts: publicationParts(row) }, hint);
};
