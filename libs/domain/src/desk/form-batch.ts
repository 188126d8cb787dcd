import { Fault } from '../errors';

/** What stands on one filled-in opinion form (征求意见表). */
export interface Sheet {
  /** By question; a question that was left open is missing. */
  readonly answers: Readonly<Record<string, string>>;
  readonly opinion: string;
  readonly name: string;
  readonly phone: string;
}

/** `once` entered by one, `differs` entered by two who read it differently, `agreed`, and `registered` as an appeal or counted. */
export type SheetState = 'once' | 'differs' | 'agreed' | 'registered';

const REST: Readonly<Record<Exclude<keyof Sheet, 'answers'>, string>> = { opinion: '意见', name: '姓名', phone: '电话' };
const same = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const flat = ({ answers, opinion, name, phone }: Sheet): Record<string, string> => ({ ...answers, opinion, name, phone });

export interface Difference {
  /** A question by its place (`q1`), or opinion, name, phone. */
  readonly key: string;
  readonly word: string;
  readonly first: string;
  readonly second: string;
}

/** Where two readings of one sheet differ; widths and spaces do not count. */
export function differences(questions: readonly string[], one: Sheet, other: Sheet): Difference[] {
  const [first, second] = [flat(one), flat(other)];
  const words = { ...Object.fromEntries(questions.map((word, at) => [`q${at + 1}`, word])), ...REST };
  return Object.entries(words).flatMap(([key, word]) => {
    const read = { first: first[key] ?? '', second: second[key] ?? '' };
    return same(read.first) === same(read.second) ? [] : [{ key, word, ...read }];
  });
}

/** Refuses answers to questions that the form does not ask. */
export function refuseStrangeAnswers(questions: readonly string[], { answers }: Sheet): void {
  const strange = Object.keys(answers).find((key) => !questions.some((_, at) => key === `q${at + 1}`));
  if (strange !== undefined)
    throw new Fault('invalid', 'answers', `表上没有“${strange}”这一题。`, `题目依次是 q1 到 q${questions.length}。`);
}

/** Double entry proves something only by two people. */
export function refuseOwnSecond(firstId: number, byId: number): void {
  if (firstId === byId)
    throw new Fault(
      'refused',
      'own-entry',
      '这一张是您录的第一遍，第二遍要由另一个人录。',
      '请交给另一位同事，不要照着第一遍抄。',
    );
}

/** How often each answer was given to each question. */
export const tallies = (
  questions: readonly string[],
  sheets: readonly Sheet[],
): { word: string; counts: Record<string, number> }[] =>
  questions.map((word, at) => {
    const counts: Record<string, number> = Object.create(null) as Record<string, number>;
    for (const { answers } of sheets) {
      const answer = answers[`q${at + 1}`]?.trim() || '未答';
      counts[answer] = (counts[answer] ?? 0) + 1;
    }
    return { word, counts: { ...counts } };
  });
