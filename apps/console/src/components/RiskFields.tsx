import { HEALTH, HEALTH_WORDS, MEDIA, MEDIA_WORDS, RISK_FACTOR_WORDS } from '@hub/domain';
import { Form, Input, InputNumber, Radio, Switch } from 'antd';

const Count = ({ name, min }: { name: 'people' | 'repeats' | 'daysLate' | 'dissatisfied'; min: number }) => (
  <Form.Item name={name} label={RISK_FACTOR_WORDS[name]} rules={[{ required: true, message: '请填数字。' }]}>
    <InputNumber min={min} precision={0} />
  </Form.Item>
);

function Level<T extends string>({
  name,
  values,
  words,
}: {
  name: 'media' | 'health';
  values: readonly T[];
  words: Record<T, string>;
}) {
  const label = RISK_FACTOR_WORDS[name];
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请填“${label}”。` }]}>
      <Radio.Group options={values.map((value) => ({ value, label: words[value] }))} />
    </Form.Item>
  );
}

/** The factors of a risk assessment and what is done about it; of one appeal or of a matter. */
export const RiskFields = () => (
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
    <Level name="media" values={MEDIA} words={MEDIA_WORDS} />
    <Level name="health" values={HEALTH} words={HEALTH_WORDS} />
    <Form.Item name="measures" label="化解措施（低风险可不填）">
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={2000} />
    </Form.Item>
  </>
);
