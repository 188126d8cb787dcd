import { Inject, Injectable } from '@nestjs/common';
import { areaCodeOf, phoneWays, plausiblePhone, sees, type Office, type Staff } from '@hub/domain';
import { DeskQuery, type AppealEntity } from '@hub/persistence';
import { AuditService } from '../audit/audit.service';
import { OFFICE } from '../tokens';

/** More earlier appeals than these nobody looks through while somebody is speaking. */
export const EARLIER_SHOWN = 20;

export interface Caller {
  readonly appeals: readonly AppealEntity[];
  /** How many of his there are that the person may see. */
  readonly count: number;
}

/** Who calls again: his earlier appeals by his number. To know that they are one person's is a look behind the masks. */
@Injectable()
export class CallerService {
  constructor(
    private readonly desk: DeskQuery,
    private readonly audit: AuditService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  async appealsOf(phone: string, by: Staff): Promise<Caller> {
    if (!plausiblePhone(phone)) return { appeals: [], count: 0 };
    const found = await this.desk.ofPhone(phoneWays(phone, areaCodeOf(this.office.phone)));
    const seen = found.filter((one) => sees(by, one));
    const shown = seen.slice(0, EARLIER_SHOWN);
    // The trace stands before anything is shown, and never holds the number that was asked for.
    await this.audit.record(by, 'caller', shown[0]?.number ?? '', { appeals: shown.map(({ number }) => number) });
    return { appeals: shown, count: seen.length };
  }
}
