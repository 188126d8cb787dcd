import { Controller, Get, Query } from '@nestjs/common';
import type { AuditEntryView, AuditPage } from '@hub/contract';
import { auditWord, instant, type Staff } from '@hub/domain';
import { AuditQuery, type AuditEntryEntity } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { OptionalMoment, OptionalText, OptionalWhole } from '../http/validation';

const PAGE = 100;

export class AuditQueryDto {
  /** The appeal's number, an account … */
  @OptionalText(80)
  subject?: string;

  @OptionalWhole(1, 2_000_000_000)
  actor?: number;

  @OptionalText(60)
  action?: string;

  @OptionalMoment()
  from?: string;

  @OptionalMoment()
  to?: string;

  /** Entries before this sequence. */
  @OptionalWhole(1, 2_000_000_000)
  cursor?: number;

  @OptionalWhole(1, 500)
  limit?: number;
}

/** Who did what and when, as it stands in the chain. */
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly chain: AuditQuery) {}

  @Get()
  @Allow('audit.read')
  async list(@Query() query: AuditQueryDto, @Person() staff: Staff): Promise<AuditPage> {
    const { cursor = null, limit = PAGE, subject, actor, action, from, to } = query;
    const whole = staff.role !== 'administrator';
    const filter = {
      // What the reader is not shown he cannot find out by asking for it.
      ...(subject && whole ? { subject } : {}),
      ...(actor === undefined ? {} : { actorId: actor }),
      ...(action ? { action } : {}),
      ...(from ? { from: instant(new Date(from)) } : {}),
      ...(to ? { to: instant(new Date(to)) } : {}),
    };
    const rows = await this.chain.page(filter, cursor, limit + 1);
    const items = rows.slice(0, limit).map((row) => entryView(row, whole));
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.sequence) : null };
  }
}

function entryView(row: AuditEntryEntity, whole: boolean): AuditEntryView {
  return {
    sequence: row.sequence,
    at: row.at,
    actorId: row.actorId,
    actor: row.actorName,
    action: row.action,
    actionName: auditWord(row.action),
    subject: whole ? row.subject : null,
    detail: whole ? (JSON.parse(row.detail) as Record<string, unknown>) : null,
    hash: row.hash,
  };
}
