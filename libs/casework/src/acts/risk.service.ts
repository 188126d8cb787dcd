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
import type { AppealEntity, Stores } from '@hub/persistence';
import { assessedWith, shareRisk, tellLookers } from '../matters/share-risk';
import { OFFICE } from '../tokens';
import { CaseActs } from './case-act';

export interface RiskForm extends RiskFactors {
  readonly measures: string;
}

interface Known {
  readonly appeal: Pick<AppealEntity, 'dueOn'>;
  readonly messages: readonly { readonly direction: string; readonly text: string }[];
  readonly unsatisfied: number;
  /** How many appeals its matter has, this one included. */
  readonly joined: number;
}

/** The first filling of the form (domain: guessRisk), from what stands in the file. */
export function riskGuess({ appeal, messages, unsatisfied, joined }: Known, today: Day): RiskFactors {
  const letters = messages.filter(({ direction }) => direction === 'in');
  return guessRisk({
    text: letters
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 20_000),
    letters: Math.max(joined, letters.length),
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
    return this.acts.perform({ number, by, act: 'risk', way: 'assess', version }, async (context) => {
      const { appeal, stores, now } = context;
      const { score, level, looker } = scoreRisk(factors, this.office.risk);
      if (level !== 'low' && !measures.trim())
        throw new Fault('invalid', 'measures', `${RISK_LEVEL_WORDS[level]}要写化解措施。`, '请写谁在什么时候做什么。');
      const { matter, others } = await assessedWith(context, measures);
      const mustLook = lookerOf(looker, [appeal, ...others]);
      const last = await stores.risks.lastOf(appeal.id);
      const own = { appealId: appeal.id, matterId: matter?.id ?? null, sharedFrom: null, version: (last?.version ?? 0) + 1 };
      const found = { factors, score, level, looker: mustLook, measures, byId: by.id, byName: by.name, at: now };
      const risk = { ...own, ...found, signedBy: null, signedAt: null, remark: null };
      const id = await stores.risks.add(risk);
      const said = `${RISK_LEVEL_WORDS[level]}（${score} 分）`;
      const note = `${matter ? `${matter.number}：` : ''}${said}，由${ROLE_WORDS[mustLook]}审阅`;
      await shareRisk(others, { ...risk, id }, note, stores);
      const text = `${matter ? `事项 ${matter.number}` : appeal.number}：风险评估为${said}，请审阅。`;
      await tellLookers(stores, [appeal, ...others], mustLook, text, now);
      return {
        change: { riskLevel: level, riskUnsigned: true },
        facts: { people: factors.people, joined: factors.repeats },
        note,
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
      const note = ['已阅', remark].filter(Boolean).join('：');
      const origin = last.sharedFrom ?? last.id;
      const others = await otherFiles(origin, appeal.id, stores);
      await stores.risks.sign(origin, { signedBy: by.name, signedAt: now, remark });
      const line = { act: 'risk' as const, way: 'sign', byId: by.id, byName: by.name, at: now, note };
      for (const other of others) await stores.appeals.keep(other, { riskUnsigned: false }, line);
      return { change: { riskUnsigned: false }, note };
    });
  }
}

/** Where no section has it, there is no head to look: then the deputy in charge. */
const lookerOf = (looker: RiskLooker, appeals: readonly Pick<AppealEntity, 'unitId'>[]): RiskLooker =>
  looker === 'section-head' && appeals.every(({ unitId }) => unitId === null) ? 'leader' : looker;

/** The other appeals whose last assessment is this very one, held. */
async function otherFiles(origin: number, id: number, stores: Stores): Promise<AppealEntity[]> {
  const ids = (await stores.risks.appealsWith(origin)).filter((one) => one !== id);
  const last = await stores.risks.lastOfAll(ids);
  const held: AppealEntity[] = [];
  for (const one of ids.sort((a, b) => a - b)) {
    const risk = last.get(one)!;
    if ((risk.sharedFrom ?? risk.id) === origin) held.push(await stores.appeals.holdById(one));
  }
  return held.filter(({ riskUnsigned }) => riskUnsigned);
}
