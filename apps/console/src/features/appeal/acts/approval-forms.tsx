import type { ActBodies, LeakReviewView } from '@hub/contract';
import { Form } from 'antd';
import { Leaks } from '../../../components/Leaks';
import { form, type ActForm, type FieldsProps } from './act-form';
import { Choice, LongText, Radios } from './fields';

const PassFields = ({ view }: FieldsProps) => (
  <>
    <Leaks hits={view.draftLeaks} />
    <LongText name="leakReason" max={1000} label="为什么可以发出" extra="写进历史。没有必要的，请退回修改。" />
    <LongText name="reason" max={1000} label="审核意见" optional rows={2} />
  </>
);
const SendBackFields = () => <LongText name="reason" label="理由" max={1000} extra="承办人会看到。" />;

const READERS = [
  { value: 'department', label: '外单位' },
  { value: 'citizen', label: '反映人' },
];

function AskFields() {
  const audience = Form.useWatch<string | undefined>('audience');
  return (
    <>
      <Radios name="audience" label="发给谁" options={READERS} />
      <LongText name="text" max={15000} label={audience === 'department' ? '事由摘要' : '正文'} rows={5} />
      {audience === 'department' && <LongText name="grounds" max={480} label="转交理由" rows={2} />}
    </>
  );
}

const asked = (view: FieldsProps['view']): LeakReviewView[] => view.leakReviews.filter(({ state }) => state === 'asked');

function DecideFields({ view }: FieldsProps) {
  const id = Form.useWatch<number | undefined>('id');
  const chosen = asked(view).find((one) => one.id === id);
  return (
    <>
      <Choice
        name="id"
        label="哪一条"
        options={asked(view).map((one) => ({ value: one.id, label: `${one.askedBy}：${one.text.slice(0, 30)}` }))}
      />
      {chosen && (
        <>
          <div className="words reply-preview">{chosen.text}</div>
          <Leaks hits={chosen.hits} />
        </>
      )}
      <Radios
        name="decision"
        label="意见"
        options={[
          { value: 'allow', label: '准予发出' },
          { value: 'refuse', label: '不准发出' },
        ]}
      />
      <LongText name="reason" max={1000} label="理由" />
    </>
  );
}

interface Asked {
  audience: 'citizen' | 'department';
  text: string;
  grounds?: string;
}

/** The very parts that the act will send, so that what was let go is what goes. */
const partsOf = ({ audience, text, grounds }: Asked) =>
  audience === 'department'
    ? [
        { where: '摘要', text },
        { where: '理由', text: grounds ?? '' },
      ]
    : [{ where: '正文', text }];

/** Agreeing to an answer, and letting a text go that tells something. */
export const approvalForms: Record<string, ActForm> = {
  'approval.pass': form<'approval'>({
    where: 'dialog',
    lead: () => '这份答复里有身份信息，通过就是同意发出。',
    Fields: PassFields,
    body: ({ reason, leakReason }) => ({ decision: 'pass', reason, leakReason }),
  }),
  'approval.send-back': form<'approval'>({
    where: 'dialog',
    Fields: SendBackFields,
    body: ({ reason }) => ({ decision: 'send-back', reason }),
  }),
  'leak-review.ask': form<'leak-review', Asked>({
    where: 'drawer',
    lead: () => '文字里有身份信息又确有必要发出的，请第二人复核。复核的是这一段文字，改动后须再提。',
    Fields: AskFields,
    initial: () => ({ audience: 'department' }),
    body: (values) => ({ decision: 'ask', audience: values.audience, parts: partsOf(values) }),
  }),
  'leak-review.decide': form<'leak-review', Pick<ActBodies['leak-review'], 'id' | 'decision' | 'reason'>>({
    where: 'drawer',
    Fields: DecideFields,
    initial: (view) => ({ id: asked(view)[0]?.id }),
    body: (values) => values,
  }),
};
