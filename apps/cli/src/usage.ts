import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command that was not written as it should be; says what would work. */
export class UsageError extends Error {
  constructor(what: string, hint: string) {
    super(`${what}${hint}`);
  }
}

/** Reads options; an unknown one is told with the way the command is written. */
export function options<T extends NonNullable<ParseArgsConfig['options']>>(argv: readonly string[], known: T, usage: string) {
  try {
    return parseArgs({ args: [...argv], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    const wrong = /'(-[^' ]*)/.exec(String((error as Error).message))?.[1];
    throw new UsageError(wrong ? `选项 ${wrong} 写得不对。` : '命令写得不对。', `用法：${usage}`);
  }
}

/** Refuses an act that the command does not have, before anything is opened for it. */
export function oneOf<T extends string>(command: string, act: string | undefined, known: readonly T[], usage: string): T {
  const found = known.find((one) => one === act);
  if (!found) throw new UsageError(act ? `没有“${command} ${act}”。` : `没有写${command}做什么。`, `用法：${usage}`);
  return found;
}

export function whole(value: string | undefined, usual: number, name: string): number {
  if (value === undefined) return usual;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${name} 要写正整数，写的是“${value}”。`, '');
  return number;
}
