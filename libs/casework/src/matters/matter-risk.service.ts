import { Injectable } from '@nestjs/common';
import { allowedActs, Fault, type Staff } from '@hub/domain';
import { UnitOfWork, type AppealEntity } from '@hub/persistence';
import { RiskService, type RiskForm } from '../acts/risk.service';
import { heldMatter } from './known-matter';

/** The risk of a matter (信访矛盾风险): entered on one of its appeals, and standing in the file of each. */
@Injectable()
export class MatterRiskService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly risks: RiskService,
  ) {}

  async assess(typed: string, form: RiskForm, by: Staff): Promise<void> {
    const { seen } = await this.work.run((stores) => heldMatter(typed, by, stores));
    const first = seen.find((one) => mayRisk(by, one, 'assess'));
    if (!first)
      throw new Fault(
        'refused',
        'no-appeal-to-assess',
        '这个事项里没有您能评估的来件。',
        '由局办公室、承办单位或局领导在办结前评估。',
      );
    await this.risks.assess(first.number, form, by);
  }

  async sign(typed: string, remark: string, by: Staff): Promise<void> {
    const number = await this.work.run(async (stores) => {
      const { matter, seen } = await heldMatter(typed, by, stores);
      const last = await stores.risks.lastOfMatter(matter.id);
      const files = last ? await stores.risks.appealsWith(last.sharedFrom ?? last.id) : [];
      return seen.find((one) => files.includes(one.id) && mayRisk(by, one, 'sign'))?.number;
    });
    if (!number)
      throw new Fault(
        'refused',
        'no-unsigned-risk',
        '这个事项没有等着您审阅的风险评估。',
        '已经有人签过“已阅”，或该由别人审阅。',
      );
    await this.risks.sign(number, remark, by);
  }
}

/** Whether the state table lets this person do so on this appeal. */
export const mayRisk = (by: Staff, appeal: AppealEntity, wanted: 'assess' | 'sign'): boolean =>
  allowedActs(appeal, by, new Set()).some(({ act, way }) => act === 'risk' && way === wanted);
