import { codesIn } from '@hub/domain';
import type { OwedLetter } from '@hub/persistence';

/** What a citizen needs to look up one of his appeals. */
export interface NumberAndCode {
  readonly number: string;
  readonly code: string;
}

const lineOf = ({ number, code }: NumberAndCode): string => `编号 ${number}，查询码 ${code}`;
const LINES = /^编号 (\S+)，查询码 (\S+)$/gm;

/** The letter with the numbers and codes of other appeals below. */
export function folded<T extends Pick<OwedLetter, 'body' | 'discreet'>>(letter: T, others: readonly NumberAndCode[]): T {
  if (!others.length) return letter;
  const lead = letter.discreet ? '另外还有：' : '您在这段时间里还有以下来件，都已登记，一并告知：';
  return { ...letter, body: `${letter.body}\n${lead}\n\n${others.map(lineOf).join('\n')}\n` };
}

/** The code that an acknowledgement tells of its own appeal, and what stands below of others. */
export function unfolded(body: string): { readonly code: string | null; readonly others: NumberAndCode[] } {
  const others = [...body.matchAll(LINES)].map(([, number, code]) => ({ number: number!, code: code! }));
  return { code: codesIn(body.replace(LINES, ''))[0] ?? null, others };
}
