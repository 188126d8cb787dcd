export interface Timed {
  readonly ms: number;
  /** Of all threads of this process. */
  readonly cpuMs: number;
}

export async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

/** One after the other, in milliseconds, after thirty that do not count. */
export async function spread(work: () => Promise<unknown>, times = 300): Promise<Spread> {
  for (let warm = 0; warm < 30; warm++) await work();
  const samples: number[] = [];
  for (let run = 0; run < times; run++) samples.push((await timed(work)).ms);
  samples.sort((a, b) => a - b);
  return { p50: samples[Math.floor(times * 0.5)]!, p99: samples[Math.floor(times * 0.99)]! };
}

/** Runs the work over all inputs, a few at a time. */
export async function inLanes<T>(inputs: readonly T[], lanes: number, work: (input: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < inputs.length) await work(inputs[next++]!);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** One line of the table; the ratio is ours by the bare driver's, in the unit of the line. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly bare: string;
  readonly ratio: number | null;
  /** What the peers reach. */
  readonly peers: string;
  readonly note: string;
}

export const shown = ({ p50, p99 }: Spread): string => `${p50.toFixed(2)} / ${p99.toFixed(2)}`;

export const tableOf = (lines: readonly Line[]): string =>
  [
    '| 项目 | 一线通 | 光用驱动 | 比 | 参照 | 说明 |',
    '|---|---|---|---|---|---|',
    ...lines.map(({ what, ours, bare, ratio, peers, note }) => {
      const cells = [what, ours, bare, ratio === null ? '–' : ratio.toFixed(2), peers, note];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
