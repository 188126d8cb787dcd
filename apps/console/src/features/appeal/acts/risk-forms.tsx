import type { ActBodies } from '@hub/contract';
import { RiskFields } from '../../../components/RiskFields';
import { form, type ActForm, type FieldsProps } from './act-form';
import { LongText } from './fields';

type Body = Omit<ActBodies['risk'], 'decision'>;

/** What is to be signed stands above the signature. */
function SignFields({ view }: FieldsProps) {
  const [last] = view.risks;
  return (
    <>
      {last && (
        <p className="act-lead words">
          {last.by}评为{last.levelName}（{last.score} 分）：
          {last.parts.map(({ name, points }) => `${name} ${points} 分`).join('，') || '各项都没有分'}。
          {last.measures && `措施：${last.measures}`}
        </p>
      )}
      <LongText name="remark" max={1000} label="批示" optional rows={2} />
    </>
  );
}

/** The risk of conflict: assessed, and signed by whoever must look. */
export const riskForms: Record<string, ActForm> = {
  'risk.assess': form<'risk', Body>({
    where: 'drawer',
    lead: () => '已按来信和办理情况预填，请核对改正。等级由系统按分数定，并送该审阅的人。',
    Fields: RiskFields,
    initial: (view) => ({ ...(view.riskGuess ?? {}), measures: view.risks[0]?.measures }),
    body: (values) => ({ ...values, decision: 'assess' }),
  }),
  'risk.sign': form<'risk', Body>({ where: 'dialog', Fields: SignFields, body: ({ remark }) => ({ decision: 'sign', remark }) }),
};
