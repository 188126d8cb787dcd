import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  BEGINNING,
  dayOf,
  Fault,
  instant,
  KIND_WORDS,
  maskIdentityIn,
  maskName,
  maskPhone,
  NotFound,
  packColumns,
  SECRECY_WORDS,
  sees,
  since,
  startOf,
  STATUS_WORDS,
  unitName,
  withOffset,
  type ColumnChoice,
  type Day,
  type Instant,
  type Office,
  type PackBasis,
  type PackedAppeal,
  type PackFormat,
  type Staff,
} from '@hub/domain';
import {
  ImportQuery,
  SourcePackQuery,
  UnitOfWork,
  type AppealToPack,
  type NewAuditEntry,
  type SourcePackEntity,
} from '@hub/persistence';
import { csv } from '../sheets/csv';
import { workbook } from '../sheets/workbook';
import { CLOCK, OFFICE, type Clock } from '../tokens';

export interface PackOrder {
  readonly source: string;
  readonly basis: PackBasis;
  /** From the first of these days to the last, since the last pack, or all. */
  readonly days: { readonly from: Day; readonly to: Day } | 'last' | 'all';
  readonly format: PackFormat;
  /** Why guarded appeals are wanted too; without it they are left out. */
  readonly guardedBecause: string | null;
}

export interface MadePack {
  readonly name: string;
  readonly bytes: AsyncGenerator<Buffer>;
}

/** What became of a source's appeals, in the source's own columns, so that nobody types it twice. Who called stays masked. */
@Injectable()
export class SourcePacks {
  constructor(
    private readonly imports: ImportQuery,
    private readonly appeals: SourcePackQuery,
    private readonly work: UnitOfWork,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a pack and remembers it, so that the next one may begin where it ends. */
  async make({ source, basis, days, format, guardedBecause }: PackOrder, by: Staff): Promise<MadePack> {
    const at = instant(this.clock());
    const [fromAt, toAt] =
      typeof days === 'object'
        ? [startOf(days.from), startOf(addDays(days.to, 1))]
        : [
            days === 'all' ? BEGINNING : since((await this.appeals.last(source, basis, guardedBecause !== null))?.toAt ?? null),
            at,
          ];
    if (fromAt >= toAt) throw new Fault('invalid', 'period', '开始的日子在结束之后。', '请核对起止日期。');
    const span = typeof days === 'object' ? ('days' as const) : days;
    const pack = { source, span, basis, fromAt, toAt, format, guardedBecause, byId: by.id, byName: by.name, at };
    await this.work.run(async ({ sourcePacks, audit }) => {
      await sourcePacks.add(pack);
      audit.add(told(pack, by, at));
    });
    return this.written(pack, by);
  }

  /** The same pack once more, as what it holds is now. */
  async again(id: number, by: Staff): Promise<MadePack> {
    const pack = await this.appeals.byId(id);
    if (!pack) throw new NotFound('没有这份回填表。', '请从列表里再找。');
    await this.work.run(async ({ audit }) => audit.add(told(pack, by, instant(this.clock()))));
    return this.written(pack, by);
  }

  private async written(pack: Pack, by: Staff): Promise<MadePack> {
    const { source, basis, fromAt, toAt, guardedBecause } = pack;
    const last = await this.imports.lastOf(source);
    const columns = packColumns(last ? (JSON.parse(last.layout) as ColumnChoice[]) : USUAL);
    const period = { by: basis, from: fromAt, to: toAt };
    const wanted = (appeal: AppealToPack['appeal']) => sees(by, appeal) && (appeal.guard === '' || guardedBecause !== null);
    const found = this.appeals.of(source, period, wanted);
    const words = (one: AppealToPack) => this.told(one);
    const rows = async function* () {
      for await (const some of found)
        for (const one of some) {
          const said = words(one);
          yield columns.map((column) => (column.told ? said[column.told] : ''));
        }
    };
    const sheet = { name: source, headings: columns.map(({ heading }) => heading), rows: rows() };
    return { name: nameOf(pack), bytes: pack.format === 'csv' ? csv(sheet) : workbook([sheet]) };
  }

  private told({ appeal, party, text, answer }: AppealToPack): PackedAppeal {
    const mask = (words: string) => maskIdentityIn(words, party);
    return {
      number: appeal.number,
      outsideNumber: appeal.outsideNumber ?? '',
      receivedAt: clock(appeal.receivedAt),
      subject: mask(appeal.subject),
      text: mask(text),
      name: maskName(party.name),
      phone: party.phone && maskPhone(party.phone),
      place: mask(appeal.place),
      street: appeal.street ?? '',
      kind: KIND_WORDS[appeal.kind],
      secrecy: SECRECY_WORDS[appeal.secrecy],
      source: appeal.source,
      status: STATUS_WORDS[appeal.status],
      unit: unitName(this.office, appeal.unitId) ?? '',
      answer: mask(answer),
      answeredAt: appeal.replyDoneAt ? clock(appeal.replyDoneAt) : '',
    };
  }
}

type Pack = Omit<SourcePackEntity, 'id'>;

/** The last day that is in it. */
const lastDay = ({ toAt }: Pack): Day => dayOf(instant(Date.parse(toAt) - 1));

const nameOf = (pack: Pack): string =>
  `${pack.source}-${pack.fromAt === BEGINNING ? '全部' : dayOf(pack.fromAt)}-${lastDay(pack)}.${pack.format}`;

function told(pack: Pack, by: Staff, at: Instant): NewAuditEntry {
  const { source, basis, fromAt: from, toAt: to, format, guardedBecause } = pack;
  const reason = guardedBecause ? { reason: guardedBecause } : {};
  const detail = { by: basis, from, to, format, guarded: guardedBecause !== null, ...reason };
  return { at, actorId: by.id, actorName: by.name, action: 'export.pack', subject: source, detail };
}

/** `2026-11-24 09:30`, as Excel reads a time. */
const clock = (at: Instant): string => withOffset(at).slice(0, 16).replace('T', ' ');

/** For a source that never handed in a log. */
const USUAL: readonly ColumnChoice[] = [
  { heading: '工单编号', field: 'number' },
  { heading: '来电时间', field: 'receivedAt' },
  { heading: '标题', field: 'subject' },
  { heading: '主要内容', field: 'text' },
];
