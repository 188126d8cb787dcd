import type { ActBodies } from '@hub/contract';
import { REVIEW_OUTCOME_WORDS } from '@hub/domain';
import { Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useUnits, useUsers } from '../../../lib/directory';
import { dayOn, form, type ActForm, type FieldsProps } from './act-form';
import { Choice, DayPast, DayTo, Line, LongText } from './fields';

function AssignmentFields({ view }: FieldsProps) {
  const units = useUnits();
  const users = useUsers();
  const unitId = Form.useWatch<string | undefined>('unitId');
  const handlers = (users.data ?? []).filter((one) => one.unitId === unitId && one.role === 'handler' && !one.disabled);
  return (
    <>
      <Choice
        name="unitId"
        label="主办单位"
        loading={units.isPending}
        options={(units.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        extra={view.suggestion?.unitId && `建议 ${view.suggestion.name}：${view.suggestion.reason}`}
      />
      <Choice
        name="handlerId"
        label="承办人"
        optional
        disabled={!unitId}
        placeholder="由单位自己定"
        options={handlers.map((one) => ({ value: one.id, label: one.name }))}
      />
      <LongText name="note" max={1000} label="给单位的话" optional rows={2} />
    </>
  );
}

function OtherUnit({ view }: FieldsProps) {
  const units = useUnits();
  const others = (units.data ?? []).filter((one) => one.id !== view.unitId);
  return (
    <Choice
      name="unitId"
      label="单位"
      loading={units.isPending}
      options={others.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

const Reason = () => <LongText name="reason" max={1000} label="理由" />;

const PartFields = ({ view }: FieldsProps) => (
  <>
    <OtherUnit view={view} />
    <LongText name="demand" max={1000} label="请它做什么" />
    <DayTo name="dueOn" label="请在哪天前提交意见" />
  </>
);
const OpinionFields = ({ view }: FieldsProps) => (
  <>
    {view.parts
      .filter(({ state }) => state === 'open')
      .map((part) => (
        <p key={part.unitId} className="act-lead">
          {part.unit}：{part.demand}（{part.dueOn} 前）
        </p>
      ))}
    <LongText name="text" max={15000} label="协办意见" rows={6} />
  </>
);
const ReleaseFields = ({ view }: FieldsProps) => (
  <>
    <Choice
      name="unitId"
      label="免去哪个单位"
      options={view.parts.filter(({ state }) => state === 'open').map((one) => ({ value: one.unitId, label: one.unit }))}
    />
    <Reason />
  </>
);
const ReassignFields = ({ view }: FieldsProps) => (
  <>
    <OtherUnit view={view} />
    <Reason />
  </>
);
const ReviewAskFields = () => (
  <>
    <Line name="authority" label="复查（复核）机关" />
    <DayPast name="askedOn" label="申请日期" />
    <LongText name="ground" max={2000} label="申请的理由" />
  </>
);
const ReviewDecisionFields = () => (
  <>
    <DayPast name="decidedOn" label="决定日期" />
    <Choice
      name="outcome"
      label="结论"
      options={Object.entries(REVIEW_OUTCOME_WORDS).map(([value, label]) => ({ value, label }))}
    />
    <LongText name="words" max={2000} label="决定的内容" />
  </>
);

interface Part {
  unitId: string;
  demand: string;
  dueOn: Dayjs;
}

/** Which unit works on the appeal, who helps it, and whether it is taken up again. */
export const handlingForms: Record<string, ActForm> = {
  assignment: form<'assignment'>({
    where: 'dialog',
    Fields: AssignmentFields,
    initial: (view) => ({ unitId: view.unitId ?? undefined }),
    body: (values) => values,
  }),
  return: form<'return'>({ where: 'dialog', Fields: Reason, body: ({ reason }) => ({ reason }) }),
  'return.confirm': form<'return'>({
    where: 'dialog',
    lead: (view) => `${view.returnedFrom?.name ?? ''}退单。同意后请另派单位。`,
    Fields: Reason,
    body: ({ reason }) => ({ decision: 'confirm', reason }),
  }),
  'return.refuse': form<'return'>({
    where: 'dialog',
    lead: (view) => `仍由${view.returnedFrom?.name ?? '原单位'}签收办理。`,
    Fields: Reason,
    body: ({ reason }) => ({ decision: 'refuse', reason }),
  }),
  'co-handling.add': form<'co-handling', Part>({
    where: 'drawer',
    lead: () => '主办单位要等协办意见齐了才能答复。',
    Fields: PartFields,
    initial: () => ({ dueOn: dayjs().add(7, 'day') }),
    body: ({ dueOn, ...rest }) => ({ ...rest, decision: 'add', dueOn: dayOn(dueOn) }),
  }),
  'co-handling.answer': form<'co-handling'>({
    where: 'drawer',
    Fields: OpinionFields,
    body: ({ text }) => ({ decision: 'answer', text }),
  }),
  'co-handling.release': form<'co-handling'>({
    where: 'dialog',
    Fields: ReleaseFields,
    body: (values) => ({ ...values, decision: 'release' }),
  }),
  ...Object.fromEntries(
    (['request', 'grant', 'refuse'] as const).map((decision) => [
      `reopening.${decision}`,
      form<'reopening', Pick<ActBodies['reopening'], 'reason'>>({
        where: 'dialog',
        ...(decision === 'refuse' && { lead: () => '理由会原样写在反映人的查询页上，请写给他看。' }),
        Fields: Reason,
        body: ({ reason }) => ({ decision, reason }),
      }),
    ]),
  ),
  'reopening.reassign': form<'reopening'>({
    where: 'dialog',
    Fields: ReassignFields,
    body: ({ unitId, reason }) => ({ decision: 'grant', unitId, reason }),
  }),
  'review.ask': form<'review', { authority: string; askedOn: Dayjs; ground: string }>({
    where: 'drawer',
    lead: () => '反映人收到答复起 30 日内可以申请复查，收到复查意见起 30 日内可以申请复核。',
    Fields: ReviewAskFields,
    body: ({ askedOn, ...rest }) => ({ ...rest, decision: 'ask', askedOn: dayOn(askedOn) }),
  }),
  'review.decide': form<'review', Omit<ActBodies['review'], 'decidedOn'> & { decidedOn: Dayjs }>({
    where: 'drawer',
    Fields: ReviewDecisionFields,
    body: ({ decidedOn, ...rest }) => ({ ...rest, decision: 'decide', decidedOn: dayOn(decidedOn) }),
  }),
};
