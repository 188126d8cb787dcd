import { CONTACT_OUTCOMES, CONTACT_WORDS } from '@hub/domain';
import { Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ActBodies } from '@hub/contract';
import { useUsers } from '../../../lib/directory';
import { contactMethods } from '../../../lib/words';
import { dayOn, form, momentOf, type ActForm, type FieldsProps } from './act-form';
import { DayTo, Line, LongText, Moment, Radios } from './fields';

const methods = Object.entries(contactMethods).map(([value, label]) => ({ value, label }));
const outcomes = CONTACT_OUTCOMES.map((value) => ({ value, label: CONTACT_WORDS[value] }));

const ContactFields = ({ view }: FieldsProps) => (
  <>
    <Radios name="method" label="怎样联系" options={methods} />
    <Line name="called" label="拨打的号码" optional extra={`只存打码后的号码；不填按反映人留的${view.person.phone}。`} />
    <Moment name="at" label="何时" />
    <Radios name="outcome" label="结果" options={outcomes} extra="没有接通的，分在两天以上试满三次，记为联系不上，也算完成。" />
    <LongText name="words" max={2000} label="说了什么" />
  </>
);

function SiteFields({ view }: FieldsProps) {
  const users = useUsers();
  const names = (users.data ?? [])
    .filter((one) => one.unitId && one.unitId === view.unitId && !one.disabled)
    .map((one) => one.name);
  return (
    <>
      <Form.Item
        name="officers"
        label="到场人员"
        extra="至少两人；不在名单里的可直接写姓名，按 Enter。"
        rules={[{ required: true, type: 'array', min: 2, message: '现场调查须两人以上到场。' }]}
      >
        <Select
          mode="tags"
          tokenSeparators={['、', '，', ',', ' ']}
          options={names.map((name) => ({ value: name, label: name }))}
        />
      </Form.Item>
      <Moment name="at" label="何时" />
      <Line name="place" label="地点" />
      <LongText name="findings" max={15000} label="所见" rows={6} placeholder="看到、听到、测到什么；只写事实" />
    </>
  );
}

const QuestionFields = () => (
  <>
    <LongText name="text" max={2000} label="请反映人补充什么" rows={4} extra="会发给反映人。" />
    <DayTo name="dueOn" label="请在哪天前补充" />
  </>
);
const SupplementFields = () => <LongText name="text" max={15000} label="补充了什么" rows={4} />;

interface WithMoment {
  at: Dayjs;
}

/** Acts of the section that handles the appeal, and of those who approve its reply. */
export const sectionForms: Record<string, ActForm> = {
  'contact-records': form<'contact-records', Omit<ActBodies['contact-records'], 'at'> & WithMoment>({
    where: 'drawer',
    Fields: ContactFields,
    initial: () => ({ method: 'phone', at: dayjs() }),
    body: ({ at, ...rest }) => ({ ...rest, at: momentOf(at) }),
  }),
  'site-records': form<'site-records', Omit<ActBodies['site-records'], 'at'> & WithMoment>({
    where: 'drawer',
    Fields: SiteFields,
    initial: (view) => ({ at: dayjs(), place: view.place, officers: view.handler ? [view.handler] : [] }),
    body: ({ at, ...rest }) => ({ ...rest, at: momentOf(at) }),
  }),
  question: form<'question', { text: string; dueOn: Dayjs }>({
    where: 'drawer',
    Fields: QuestionFields,
    initial: () => ({ dueOn: dayjs().add(7, 'day') }),
    body: ({ text, dueOn }) => ({ text, dueOn: dayOn(dueOn) }),
  }),
  supplement: form<'supplement'>({ where: 'drawer', Fields: SupplementFields, body: (values) => values }),
};
