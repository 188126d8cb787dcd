import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  Fault,
  partColumns,
  unitName,
  type Day,
  type Instant,
  type Office,
  type PartState,
  type Staff,
} from '@hub/domain';
import type { AppealEntity, PartEntity, Stores } from '@hub/persistence';
import { OFFICE } from '../tokens';
import { CaseActs, type ActEffect } from './case-act';

export interface NewPart {
  readonly unitId: string;
  readonly demand: string;
  readonly dueOn: Day;
}

/** One unit leads; others are asked for their part, each with its own date (主办、协办). */
@Injectable()
export class CoHandlingService {
  constructor(
    private readonly acts: CaseActs,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  add(number: string, { unitId, demand, dueOn }: NewPart, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'co-handling', way: 'add', version }, async ({ appeal, stores, now }) => {
      const unit = unitName(this.office, unitId);
      if (!unit || unitId === appeal.unitId)
        throw new Fault(
          'invalid',
          'unit',
          unit ? `${unit}是主办单位，不能再作协办。` : `没有“${unitId}”这个单位。`,
          `可选：${this.office.units.flatMap(({ id }) => (id === appeal.unitId ? [] : [id])).join('、')}。`,
        );
      if (dueOn < dayOf(now)) throw new Fault('invalid', 'due-on', '协办的期限已经过去。', '请写今天或以后的日期。');
      const parts = await stores.parts.of(appeal.id);
      if (parts.some((one) => one.unitId === unitId && one.state === 'open'))
        throw new Fault('refused', 'part-open', `${unit}已经在协办。`, '请等它提交意见，或先免去协办。');
      const open = { state: 'open' as const, answer: null, settledBy: null, settledAt: null };
      await stores.parts.add({ appealId: appeal.id, unitId, demand, dueOn, askedBy: by.name, askedAt: now, ...open });
      return after(appeal, stores, `${unit}，${dueOn} 前：${demand}`);
    });
  }

  answer(number: string, text: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'co-handling', way: 'answer', version }, async ({ appeal, stores, now }) => {
      const part = await this.openPart(appeal, by.unitId, stores);
      await settle(stores, part, 'answered', text, by, now);
      return after(appeal, stores, `${unitName(this.office, part.unitId) ?? ''}：${text}`);
    });
  }

  /** The office takes a unit out of the duty; what it saw of the appeal ends with it. */
  release(number: string, unitId: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'co-handling', way: 'release', version }, async ({ appeal, stores, now }) => {
      const part = await this.openPart(appeal, unitId, stores);
      await settle(stores, part, 'released', reason, by, now);
      return after(appeal, stores, `${unitName(this.office, unitId) ?? unitId}：${reason}`);
    });
  }

  private async openPart(appeal: AppealEntity, unitId: string | null, stores: Stores): Promise<PartEntity> {
    const open = (await stores.parts.of(appeal.id)).filter(({ state }) => state === 'open');
    const part = open.find((one) => one.unitId === unitId);
    if (part) return part;
    const names = open.map((one) => unitName(this.office, one.unitId) ?? one.unitId).join('、');
    throw new Fault('refused', 'no-open-part', '没有等着这个单位办的协办事项。', `等着意见的单位：${names}。`);
  }
}

const settle = (stores: Stores, { id }: PartEntity, state: PartState, answer: string, by: Staff, at: Instant): Promise<void> =>
  stores.parts.settle(id, { state, answer, settledBy: by.name, settledAt: at });

const after = async (appeal: AppealEntity, stores: Stores, note: string): Promise<ActEffect> => ({
  change: partColumns(await stores.parts.of(appeal.id)),
  note,
});
