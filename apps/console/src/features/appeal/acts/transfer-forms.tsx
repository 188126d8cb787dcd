import { useDepartments } from '../../../lib/directory';
import { form, type ActForm, type FieldsProps } from './act-form';
import { Choice, LongText } from './fields';

function OutFields({ view }: FieldsProps) {
  const departments = useDepartments();
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
      <LongText name="summary" max={15000} label="事由摘要" rows={5} extra="写进转交函。不要写反映人的姓名、电话、住址。" />
      <LongText name="reason" max={480} label="转交理由" rows={2} />
    </>
  );
}

const AnswerFields = () => <LongText name="answer" max={15000} label="外单位怎样答复" rows={6} extra="会转告反映人。" />;
const BackFields = () => <LongText name="reason" max={480} label="理由" />;

export const transferForms: Record<string, ActForm> = {
  'transfer.out': form<'transfer'>({
    where: 'drawer',
    lead: () => '函中没有反映人身份。反映人会收到去向告知。',
    confirm: '发出转交函',
    Fields: OutFields,
    body: ({ departmentId, summary, reason }) => ({ outcome: 'out', departmentId, summary, reason }),
  }),
  'transfer.answer': form<'transfer'>({
    where: 'drawer',
    Fields: AnswerFields,
    body: ({ answer }) => ({ outcome: 'answer', answer }),
  }),
  'transfer.take-back': form<'transfer'>({
    where: 'dialog',
    Fields: BackFields,
    body: ({ reason }) => ({ outcome: 'take-back', reason }),
  }),
};
