/** A unit's part in an appeal that another unit leads: its own demand and date (主办、协办). */
export const PART_STATES = ['open', 'answered', 'released'] as const;
export type PartState = (typeof PART_STATES)[number];

interface PartFacts {
  readonly unitId: string;
  readonly state: PartState;
}

/** The columns of an appeal that follow from its parts. A released unit no longer sees the appeal. */
export function partColumns(parts: readonly PartFacts[]): { coUnits: string; openParts: number } {
  const units = [...new Set(parts.filter((one) => one.state !== 'released').map((one) => one.unitId))].sort();
  return {
    coUnits: units.length ? `|${units.join('|')}|` : '',
    openParts: parts.filter((one) => one.state === 'open').length,
  };
}
