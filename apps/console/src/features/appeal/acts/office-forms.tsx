import { KIND_WORDS } from '@hub/domain';
import type { Dayjs } from 'dayjs';
import { Form } from 'antd';
import { useUnits, useUsers } from '../../../lib/directory';
import { useSession } from '../../../lib/session';
import { TOPICS, TRACKS } from '../../../lib/words';
import { dayOn, form, type ActForm, type FieldsProps } from './act-form';
import { Choice, DayTo, LongText } from './fields';
import type { ActBodies } from '@hub/contract';

const same = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));
const kinds = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

const AcceptanceFields = () => (
  <>
    <Choice name="kind" label="类型" options={kinds} />
    <Choice name="track" label="途径" options={same(TRACKS)} optional />
    <Choice name="topic" label="主题" options={same(TOPICS)} optional />
    <LongText name="note" max={1000} label="说明" optional rows={2} />
  </>
);

function NonAcceptanceFields() {
  const isLeader = useSession().role === 'leader';
  const users = useUsers(!isLeader);
  const leaders = (users.data ?? []).filter((one) => one.role === 'leader' && !one.disabled);
  return (
    <>
      <LongText name="ground" max={500} label="依据" placeholder="法规名称和条款，写进告知书" />
      <LongText name="rightPath" max={500} label="正确途径" placeholder="反映人该向谁、怎样提出" />
      {!isLeader && (
        <Choice
          name="consentBy"
          label="同意的局领导"
          loading={users.isPending}
          options={leaders.map((one) => ({ value: one.account, label: one.name }))}
          extra="不予受理须局领导同意，姓名写入历史。"
        />
      )}
    </>
  );
}

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

const Reason = () => <LongText name="reason" max={1000} label="理由" />;
const Note = () => <LongText name="note" max={1000} label="说明" optional rows={2} />;
const RevisitWords = () => <LongText name="words" max={2000} label="反映人怎么说" />;
const RevisitDay = () => <DayTo name="dueOn" label="回访日期" optional />;

/** Acts of the office on an appeal as a whole. */
export const officeForms: Record<string, ActForm> = {
  acceptance: form<'acceptance'>({
    where: 'dialog',
    Fields: AcceptanceFields,
    initial: (view) => ({ kind: view.kind, track: view.track ?? undefined, topic: view.topic ?? undefined }),
    body: (values) => values,
  }),
  'non-acceptance': form<'non-acceptance'>({
    where: 'drawer',
    lead: () => '反映人会收到告知书，写明依据和正确途径。',
    Fields: NonAcceptanceFields,
    body: (values) => values,
  }),
  assignment: form<'assignment'>({
    where: 'dialog',
    Fields: AssignmentFields,
    initial: (view) => ({ unitId: view.unitId ?? undefined }),
    body: (values) => values,
  }),
  'revisit.plan': form<'revisit', { dueOn?: Dayjs | null }>({
    where: 'dialog',
    Fields: RevisitDay,
    body: ({ dueOn }) => ({ outcome: 'plan', dueOn: dueOn ? dayOn(dueOn) : undefined }),
  }),
  'revisit.satisfied': form<'revisit'>({
    where: 'drawer',
    Fields: RevisitWords,
    body: ({ words }) => ({ outcome: 'satisfied', words }),
  }),
  'revisit.unsatisfied': form<'revisit'>({
    where: 'drawer',
    lead: () => '会生成申请重办，由办公室决定。',
    Fields: RevisitWords,
    body: ({ words }) => ({ outcome: 'unsatisfied', words }),
  }),
  ...Object.fromEntries(
    (['request', 'grant', 'refuse'] as const).map((decision) => [
      `reopening.${decision}`,
      form<'reopening'>({ where: 'dialog', Fields: Reason, body: ({ reason }) => ({ decision, reason }) }),
    ]),
  ),
  'closing.close': form<'closing'>({ where: 'dialog', Fields: Note, body: ({ note }) => ({ archive: false, note }) }),
  'closing.archive': form<'closing'>({
    where: 'dialog',
    lead: () => '归档后只读。需要再办请走申请重办。',
    Fields: Note,
    body: ({ note }) => ({ archive: true, note }),
  }),
  ...Object.fromEntries(
    (['withdrawal', 'discard', 'restore', 'return'] as const).map((act) => [
      act,
      form<typeof act, ActBodies['discard']>({ where: 'dialog', Fields: Reason, body: ({ reason }) => ({ reason }) }),
    ]),
  ),
};
