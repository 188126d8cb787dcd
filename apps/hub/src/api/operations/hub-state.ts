import { countNow, hubMay, instant, nextHour, sendingStopped, type Instant, type Office } from '@hub/domain';
import type { OperationsQuery } from '@hub/persistence';

/** What holds for all channels: whether anybody does the work, until when the acknowledgements of this hour are spent, whether letters go out. */
export async function hubState(
  operations: OperationsQuery,
  { acknowledgements: limits }: Pick<Office, 'acknowledgements'>,
  clock: Date,
): Promise<{ readonly worked: boolean; readonly acknowledgementsUntil: Instant | null; readonly sends: boolean }> {
  const now = instant(clock);
  const sent = countNow((await operations.acknowledgementCount()) ?? undefined, now);
  const server = await operations.mailServerTrouble(now);
  return {
    worked: await operations.isWorked(),
    acknowledgementsUntil: hubMay(sent, limits) ? null : instant(nextHour(now)),
    sends: !sendingStopped(server?.failures ?? 0),
  };
}
