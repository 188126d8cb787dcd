import type { ActBodies } from '@hub/contract';
import {
  DIMENSION_WORDS,
  DIMENSIONS,
  REVISIT_METHOD_WORDS,
  REVISIT_METHODS,
  SOLVED,
  SOLVED_WORDS,
  TRY_OUTCOMES,
  TRY_WORDS,
  type Dimension,
} from '@hub/domain';
import { Form, Input, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { dayOn, form, momentOf, type ActForm, type FieldsProps } from './act-form';
import { Choice, DayTo, LongText, Moment, Radios } from './fields';

type Body = ActBodies['revisit'];
/** 0 stands for 不了解. */
type Given = Pick<Body, 'method' | 'solved' | 'words'> & { at: Dayjs; scores?: Record<Dimension, number>; answers?: string[] };

const SCORES = [
  { value: 1, label: '1 很差' },
  { value: 2, label: '2' },
  { value: 3, label: '3' },
  { value: 4, label: '4' },
  { value: 5, label: '5 很好' },
  { value: 0, label: '不了解' },
];

const options = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }));

/** What to say, and beside each question what was answered. */
function Script({ view }: FieldsProps) {
  if (!view.script) return null;
  return (
    <>
      <p className="script">“{view.script.greeting}”</p>
      {view.script.questions.map((question, place) => (
        <Form.Item key={question} name={['answers', place]} label={question}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
        </Form.Item>
      ))}
    </>
  );
}

const Dimensions = () => (
  <fieldset className="dimensions">
    <legend>五个方面，您打几分（1 到 5 分）？</legend>
    {DIMENSIONS.map((one) => (
      <Form.Item
        key={one}
        name={['scores', one]}
        label={DIMENSION_WORDS[one]}
        rules={[{ required: true, message: `请问“${DIMENSION_WORDS[one]}”，不了解的点“不了解”。` }]}
      >
        <Segmented options={SCORES} size="small" />
      </Form.Item>
    ))}
  </fieldset>
);

function SheetFields({ view, unsatisfied }: FieldsProps & { unsatisfied?: boolean }) {
  return (
    <>
      <Radios name="method" label="方式" options={options(REVISIT_METHODS, REVISIT_METHOD_WORDS)} />
      <Moment name="at" label="回访时间" />
      <Script view={view} />
      <Radios name="solved" label="问题解决了吗" options={options(SOLVED, SOLVED_WORDS)} />
      <Dimensions />
      <LongText
        name="words"
        max={2000}
        label={unsatisfied ? '为什么不满意（原话）' : '反映人还说了什么'}
        optional={!unsatisfied}
        rows={2}
      />
      {view.script && <p className="script">“{view.script.closing}”</p>}
    </>
  );
}

const Satisfied = ({ view }: FieldsProps) => <SheetFields view={view} />;
const Unsatisfied = ({ view }: FieldsProps) => <SheetFields view={view} unsatisfied />;
const TryFields = () => (
  <>
    <Choice name="result" label="结果" options={options(TRY_OUTCOMES, TRY_WORDS)} />
    <Moment name="at" label="拨打时间" />
  </>
);
const PlanFields = () => <DayTo name="dueOn" label="回访日期" optional />;

const triesOf = ({ revisits }: FieldsProps['view']) => revisits.find(({ state }) => state === 'open')?.tries ?? 0;

const sheet = (outcome: 'satisfied' | 'unsatisfied', Fields: ActForm['Fields'], lead: string): ActForm =>
  form<'revisit', Given>({
    where: 'drawer',
    lead: () => lead,
    Fields,
    initial: () => ({ method: 'phone', at: dayjs() }),
    body: ({ at, scores, answers, ...rest }) => ({
      ...rest,
      outcome,
      at: momentOf(at),
      answers: answers?.map((one) => one ?? ''),
      scores: scores && Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, score || null])),
    }),
  });

/** Asking the citizen again: when, in vain, or what he said. */
export const revisitForms: Record<string, ActForm> = {
  'revisit.plan': form<'revisit', { dueOn?: Dayjs | null }>({
    where: 'dialog',
    Fields: PlanFields,
    body: ({ dueOn }) => ({ outcome: 'plan', dueOn: dueOn ? dayOn(dueOn) : undefined }),
  }),
  'revisit.try': form<'revisit', { result: Body['result']; at: Dayjs }>({
    where: 'dialog',
    lead: (view) => `已试 ${triesOf(view)} 次。三次、至少分在两天没有联系上的，按联系不上办结。`,
    Fields: TryFields,
    initial: () => ({ at: dayjs() }),
    body: ({ result, at }) => ({ outcome: 'try', result, at: momentOf(at) }),
  }),
  'revisit.satisfied': sheet('satisfied', Satisfied, '电话号码请在“反映人”里按理由查看。满意即办结。'),
  'revisit.unsatisfied': sheet('unsatisfied', Unsatisfied, '会生成申请重办，由办公室决定；系统同时建议督办。'),
};
