import { Inject, Injectable } from '@nestjs/common';
import {
  daysBetween,
  Fault,
  guessRisk,
  maySign,
  NO_DUE,
  RISK_LEVEL_WORDS,
  ROLE_WORDS,
  scoreRisk,
  type Day,
  type Office,
  type RiskFactors,
  type RiskLooker,
  type Staff,
} from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { tell } from '../notices/tell';
import { OFFICE } from '../tokens';
import { CaseActs } from './case-act';

export interface RiskForm extends RiskFactors {
  readonly measures: string;
}

interface Known {
  readonly appeal: Pick<AppealEntity, 'dueOn'>;
  readonly messages: readonly { readonly direction: string; readonly text: string }[];
  readonly unsatisfied: number;
}

/** The first filling of the form (domain: guessRisk), from what stands in the file. */
export function riskGuess({ appeal, messages, unsatisfied }: Known, today: Day): RiskFactors {
  const letters = messages.filter(({ direction }) => direction === 'in');
  return guessRisk({
    text: letters
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 20_000),
    letters: Math.max(1, letters.length),
    daysLate: appeal.dueOn === NO_DUE ? 0 : Math.max(0, daysBetween(appeal.dueOn, today)),
    dissatisfied: unsatisfied,
  });
}

/** Assessing the risk of conflict (信访矛盾风险评估): versions are kept, and whoever must look signs the last one. */
@Injectable()
export class RiskService {
  constructor(
    private readonly acts: CaseActs,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  assess(number: string, { measures, ...factors }: RiskForm, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'risk', way: 'assess', version }, async ({ appeal, stores, now }) => {
      const { score, level, looker } = scoreRisk(factors, this.office.risk);
      if (level !== 'low' && !measures.trim())
        throw new Fault('invalid', 'measures', `${RISK_LEVEL_WORDS[level]}要写化解措施。`, '请写谁在什么时候做什么。');
      const mustLook = lookerOf(looker, appeal);
      const last = await stores.risks.lastOf(appeal.id);
      const own = {
        appealId: appeal.id,
        matterId: null,
        version: (last?.version ?? 0) + 1,
        byId: by.id,
        byName: by.name,
        at: now,
      };
      const found = { factors, score, level, looker: mustLook, measures };
      await stores.risks.add({ ...own, ...found, signedBy: null, signedAt: null, remark: null });
      const text = `${appeal.number}：风险评估为${RISK_LEVEL_WORDS[level]}（${score} 分），请审阅。`;
      await tell(stores, appeal, { kind: 'risk', duties: [mustLook], text }, now);
      return {
        change: { riskLevel: level, riskUnsigned: true },
        facts: { people: factors.people, joined: factors.repeats },
        note: `${RISK_LEVEL_WORDS[level]}（${score} 分），由${ROLE_WORDS[mustLook]}审阅`,
      };
    });
  }

  sign(number: string, remark: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'risk', way: 'sign', version }, async ({ appeal, stores, now }) => {
      const last = await stores.risks.lastOf(appeal.id);
      if (!last) throw new Fault('refused', 'no-risk', '还没有做过风险评估。', '请先评估。');
      if (!maySign(last.looker, by.role))
        throw new Fault(
          'forbidden',
          'not-the-looker',
          `这一级风险由${ROLE_WORDS[last.looker]}审阅。`,
          `请${ROLE_WORDS[last.looker]}签“已阅”。`,
        );
      await stores.risks.sign(last.id, { signedBy: by.name, signedAt: now, remark });
      return { change: { riskUnsigned: false }, note: ['已阅', remark].filter(Boolean).join('：') };
    });
  }
}

/** Where no section has it, there is no head to look: then the deputy in charge. */
const lookerOf = (looker: RiskLooker, { unitId }: Pick<AppealEntity, 'unitId'>): RiskLooker =>
  looker === 'section-head' && unitId === null ? 'leader' : looker;
