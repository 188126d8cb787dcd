import { GROUND_WORDS, SUPERVISION_GROUNDS } from '@hub/domain';
import { Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useUsers } from '../../../lib/directory';
import { useSession } from '../../../lib/session';
import { dayOn, form, type ActForm, type FieldsProps } from './act-form';
import { Choice, DayTo, LongText } from './fields';
import type { ActBodies } from '@hub/contract';

type Body = ActBodies['supervision'];
interface Issue extends Pick<Body, 'ground' | 'reason' | 'demand' | 'orderedBy'> {
  dueOn: Dayjs;
}

/** What rules suggested fills in reason and demand once its ground is chosen. */
function IssueFields({ view }: FieldsProps) {
  const { role } = useSession();
  const isLeader = role === 'leader' || role === 'director';
  const users = useUsers(!isLeader);
  const fields = Form.useFormInstance();
  const suggested = view.orders.filter(({ state }) => state === 'suggested');
  const leaders = (users.data ?? []).filter((one) => (one.role === 'leader' || one.role === 'director') && !one.disabled);
  const take = (ground: string) => {
    const found = suggested.find((one) => one.ground === ground);
    if (found) fields.setFieldsValue({ reason: found.reason, demand: found.demand });
  };
  return (
    <>
      {suggested.map((one) => (
        <p key={one.ground} className="act-lead">
          系统建议：{one.groundName}（{one.reason}）
        </p>
      ))}
      <Choice
        name="ground"
        label="督办事由"
        options={SUPERVISION_GROUNDS.map((value) => ({ value, label: GROUND_WORDS[value] }))}
        onChange={take}
      />
      <LongText name="reason" max={1000} label="情况" rows={2} />
      <LongText name="demand" max={2000} label="督办要求" />
      <DayTo name="dueOn" label="请在哪天前答复" />
      {!isLeader && (
        <Choice
          name="orderedBy"
          label="交办的局领导"
          loading={users.isPending}
          options={leaders.map((one) => ({ value: one.account, label: one.name }))}
          extra="局办公室按局领导的交办发督办单，由该领导办结。"
        />
      )}
    </>
  );
}

/** Asked only where there are several. */
function WhichOrder({ view, of }: FieldsProps & { of: (order: FieldsProps['view']['orders'][number]) => boolean }) {
  const orders = view.orders.filter((one) => of(one) && one.number);
  return (
    <>
      {orders.map((one) => (
        <p key={one.number} className="act-lead">
          {one.number}：{one.demand}（{one.dueOn} 前）
        </p>
      ))}
      {orders.length > 1 && (
        <Choice name="order" label="督办单" options={orders.map((one) => ({ value: one.number!, label: one.number! }))} />
      )}
    </>
  );
}

const AnswerFields = ({ view }: FieldsProps) => (
  <>
    <WhichOrder view={view} of={({ state }) => state === 'open'} />
    <LongText name="text" max={15000} label="对督办单的答复" rows={5} />
  </>
);
const RemindFields = ({ view }: FieldsProps) => (
  <>
    <WhichOrder view={view} of={({ state }) => state === 'open'} />
    <LongText name="words" max={1000} label="催办的话" optional rows={2} />
  </>
);
const CloseFields = ({ view }: FieldsProps) => (
  <>
    <WhichOrder view={view} of={({ mayClose }) => mayClose} />
    {view.orders
      .filter(({ mayClose, answer }) => mayClose && answer)
      .map((one) => (
        <p key={one.number} className="act-lead words">
          {one.answeredBy}：{one.answer}
        </p>
      ))}
    <LongText name="words" max={1000} label="办结意见" />
  </>
);
const DismissFields = ({ view }: FieldsProps) => (
  <>
    <Choice
      name="ground"
      label="哪一项建议"
      options={view.orders
        .filter(({ state }) => state === 'suggested')
        .map((one) => ({ value: one.ground, label: `${one.groundName}（${one.reason}）` }))}
    />
    <LongText name="words" max={1000} label="不予督办的理由" />
  </>
);

/** Supervision orders: issued, answered, reminded of, closed. */
export const supervisionForms: Record<string, ActForm> = {
  'supervision.issue': form<'supervision', Issue>({
    where: 'drawer',
    lead: () => '承办单位会收到提醒；答复后由发出的领导办结。办结前一律回访。',
    Fields: IssueFields,
    initial: (view) => {
      const [first] = view.orders.filter(({ state }) => state === 'suggested');
      return { ground: first?.ground, reason: first?.reason, demand: first?.demand, dueOn: dayjs().add(5, 'day') };
    },
    body: ({ dueOn, ...rest }) => ({ ...rest, decision: 'issue', dueOn: dayOn(dueOn) }),
  }),
  'supervision.answer': form<'supervision'>({
    where: 'drawer',
    Fields: AnswerFields,
    body: (values) => ({ ...values, decision: 'answer' }),
  }),
  'supervision.remind': form<'supervision'>({
    where: 'dialog',
    Fields: RemindFields,
    body: (values) => ({ ...values, decision: 'remind' }),
  }),
  'supervision.close': form<'supervision'>({
    where: 'dialog',
    Fields: CloseFields,
    body: (values) => ({ ...values, decision: 'close' }),
  }),
  'supervision.dismiss': form<'supervision'>({
    where: 'dialog',
    lead: () => '同样的事由不会再建议。',
    Fields: DismissFields,
    body: (values) => ({ ...values, decision: 'dismiss' }),
  }),
};
