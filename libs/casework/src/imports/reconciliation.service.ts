import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  dayOf,
  Fault,
  FINDING_WORDS,
  handlingIn,
  maskIdentityIn,
  NOBODY,
  sees,
  sideDifferences,
  startOf,
  type Day,
  type FindingKind,
  type LogRow,
  type LogSurvey,
  type OpenLog,
  type Reader,
  type Staff,
} from '@hub/domain';
import { OperationsQuery, SourcePackQuery, type AppealToPack, type ImportEntity } from '@hub/persistence';
import { withShortKey } from '../intake/intake.service';
import { workbook } from '../sheets/workbook';
import { READER } from '../tokens';
import { differing, oursAlone, ourSide, theirsAlone, theirSide, type Finding, type HandlingColumns } from './finding';
import { LogRows } from './log-rows.service';

/** Days of receipt, both included; without them those of the export. */
export interface ReconciledDays {
  readonly from?: Day;
  readonly to?: Day;
}

export interface Reconciliation {
  readonly counts: Readonly<Record<FindingKind, number>>;
  readonly lists: Readonly<Record<FindingKind, readonly Finding[]>>;
}

const LISTED = 200;
const HEADINGS = ['结果', '表里第几行', '工单编号', '一线通编号', '收到日期', '标题', '不同的栏', '对方', '我方', '说明'];

type Outcome = Awaited<ReturnType<OperationsQuery['outcomesOf']>>[number];

/**
 * Compares a source's export with what we registered of it: theirs not ours, ours not theirs, differs. The export is read
 * piece by piece and ours by the keys of each piece; of the whole only the ids of what was found are remembered. What the
 * person may not see is in no list and no count, and since what agrees is not counted either, nothing tells of it.
 */
@Injectable()
export class Reconciliations {
  constructor(
    private readonly logs: LogRows,
    private readonly operations: OperationsQuery,
    private readonly appeals: SourcePackQuery,
    @Inject(READER) private readonly reader: Reader,
  ) {}

  async of(about: ImportEntity, days: ReconciledDays, by: Staff): Promise<Reconciliation> {
    const counts = { theirs: 0, ours: 0, differs: 0 };
    const lists: Record<FindingKind, Finding[]> = { theirs: [], ours: [], differs: [] };
    const log = await this.opened(about, days);
    for await (const one of this.findings(log, about.source, days, by)) {
      counts[one.kind] += 1;
      if (lists[one.kind].length < LISTED) lists[one.kind].push(one);
    }
    return { counts, lists };
  }

  /** All of it as a workbook; a line for each place in which the two differ. */
  async asWorkbook(about: ImportEntity, days: ReconciledDays, by: Staff): Promise<AsyncGenerator<Buffer>> {
    const findings = this.findings(await this.opened(about, days), about.source, days, by);
    const rows = async function* () {
      for await (const one of findings) yield* linesOf(one);
    };
    return workbook([{ name: '核对结果', headings: HEADINGS, rows: rows() }]);
  }

  private async opened(about: ImportEntity, { from, to }: ReconciledDays): Promise<OpenLog> {
    if (from && to && from > to) throw new Fault('invalid', 'period', '开始的日子在结束之后。', '请核对起止日期。');
    return this.logs.open(about);
  }

  private async *findings(log: OpenLog, source: string, { from, to }: ReconciledDays, by: Staff): AsyncGenerator<Finding> {
    const columns = handlingColumns(log.survey);
    const found = new Set<number>();
    const days: { first?: Day; last?: Day } = {};
    for await (const rows of log.rows()) {
      for (const { message } of rows) if (message.arrivedAt) widen(days, dayOf(message.arrivedAt));
      yield* await this.compared(rows, columns, found, by);
    }
    const [first, last] = [from ?? days.first, to ?? days.last];
    // Without any day nobody can say which of ours the export should hold.
    if (!first || !last) return;
    const period = { by: 'received' as const, from: startOf(first), to: startOf(addDays(last, 1)) };
    const missing = this.appeals.of(source, period, (appeal) => !found.has(appeal.id) && sees(by, appeal));
    for await (const some of missing) yield* some.map(oursAlone);
  }

  private async compared(rows: readonly LogRow[], columns: HandlingColumns, found: Set<number>, by: Staff): Promise<Finding[]> {
    const outcomes = await this.outcomesOf(rows);
    const ids = [...outcomes.values()].flatMap(({ appealId }) => appealId ?? []);
    ids.forEach((id) => found.add(id));
    const ours = new Map((await this.appeals.ofIds(ids)).map((one) => [one.appeal.id, one]));
    const findings: Finding[] = [];
    for (const row of rows) {
      const outcome = outcomes.get(row.message.sourceKey);
      const one = outcome?.appealId ? ours.get(outcome.appealId) : undefined;
      if (one && !sees(by, one.appeal)) continue;
      findings.push(...(await this.comparedRow(row, columns, outcome, one)));
    }
    return findings;
  }

  private async comparedRow(
    row: LogRow,
    columns: HandlingColumns,
    outcome: Outcome | undefined,
    one: AppealToPack | undefined,
  ): Promise<Finding[]> {
    if (row.fault !== null && !one) return [theirsAlone(row.row, null, maskIdentityIn(row.fault, NOBODY))];
    if (row.fault !== null) return [];
    const reading = await this.reader.read('row', new Uint8Array(), row.message.record ?? null);
    const theirs = theirSide(row, reading, columns);
    if (!one) return [theirsAlone(row.row, theirs, outcome ? '已收到，还没有登记成来件。' : '')];
    const sameWords =
      outcome!.state === 'joined' || (outcome!.contentHash !== null && outcome!.contentHash === row.message.content);
    const all = sideDifferences(theirs, ourSide(one), sameWords);
    return all.length > 0 ? [differing(row.row, all, one, reading)] : [];
  }

  /** By whatever door it came: as a row, by hand, or from the source's own system. */
  private async outcomesOf(rows: readonly LogRow[]): Promise<Map<string, Outcome>> {
    const keys = new Map<string, string>();
    for (const { message } of rows) {
      keys.set(withShortKey(message).sourceKey, message.sourceKey);
      keys.set(`number:${message.sourceKey}`, message.sourceKey);
    }
    const outcomes = new Map<string, Outcome>();
    for (const one of await this.operations.outcomesOf(['hotline', 'desk', 'api'], [...keys.keys()])) {
      const key = keys.get(one.sourceKey)!;
      if (!outcomes.get(key)?.appealId) outcomes.set(key, one);
    }
    return outcomes;
  }
}

function widen(days: { first?: Day; last?: Day }, day: Day): void {
  if (!days.first || day < days.first) days.first = day;
  if (!days.last || day > days.last) days.last = day;
}

function handlingColumns({ sheets }: LogSurvey): HandlingColumns {
  const headings = sheets.filter(({ taken }) => taken).flatMap(({ columns }) => columns.map(({ heading }) => heading));
  const telling = (told: ReturnType<typeof handlingIn>) => [...new Set(headings.filter((one) => handlingIn(one) === told))];
  return { answeredOn: telling('answeredAt'), status: telling('status') };
}

function* linesOf({ kind, row, outsideNumber, number, receivedOn, subject, differences, note }: Finding): Generator<string[]> {
  const line = [FINDING_WORDS[kind], String(row ?? ''), outsideNumber, number ?? '', receivedOn ?? '', subject];
  if (!differences.length) yield [...line, '', '', '', note];
  for (const { name, theirs, ours } of differences) yield [...line, name, theirs, ours, note];
}
