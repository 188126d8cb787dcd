import { longDate, type Day } from '@hub/domain';
import type { ReactElement } from 'react';

/** 2026年3月21日（星期六）; a narrow line may break before the bracket. */
export function LongDay({ day }: { day: Day }): ReactElement {
  const [date, weekday] = longDate(day).split('（');
  return (
    <time dateTime={day}>
      {date}
      <wbr />（{weekday}
    </time>
  );
}
