import { instant, type Instant } from '../deadline/day';

/** What the time of a pack is about: when an appeal was received, or answered. */
export const PACK_BASES = ['received', 'answered'] as const;
export type PackBasis = (typeof PACK_BASES)[number];

/** Days that a person names, since the last pack, or all that there is. */
export const PACK_SPANS = ['days', 'last', 'all'] as const;
export type PackSpan = (typeof PACK_SPANS)[number];

export const PACK_FORMATS = ['xlsx', 'csv'] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

/** The delivery of an answer may be written down later than it was; what comes twice is known by its number. */
const OVERLAP_MS = 3_600_000;

/** Before any appeal. */
export const BEGINNING = instant(0);

/** A pack since the last begins a little before that one ended. */
export const since = (last: Instant | null): Instant => (last ? instant(Date.parse(last) - OVERLAP_MS) : BEGINNING);
