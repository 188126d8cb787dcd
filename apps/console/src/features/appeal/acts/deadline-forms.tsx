import type { ActBodies, AppealView } from '@hub/contract';
import {
  deliveryNeedsNote,
  MILESTONE_WORDS,
  OTHER_DELIVERIES,
  REPLY_DELIVERIES,
  REPLY_DELIVERY_WORDS,
  type ReplyDelivery,
} from '@hub/domain';
import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { dayWord } from '../../../lib/dates';
import { useWaiverReasons } from '../../../lib/directory';
import { dayOn, form, type ActForm, type FieldsProps } from './act-form';
import { Choice, LongText, Radios } from './fields';

function WaiverFields({ view }: FieldsProps) {
  const reasons = useWaiverReasons();
  const milestone = Form.useWatch<'contact' | 'site' | undefined>('milestone');
  const open = view.lamps.filter((lamp) => lamp.name !== 'reply' && lamp.state !== 'done' && lamp.state !== 'waived');
  const listed = (milestone && reasons.data?.[milestone]) ?? [];
  return (
    <>
      <Radios
        name="milestone"
        label="节点"
        options={open.map((lamp) => ({ value: lamp.name, label: MILESTONE_WORDS[lamp.name] }))}
      />
      <Choice
        name="reason"
        label="事由"
        loading={reasons.isPending}
        disabled={!milestone}
        options={listed.map((value) => ({ value, label: value }))}
        extra="免办在统计中单列。"
      />
      <LongText name="remark" label="说明" optional max={1000} rows={2} />
    </>
  );
}

const lastAsked = ({ extensions }: AppealView) => extensions.findLast((one) => one.state === 'asked');

function AskFields({ view }: FieldsProps) {
  const reply = view.lamps.find((lamp) => lamp.name === 'reply')!;
  return (
    <>
      <Form.Item
        name="newDueOn"
        label="延到"
        rules={[{ required: true, message: '请填“延到”。' }]}
        extra={`现在的答复期限是${dayWord(reply.dueOn)}，最晚可延到${dayWord(view.extensionUntil)}；超过法定办结日（${dayWord(view.statutory.finishBy)}）的，由局主要领导批。`}
      >
        <DatePicker
          format="YYYY-MM-DD"
          className="full"
          disabledDate={(day) => day.isBefore(dayjs(), 'day') || dayOn(day) <= reply.dueOn || dayOn(day) > view.extensionUntil}
        />
      </Form.Item>
      <LongText name="reason" label="理由" max={500} extra="会写进给反映人的信里。" />
    </>
  );
}

const OtherwiseFields = () => (
  <>
    <Choice
      name="delivery"
      label="怎样答复"
      options={OTHER_DELIVERIES.map((value) => ({ value, label: REPLY_DELIVERY_WORDS[value] }))}
    />
    <LongText name="note" label="答复记录" max={1000} rows={2} extra="何时、告诉了谁、对方怎么说。" />
  </>
);

const AUTO = 'auto';

function ReplyFields({ view }: FieldsProps) {
  const delivery = Form.useWatch<ReplyDelivery | typeof AUTO | undefined>('delivery');
  const noted = delivery !== undefined && delivery !== AUTO && deliveryNeedsNote(delivery);
  return (
    <>
      <div className="words reply-preview">{view.draft?.text}</div>
      <Choice
        name="delivery"
        label="怎样答复"
        options={[
          { value: AUTO, label: view.person.replyBy },
          ...REPLY_DELIVERIES.filter((way) => way !== 'site' || view.person.replySite).map((value) => ({
            value,
            label: REPLY_DELIVERY_WORDS[value],
          })),
        ]}
      />
      {delivery !== AUTO && (
        <LongText
          name="note"
          label="答复记录"
          optional={!noted}
          max={1000}
          rows={2}
          extra="何时、告诉了谁、对方怎么说；寄信的写挂号信号码。"
        />
      )}
    </>
  );
}

/** What moves or ends a clock: waivers, extensions, an answer that never came, the reply itself. */
export const deadlineForms: Record<string, ActForm> = {
  waivers: form<'waivers'>({ where: 'dialog', Fields: WaiverFields, body: (values) => values }),
  'extension.ask': form<'extension', { newDueOn: Dayjs; reason: string }>({
    where: 'dialog',
    Fields: AskFields,
    body: ({ newDueOn, reason }) => ({ decision: 'ask', newDueOn: dayOn(newDueOn), reason }),
  }),
  'extension.approve': form<'extension'>({
    where: 'dialog',
    lead: (view) => {
      const asked = lastAsked(view);
      return asked
        ? `${asked.askedBy}申请把答复期限从${dayWord(asked.oldDueOn)}延到${dayWord(asked.newDueOn)}：${asked.reason}。同意后告知反映人。`
        : '';
    },
    Fields: () => <LongText name="words" label="批示" optional max={1000} rows={2} />,
    body: ({ words }) => ({ decision: 'approve', words }),
  }),
  'extension.refuse': form<'extension'>({
    where: 'dialog',
    Fields: () => <LongText name="words" label="理由" max={1000} extra="承办人会看到。" />,
    body: ({ words }) => ({ decision: 'refuse', words }),
  }),
  'supplement.none': form<'supplement'>({
    where: 'dialog',
    lead: () => '反映人到期没有补充，按现有情况继续办理。',
    Fields: () => <LongText name="text" label="说明" max={1000} rows={2} />,
    body: ({ text }) => ({ text, none: true }),
  }),
  reply: form<'reply', { delivery: ReplyDelivery | typeof AUTO; note?: string }>({
    where: 'dialog',
    lead: (view) => `发给${view.person.name || '反映人'}：${view.person.replyBy}。发出后不能收回。`,
    Fields: ReplyFields,
    initial: () => ({ delivery: AUTO }),
    body: ({ delivery, note }): ActBodies['reply'] => (delivery === AUTO ? {} : { delivery, ...(note ? { note } : {}) }),
  }),
  'reply.otherwise': form<'reply'>({
    where: 'dialog',
    lead: () => '答复没有送到。已用别的方式告知的，在这里记下，答复期限到此为止。',
    Fields: OtherwiseFields,
    body: ({ delivery, note }) => ({ delivery, note, otherwise: true }),
  }),
};
