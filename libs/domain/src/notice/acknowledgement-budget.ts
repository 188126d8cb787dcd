import type { Day, Instant } from '../deadline/day';

/** How many acknowledgements may go out: to one address, and from the whole hub. */
export interface AcknowledgementLimits {
  readonly perAddressPerHour: number;
  readonly perAddressPerDay: number;
  readonly perHour: number;
}

/** What an address, or the hub, had in its last hour and day. */
export interface AcknowledgementCount {
  readonly hour: string;
  readonly inHour: number;
  readonly day: Day;
  readonly inDay: number;
}

const HOUR_MS = 3_600_000;
const hourOf = (now: Instant): string => now.slice(0, 13);

/** The counts as they stand now: a new hour or day begins at nothing. */
export function countNow(known: AcknowledgementCount | undefined, now: Instant): AcknowledgementCount {
  const [hour, day] = [hourOf(now), now.slice(0, 10)];
  return {
    hour,
    inHour: known?.hour === hour ? known.inHour : 0,
    day,
    inDay: known?.day === day ? known.inDay : 0,
  };
}

export const oneMore = (count: AcknowledgementCount): AcknowledgementCount => ({
  ...count,
  inHour: count.inHour + 1,
  inDay: count.inDay + 1,
});

export const addressMay = ({ inHour, inDay }: AcknowledgementCount, limits: AcknowledgementLimits): boolean =>
  inHour < limits.perAddressPerHour && inDay < limits.perAddressPerDay;

export const hubMay = ({ inHour }: AcknowledgementCount, limits: AcknowledgementLimits): boolean => inHour < limits.perHour;

/** When what is over the budget is looked at again: with the next hour. */
export const nextHour = (now: Instant): number => (Math.floor(Date.parse(now) / HOUR_MS) + 1) * HOUR_MS;
