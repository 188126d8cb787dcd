import type { ActBodies } from '@hub/contract';
import { HEALTH, HEALTH_WORDS, MEDIA, MEDIA_WORDS, RISK_FACTOR_WORDS } from '@hub/domain';
import { Form, InputNumber, Switch } from 'antd';
import { form, type ActForm, type FieldsProps } from './act-form';
import { LongText, Radios } from './fields';

type Body = Omit<ActBodies['risk'], 'decision'>;

const Count = ({ name, min }: { name: 'people' | 'repeats' | 'daysLate' | 'dissatisfied'; min: number }) => (
  <Form.Item name={name} label={RISK_FACTOR_WORDS[name]} rules={[{ required: true, message: '请填数字。' }]}>
    <InputNumber min={min} precision={0} />
  </Form.Item>
);

const options = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }));

const AssessFields = () => (
  <>
    <div className="fields two">
      <Count name="people" min={1} />
      <Count name="repeats" min={1} />
      <Count name="daysLate" min={0} />
      <Count name="dissatisfied" min={0} />
    </div>
    <Form.Item name="group" label={RISK_FACTOR_WORDS.group} valuePropName="checked">
      <Switch checkedChildren="是" unCheckedChildren="不是" />
    </Form.Item>
    <Radios name="media" label={RISK_FACTOR_WORDS.media} options={options(MEDIA, MEDIA_WORDS)} />
    <Radios name="health" label={RISK_FACTOR_WORDS.health} options={options(HEALTH, HEALTH_WORDS)} />
    <LongText name="measures" max={2000} label="化解措施（低风险可不填）" optional rows={3} />
  </>
);

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
    Fields: AssessFields,
    initial: (view) => ({ ...(view.riskGuess ?? {}), measures: view.risks[0]?.measures }),
    body: (values) => ({ ...values, decision: 'assess' }),
  }),
  'risk.sign': form<'risk', Body>({ where: 'dialog', Fields: SignFields, body: ({ remark }) => ({ decision: 'sign', remark }) }),
};
