import {
  clip,
  clipBytes,
  cleanText,
  dayOf,
  fromDifference,
  maskIdentityIn,
  oneLine,
  saidIn,
  STATUS_WORDS,
  subjectOf,
  TEXT_BYTES,
  type Day,
  type SideDifference,
  type FindingKind,
  type LogRow,
  type OurSide,
  type Reading,
  type TheirSide,
} from '@hub/domain';
import type { AppealToPack } from '@hub/persistence';

/** A line of a reconciliation, in words that may be shown to whoever asked for it. */
export interface Finding {
  readonly kind: FindingKind;
  /** Where it stands in the export; null for what is ours alone. */
  readonly row: number | null;
  readonly outsideNumber: string;
  /** Our own; null for what is theirs alone. */
  readonly number: string | null;
  readonly receivedOn: Day | null;
  readonly subject: string;
  readonly differences: readonly SideDifference[];
  /** Why we have it not, where we know. */
  readonly note: string;
}

/** So much of each side is shown. */
const SHOWN = 300;
const GUARDED = '（保密件，请打开来件看）';

/** The headings of the columns into which a source writes when it was answered, and how far it is. */
export interface HandlingColumns {
  readonly answeredOn: readonly string[];
  readonly status: readonly string[];
}

/** The row as registering would take it. */
export function theirSide({ message }: LogRow, reading: Reading, columns: HandlingColumns): TheirSide {
  const { others = {} } = JSON.parse(message.record ?? '{}') as { others?: Readonly<Record<string, string>> };
  const told = (headings: readonly string[]) =>
    headings.length > 0 ? (headings.map((heading) => others[heading]).find(Boolean) ?? '') : null;
  const { text } = clipBytes(cleanText(reading.text), TEXT_BYTES);
  const at = message.arrivedAt ?? reading.writtenAt;
  return {
    outsideNumber: reading.outsideNumber ? clip(oneLine(reading.outsideNumber), 78) : '',
    receivedOn: at && dayOf(at),
    subject: maskIdentityIn(subjectOf(reading.subject, saidIn(message.channel, text)), reading.party),
    text,
    answeredOn: told(columns.answeredOn),
    status: told(columns.status),
  };
}

export const ourSide = ({ appeal, text }: AppealToPack): OurSide => ({
  outsideNumber: appeal.outsideNumber ?? '',
  receivedAt: appeal.receivedAt,
  subject: appeal.subject,
  text,
  replyDoneAt: appeal.replyDoneAt,
  done: appeal.replyDoneAt !== null || !appeal.open,
  statusName: STATUS_WORDS[appeal.status],
});

export const theirsAlone = (row: number, theirs: TheirSide | null, note: string): Finding => ({
  kind: 'theirs',
  row,
  outsideNumber: theirs?.outsideNumber ?? '',
  number: null,
  receivedOn: theirs?.receivedOn ?? null,
  subject: theirs?.subject ?? '',
  differences: [],
  note,
});

export const oursAlone = ({ appeal, party }: AppealToPack): Finding => ({
  kind: 'ours',
  row: null,
  outsideNumber: appeal.outsideNumber ?? '',
  number: appeal.number,
  receivedOn: dayOf(appeal.receivedAt),
  subject: appeal.guard ? GUARDED : maskIdentityIn(appeal.subject, party),
  differences: [],
  note: '',
});

/** Words of a guarded appeal stay in the appeal, where reading them is noted. */
export function differing(row: number, all: readonly SideDifference[], one: AppealToPack, reading: Reading): Finding {
  const shown = (difference: SideDifference): SideDifference => {
    const { name, theirs, ours } = difference;
    if (one.appeal.guard && (name === '标题' || name === '来件内容')) return { name, theirs: GUARDED, ours: GUARDED };
    return fromDifference({ name, theirs: maskIdentityIn(theirs, reading.party), ours: maskIdentityIn(ours, one.party) }, SHOWN);
  };
  return { ...oursAlone(one), kind: 'differs', row, differences: all.map(shown) };
}
