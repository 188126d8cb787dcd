import { dayOf, type Day, type Instant } from '../deadline/day';
import { oneLine } from './text';

/** A submission as a source's export tells it. */
export interface TheirSide {
  readonly outsideNumber: string;
  /** Null where the export says none. */
  readonly receivedOn: Day | null;
  readonly subject: string;
  readonly text: string;
  /** Null where the export has no such column. */
  readonly answeredOn: string | null;
  readonly status: string | null;
}

/** The same submission as we have it. */
export interface OurSide {
  readonly outsideNumber: string;
  readonly receivedAt: Instant;
  readonly subject: string;
  readonly text: string;
  readonly replyDoneAt: Instant | null;
  /** Answered, or ended without an answer. */
  readonly done: boolean;
  readonly statusName: string;
}

export interface SideDifference {
  readonly name: string;
  readonly theirs: string;
  readonly ours: string;
}

/** What becomes of a row of an export, or of an appeal of ours that stands in none. */
export const FINDING_WORDS = { theirs: '对方有我方无', ours: '我方有对方无', differs: '两边不同' } as const;
export type FindingKind = keyof typeof FINDING_WORDS;

/** Every source has its own words for it; those that tell neither are not compared. */
const TELLS_NOTHING = /不予|退回|转出|作废/;
const UNDONE = /未(?:办|答|回|处|受|归|反|结|完)|待|中$|正在|(?:办理|处理|审核|流转)中|受理/;
const DONE = /办结|办毕|结案|答复|回复|归档|反馈|(?:办理|处理)完/;

/** Whether a word of theirs says that the submission is dealt with; null where it tells nothing of it. */
export function saysDone(status: string): boolean | null {
  const word = oneLine(status);
  if (TELLS_NOTHING.test(word)) return null;
  if (UNDONE.test(word)) return false;
  return DONE.test(word) ? true : null;
}

const DAY = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;

/** `2026/3/1 9:00` is the day 2026-03-01; what is no day stays as it is written. */
export function dayIn(written: string): string {
  const [, year, month = '', day = ''] = DAY.exec(written.normalize('NFKC')) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : oneLine(written);
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * In what the two sides differ. `sameWords` is known where the row says to the letter what was taken from the source; the
 * words are then not compared again, since a correction that we noted stands beside the first text.
 */
export function sideDifferences(theirs: TheirSide, ours: OurSide, sameWords: boolean): SideDifference[] {
  const all: (SideDifference | null)[] = [];
  const compare = (
    name: string,
    left: string | null,
    right: string,
    same = left === null || squeezed(left) === squeezed(right),
  ) => all.push(same ? null : { name, theirs: left ?? '', ours: right });
  if (!sameWords) {
    compare('工单编号', theirs.outsideNumber, ours.outsideNumber);
    compare('收到日期', theirs.receivedOn, dayOf(ours.receivedAt));
    compare('标题', theirs.subject, ours.subject);
    compare('来件内容', theirs.text, ours.text);
  }
  compare('答复日期', theirs.answeredOn && dayIn(theirs.answeredOn), ours.replyDoneAt ? dayOf(ours.replyDoneAt) : '');
  const done = theirs.status === null ? null : saysDone(theirs.status);
  compare('办理状态', theirs.status, ours.statusName, done === null || done === ours.done);
  return all.filter((one) => one !== null);
}

const BEFORE = 20;

/** Two long texts from shortly before the place where they part, so that the difference is in what is shown. */
export function fromDifference({ name, theirs, ours }: SideDifference, signs: number): SideDifference {
  const [left, right] = [[...theirs], [...ours]];
  const parting = left.findIndex((sign, at) => sign !== right[at]);
  const at = Math.max(0, (parting < 0 ? left.length : parting) - BEFORE);
  const cut = (text: readonly string[]) =>
    (at > 0 ? '…' : '') + text.slice(at, at + signs).join('') + (text.length > at + signs ? '…' : '');
  return { name, theirs: cut(left), ours: cut(right) };
}
