import { Inject, Injectable } from '@nestjs/common';
import {
  faultKind,
  instant,
  maskIdentityIn,
  maskName,
  maskPhone,
  NOBODY,
  NoTextColumn,
  type ColumnNames,
  type Doors,
  type Instant,
  type Kind,
  type LogFile,
  type LogReader,
  type LogRow,
  type LogSurvey,
  type Office,
  type OpenLog,
  type Reader,
  type Secrecy,
} from '@hub/domain';
import { OperationsQuery } from '@hub/persistence';
import { draftAppeal } from '../intake/new-appeal';
import { LOG_READER, OFFICE, READER } from '../tokens';

/** A row as the appeal that it would become; who called shows masked. */
export interface SampleRow {
  readonly row: number;
  readonly fault: string | null;
  readonly known: boolean;
  readonly appeal: SampleAppeal | null;
}
export interface SampleAppeal {
  readonly subject: string;
  readonly kind: Kind;
  readonly source: string;
  readonly secrecy: Secrecy;
  readonly receivedAt: Instant;
  readonly place: string;
  readonly outsideNumber: string | null;
  readonly name: string;
  readonly phone: string;
}

export interface ImportPreview {
  readonly survey: LogSurvey;
  /** Nobody knows yet which column holds what the citizen says: nothing can be taken. */
  readonly needsText: boolean;
  readonly fresh: number;
  readonly known: number;
  readonly rejected: number;
  /** The commonest first. */
  readonly faults: readonly { readonly reason: string; readonly count: number; readonly firstRow: number }[];
  readonly samples: readonly SampleRow[];
}

const SAMPLES = 10;
const FAULT_KINDS = 20;

/** Reads a log through and tells what an import of it would do; keeps nothing. */
@Injectable()
export class ImportPreviews {
  constructor(
    @Inject(LOG_READER) private readonly logs: LogReader,
    @Inject(READER) private readonly reader: Reader,
    @Inject(OFFICE) private readonly office: Office,
    private readonly operations: OperationsQuery,
  ) {}

  /** Rejects with `Unreadable` where the whole file cannot be read. */
  async of(file: LogFile, source: string, columns: ColumnNames, doors: Doors, now: Date): Promise<ImportPreview> {
    try {
      return await this.read(await this.logs.open(file, source, columns), doors, now);
    } catch (error) {
      if (!(error instanceof NoTextColumn)) throw error;
      return { survey: error.survey, needsText: true, fresh: 0, known: 0, rejected: 0, faults: [], samples: [] };
    }
  }

  private async read(log: OpenLog, doors: Doors, now: Date): Promise<ImportPreview> {
    const samples: SampleRow[] = [];
    const faults = new Map<string, { count: number; firstRow: number }>();
    const counts = { fresh: 0, known: 0, rejected: 0 };
    for await (const rows of log.rows()) {
      const keys = rows.map(({ message }) => message.sourceKey);
      const known = await this.operations.knownKeys('hotline', keys);
      for (const one of rows) {
        const isKnown = known.has(one.message.sourceKey);
        if (one.fault !== null) {
          counts.rejected += 1;
          const kind = maskIdentityIn(faultKind(one.fault), NOBODY);
          faults.set(kind, { firstRow: one.row, ...faults.get(kind), count: (faults.get(kind)?.count ?? 0) + 1 });
        } else counts[isKnown ? 'known' : 'fresh'] += 1;
        if (samples.length < SAMPLES) samples.push(await this.sample(one, isKnown, doors, now));
      }
    }
    const listed = [...faults].map(([reason, { count, firstRow }]) => ({ reason, count, firstRow }));
    listed.sort((a, b) => b.count - a.count || a.firstRow - b.firstRow);
    return { survey: log.survey, needsText: false, ...counts, faults: listed.slice(0, FAULT_KINDS), samples };
  }

  private async sample({ row, fault, message }: LogRow, known: boolean, doors: Doors, now: Date): Promise<SampleRow> {
    if (fault !== null) return { row, fault: maskIdentityIn(fault, NOBODY), known, appeal: null };
    const reading = await this.reader.read('row', new Uint8Array(), message.record ?? null);
    const { appeal } = draftAppeal(message, reading, this.office, doors, instant(now));
    const { subject, kind, source, secrecy, receivedAt, place, outsideNumber } = appeal;
    const { name, phone } = reading.party;
    const masked = { place: maskIdentityIn(place, reading.party), name: maskName(name), phone: phone && maskPhone(phone) };
    return { row, fault, known, appeal: { subject, kind, source, secrecy, receivedAt, outsideNumber, ...masked } };
  }
}
