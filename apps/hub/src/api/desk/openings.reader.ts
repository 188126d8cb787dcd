import { Injectable } from '@nestjs/common';
import type { BoxOpeningView } from '@hub/contract';
import { may, sees, withOffset, type Staff } from '@hub/domain';
import { AppealQuery, DeskQuery } from '@hub/persistence';

const SHOWN = 50;

/** Records of opened boxes: all of them for the office, for others those that they opened with it. */
@Injectable()
export class OpeningsReader {
  constructor(
    private readonly desk: DeskQuery,
    private readonly appeals: AppealQuery,
  ) {}

  async list(staff: Staff): Promise<BoxOpeningView[]> {
    const rows = await this.desk.openings(may(staff, 'appeal.register') ? null : staff.id, SHOWN);
    const registered = await this.desk.registeredFrom(rows.map(({ id }) => id));
    const appeals = await this.appeals.seen(registered.map(({ appealId }) => appealId));
    return rows.map((row) => {
      const own = registered.filter(({ openingId }) => openingId === row.id);
      const { id, source, place, items, note } = row;
      return {
        id,
        source,
        place,
        openedAt: withOffset(row.openedAt),
        items,
        note,
        first: row.firstName,
        writtenAt: withOffset(row.writtenAt),
        second: row.secondName,
        secondIsMe: row.secondId === staff.id,
        signedAt: row.signedAt && withOffset(row.signedAt),
        registered: own.length,
        numbers: own.flatMap(({ appealId }) => {
          const appeal = appeals.get(appealId);
          return appeal && sees(staff, appeal) ? [appeal.number] : [];
        }),
      };
    });
  }
}
