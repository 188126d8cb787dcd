import { Inject, Injectable } from '@nestjs/common';
import { Fault, unitName, type Office, type Staff } from '@hub/domain';
import { AppealQuery, type AppealEntity, type Stores } from '@hub/persistence';
import { OFFICE } from '../tokens';
import { CaseActs } from './case-act';

export interface Assignment {
  readonly unitId: string;
  readonly handlerId?: number;
  readonly note?: string;
}

/** The way to a unit: assigned, signed for, or returned with a reason that the office confirms or refuses. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly acts: CaseActs,
    private readonly appeals: AppealQuery,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** A unit that a leader names after two returns keeps the appeal; assigning anew confirms a return that was pending. */
  async assign(number: string, body: Assignment, by: Staff, version?: number): Promise<AppealEntity> {
    const { status } = await this.appeals.byNumber(number);
    const way = status === 'assigned' || status === 'in-hand' || status === 'awaiting-citizen' ? { way: 'again' } : {};
    return this.acts.perform({ number, by, act: 'assignment', ...way, version }, async ({ appeal, stores }) => {
      const { change, note } = await assignedTo(this.office, body, stores);
      const designated = appeal.returns >= 2 || appeal.designated;
      return { change: { ...change, designated, returnedFrom: null }, note: designated ? `领导指定：${note}` : note };
    });
  }

  /** Signing names the handler; it does not start the clock, which runs from the bureau's receipt. */
  receive(number: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'receipt', version }, async ({ appeal }) => ({
      change: by.role === 'handler' ? { handlerId: by.id } : { handlerId: appeal.handlerId },
    }));
  }

  giveBack(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'return', version }, async ({ appeal }) => ({
      change: { returns: appeal.returns + 1, returnedFrom: appeal.unitId, unitId: null, handlerId: null },
      note: `${unitName(this.office, appeal.unitId) ?? ''}：${reason}`,
    }));
  }

  confirmReturn(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'return', way: 'confirm', version }, async () => ({
      change: { returnedFrom: null },
      note: reason,
    }));
  }

  /** The unit gets it back; a second return then goes to a leader. */
  refuseReturn(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'return', way: 'refuse', version }, async ({ appeal }) => ({
      change: { unitId: appeal.returnedFrom, returnedFrom: null },
      note: `仍由${unitName(this.office, appeal.returnedFrom) ?? '原单位'}办理：${reason}`,
    }));
  }
}

/** The columns that an assignment sets, or a fault that names the units there are. */
export async function assignedTo(
  office: Office,
  { unitId, handlerId, note }: Assignment,
  stores: Pick<Stores, 'staff'>,
): Promise<{ change: { unitId: string; handlerId: number | null; departmentId: null }; note: string }> {
  const unit = unitName(office, unitId);
  if (!unit)
    throw new Fault('invalid', 'unit', `没有“${unitId}”这个单位。`, `可选：${office.units.map((one) => one.id).join('、')}。`);
  const handler = handlerId === undefined ? null : await stores.staff.byId(handlerId);
  if (handlerId !== undefined && (!handler || handler.disabled || handler.unitId !== unitId))
    throw new Fault('invalid', 'handler', `承办人不在${unit}。`, '请选本单位在用的承办人，或不选。');
  return {
    change: { unitId, handlerId: handler?.id ?? null, departmentId: null },
    note: [unit, handler?.name, note].filter(Boolean).join('，'),
  };
}
