/** A source (来源) as the office keeps it. Its name is told with every appeal and so never changes. */
export interface Source {
  readonly name: string;
  readonly confidential: boolean;
  readonly active: boolean;
}

/** The sources as far as registering asks for them. */
export interface Doors {
  readonly known: ReadonlySet<string>;
  /** What comes through these is confidential from the start, whatever its kind. */
  readonly confidential: ReadonlySet<string>;
}

export const doorsOf = (sources: readonly Source[]): Doors => ({
  known: new Set(sources.map(({ name }) => name)),
  confidential: new Set(sources.filter(({ confidential }) => confidential).map(({ name }) => name)),
});

/**
 * The source of an appeal: a column of a log may name another one that the office knows ("微信" would hide the log's own),
 * but never opens a confidential one.
 */
export const sourceOf = (own: string, said: string | null, { known, confidential }: Doors): string =>
  said && known.has(said) && !confidential.has(own) ? said : own;
