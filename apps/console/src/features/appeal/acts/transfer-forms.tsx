import { longDate } from '@hub/domain';
import type { ActBodies, AppealView } from '@hub/contract';
import { Checkbox, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useDepartments } from '../../../lib/directory';
import { LeakPreview } from '../composer/DraftLeaks';
import { dayOn, form, type ActForm, type FieldsProps } from './act-form';
import { Choice, DayPast, Line, LongText, Radios } from './fields';

const filesOf = (view: AppealView) => [
  ...view.messages.flatMap((message) => message.attachments),
  ...view.files,
  ...view.siteVisits.flatMap((visit) => visit.photos),
  ...view.files,
];

function OutFields({ view }: FieldsProps) {
  const departments = useDepartments();
  const fields = Form.useFormInstance();
  const chosen = Form.useWatch<string | undefined>('departmentId', fields);
  const summary = Form.useWatch<string | undefined>('summary', fields) ?? '';
  const reason = Form.useWatch<string | undefined>('reason', fields) ?? '';
  const attachments = Form.useWatch<number[] | undefined>('attachments', fields) ?? [];
  const share = Form.useWatch<boolean | undefined>('shareIdentity', fields);
  const department = departments.data?.find((one) => one.id === chosen);
  const files = filesOf(view);
  return (
    <>
      <Choice
        name="departmentId"
        label="外单位"
        loading={departments.isPending}
        options={(departments.data ?? []).map((one) => ({
          value: one.id,
          label: one.email ? one.name : `${one.name}（没有邮箱）`,
        }))}
        extra={view.suggestion?.departmentId && `建议 ${view.suggestion.name}：${view.suggestion.reason}`}
      />
      <Radios
        name="delivery"
        label="怎样送达"
        options={[
          { value: 'mail', label: '发邮件，附签收链接' },
          { value: 'paper', label: '打印送达' },
        ]}
        extra={department && !department.email ? '这个单位没有登记邮箱，请选打印送达。' : undefined}
      />
      <LongText name="summary" max={15000} label="事由摘要" rows={5} extra="写进转交函。不要写反映人的姓名、电话、住址。" />
      <LongText name="reason" max={480} label="转交理由" rows={2} />
      {files.length > 0 && (
        <Form.Item
          name="attachments"
          label="随函附件（可不选）"
          extra="来件原文不随函。照片会去掉拍摄地点和时间；看得出反映人是谁的，请不要选。"
        >
          <Checkbox.Group className="column" options={files.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <LeakPreview
        number={view.number}
        question={{
          audience: 'department',
          parts: [
            { where: '摘要', text: summary },
            { where: '理由', text: reason },
          ],
          attachments,
        }}
      />
      {view.secrecy === 'named' && (
        <Form.Item name="shareIdentity" valuePropName="checked" extra="只在反映人同意时勾选。">
          <Checkbox>把反映人的姓名和电话告诉对方</Checkbox>
        </Form.Item>
      )}
      {share && <LongText name="consent" max={480} label="反映人怎样同意的" rows={2} placeholder="如：11月24日电话中本人同意" />}
    </>
  );
}

const Officer = ({ optional }: { optional?: boolean }) => (
  <>
    <Line name="officer" label="对方经办人" optional={optional ?? false} />
    <Line name="phone" label="对方电话" optional />
  </>
);

const ReceiptFields = () => (
  <>
    <Officer />
    <DayPast name="on" label="哪天签收" />
  </>
);
const ObjectionFields = ({ view }: FieldsProps) => {
  const by = view.transfers.at(-1)?.objectBy;
  return (
    <>
      <LongText name="reason" max={480} label="对方的理由和依据" rows={4} extra={by && `须在${longDate(by)}以前提出。`} />
      <Officer optional />
      <DayPast name="on" label="哪天提出" />
    </>
  );
};
const ReplyFields = () => (
  <>
    <LongText name="answer" max={15000} label="外单位怎样答复" rows={6} extra="先记下来，下一步再转告反映人。" />
    <Officer optional />
    <DayPast name="on" label="哪天答复" />
  </>
);
const AnswerFields = () => (
  <LongText
    name="answer"
    max={15000}
    label="转告反映人的答复"
    rows={6}
    extra="前面会加一句由哪个单位办理；外单位的附件不随信寄出。请看一遍：不要带出别的反映人，说法要让人看得懂。"
  />
);
const BackFields = () => <LongText name="reason" max={480} label="理由" />;

type Said = Pick<ActBodies['transfer'], 'officer' | 'phone' | 'reason' | 'answer'> & { on: Dayjs };
const said = (
  outcome: 'receipt' | 'objection' | 'reply',
  { on, officer, phone, reason, answer }: Said,
): ActBodies['transfer'] => ({
  outcome,
  on: dayOn(on),
  ...(officer ? { officer } : {}),
  ...(phone ? { phone } : {}),
  ...(reason ? { reason } : {}),
  ...(answer ? { answer } : {}),
});
const onToday = () => ({ on: dayjs() });

const letter = (outcome: 'out' | 'designate', { shareIdentity, consent, attachments, ...rest }: ActBodies['transfer']) => ({
  ...rest,
  outcome,
  ...(attachments?.length ? { attachments } : {}),
  ...(shareIdentity && consent ? { shareIdentity, consent } : {}),
});

export const transferForms: Record<string, ActForm> = {
  'transfer.out': form<'transfer'>({
    where: 'drawer',
    lead: () => '函中没有反映人身份。反映人会收到去向告知。',
    confirm: '发出转交函',
    Fields: OutFields,
    initial: () => ({ delivery: 'mail' }),
    body: (values) => letter('out', values),
  }),
  'transfer.designate': form<'transfer'>({
    where: 'drawer',
    lead: () => '外单位已退回两次。由您指定以后，对方不能再提异议。归本局办的，请改用“派单”。',
    confirm: '指定并发出转交函',
    Fields: OutFields,
    initial: () => ({ delivery: 'mail' }),
    body: (values) => letter('designate', values),
  }),
  'transfer.receipt': form<'transfer', Said>({
    where: 'dialog',
    Fields: ReceiptFields,
    initial: onToday,
    body: (values) => said('receipt', values),
  }),
  'transfer.objection': form<'transfer', Said>({
    where: 'dialog',
    lead: () => '登记后来件退回办公室，反映人会收到告知。第二次退回的，由局领导指定。',
    Fields: ObjectionFields,
    initial: onToday,
    body: (values) => said('objection', values),
  }),
  'transfer.reply': form<'transfer', Said>({
    where: 'drawer',
    Fields: ReplyFields,
    initial: onToday,
    body: (values) => said('reply', values),
  }),
  'transfer.link': form<'transfer'>({
    where: 'dialog',
    lead: (view) => `再给${view.department ?? '外单位'}发一封转交函，带新的链接。旧链接马上作废。`,
    confirm: '重发',
    Fields: null,
    body: () => ({ outcome: 'link' }),
  }),
  'transfer.answer': form<'transfer'>({
    where: 'drawer',
    Fields: AnswerFields,
    initial: (view) => ({ answer: view.transfers.at(-1)?.reply ?? '' }),
    body: ({ answer }) => ({ outcome: 'answer', answer }),
  }),
  'transfer.take-back': form<'transfer'>({
    where: 'dialog',
    Fields: BackFields,
    body: ({ reason }) => ({ outcome: 'take-back', reason }),
  }),
};
