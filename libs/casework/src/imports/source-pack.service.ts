import { Inject, Injectable } from '@nestjs/common';
import {
  Fault,
  instant,
  KIND_WORDS,
  maskIdentityIn,
  maskName,
  maskPhone,
  packColumns,
  SECRECY_WORDS,
  sees,
  STATUS_WORDS,
  unitName,
  withOffset,
  type ColumnChoice,
  type Instant,
  type Office,
  type PackedAppeal,
  type Staff,
} from '@hub/domain';
import { ImportQuery, SourcePackQuery, UnitOfWork, type AppealToPack, type PackPeriod } from '@hub/persistence';
import { workbook } from '../sheets/workbook';
import { CLOCK, OFFICE, type Clock } from '../tokens';

export interface PackOrder {
  readonly source: string;
  readonly period: PackPeriod;
  /** Why guarded appeals are wanted too; without it they are left out. */
  readonly guardedBecause: string | null;
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

  async of({ source, period, guardedBecause }: PackOrder, by: Staff): Promise<AsyncGenerator<Buffer>> {
    if (period.from >= period.to) throw new Fault('invalid', 'period', '开始的日子在结束之后。', '请核对起止日期。');
    const last = await this.imports.lastOf(source);
    const columns = packColumns(last ? (JSON.parse(last.layout) as ColumnChoice[]) : USUAL);
    const detail = { ...period, guarded: guardedBecause !== null, ...(guardedBecause ? { reason: guardedBecause } : {}) };
    const at = instant(this.clock());
    await this.work.run(async ({ audit }) =>
      audit.add({ at, actorId: by.id, actorName: by.name, action: 'export.pack', subject: source, detail }),
    );
    const wanted = (appeal: AppealToPack['appeal']) => sees(by, appeal) && (appeal.guard === '' || guardedBecause !== null);
    const found = this.appeals.of(source, period, wanted);
    const told = (one: AppealToPack) => this.told(one);
    const rows = async function* () {
      for await (const some of found)
        for (const one of some) {
          const words = told(one);
          yield columns.map((column) => (column.told ? words[column.told] : ''));
        }
    };
    return workbook([{ name: source, headings: columns.map(({ heading }) => heading), rows: rows() }]);
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

/** `2026-11-24 09:30`, as Excel reads a time. */
const clock = (at: Instant): string => withOffset(at).slice(0, 16).replace('T', ' ');

/** For a source that never handed in a log. */
const USUAL: readonly ColumnChoice[] = [
  { heading: '工单编号', field: 'number' },
  { heading: '来电时间', field: 'receivedAt' },
  { heading: '标题', field: 'subject' },
  { heading: '主要内容', field: 'text' },
];
