import { Inject, Injectable } from '@nestjs/common';
import { Fault, unitName, type Office, type Staff } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { OFFICE } from '../tokens';
import { CaseActs } from './case-act';

export interface Assignment {
  readonly unitId: string;
  readonly handlerId?: number;
  readonly note?: string;
}

/** The way to a unit: assigned, signed for, or returned with a reason. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly acts: CaseActs,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** `again`: to another unit while it is under way. */
  assign(number: string, body: Assignment, by: Staff, again: boolean, version?: number): Promise<AppealEntity> {
    return this.acts.perform(
      { number, by, act: 'assignment', ...(again ? { way: 'again' } : {}), version },
      async ({ stores }) => {
        const unit = unitName(this.office, body.unitId);
        if (!unit)
          throw new Fault(
            'invalid',
            'unit',
            `没有“${body.unitId}”这个单位。`,
            `可选：${this.office.units.map((one) => one.id).join('、')}。`,
          );
        const handler = body.handlerId === undefined ? null : await stores.staff.byId(body.handlerId);
        if (body.handlerId !== undefined && (!handler || handler.disabled || handler.unitId !== body.unitId)) {
          throw new Fault('invalid', 'handler', `承办人不在${unit}。`, '请选本单位在用的承办人，或不选。');
        }
        const words = [unit, handler?.name, body.note].filter(Boolean).join('，');
        return { change: { unitId: body.unitId, handlerId: handler?.id ?? null, departmentId: null }, note: words };
      },
    );
  }

  /** Signing names the handler; it does not start the clock, which runs from the bureau's receipt. */
  receive(number: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'receipt', version }, async ({ appeal }) => ({
      change: by.role === 'handler' ? { handlerId: by.id } : { handlerId: appeal.handlerId },
    }));
  }

  giveBack(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'return', version }, async ({ appeal }) => {
      if (appeal.returns >= 1) throw new Fault('refused', 'second-return', '已退过一次。', '第二次由分管领导指定，不能再退。');
      return { change: { returns: appeal.returns + 1, unitId: null, handlerId: null }, note: reason };
    });
  }
}
