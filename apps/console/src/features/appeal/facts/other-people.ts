interface Other {
  readonly name: string;
  readonly phone: string;
  readonly as?: string;
}

/** One row for each way in which others stand beside the citizen. */
export function otherPeople(others: readonly Other[]): [string, string][] {
  const ways = [...new Set(others.map(({ as = '代表' }) => as))];
  return ways.map((way) => [
    way,
    others
      .filter(({ as = '代表' }) => as === way)
      .map(({ name, phone }) => [name, phone].filter(Boolean).join(' '))
      .join('；'),
  ]);
}
