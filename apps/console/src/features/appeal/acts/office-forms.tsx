import type { ActBodies, AppealView } from '@hub/contract';
import { KIND_WORDS, TOPIC_WORDS, TRACK_WORDS } from '@hub/domain';
import { useUsers } from '../../../lib/directory';
import { useSession } from '../../../lib/session';
import { form, type ActForm } from './act-form';
import { Choice, LongText } from './fields';

const choices = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

const ClassFields = () => (
  <>
    <Choice name="kind" label="类型" options={choices(KIND_WORDS)} />
    <Choice name="track" label="途径" options={choices(TRACK_WORDS)} extra="途径决定期限、文书，以及是否告知复查权利。" />
    <Choice name="topic" label="主题" options={choices(TOPIC_WORDS)} />
  </>
);
const classOf = ({ kind, track, topic }: AppealView) => ({ kind, track: track ?? undefined, topic: topic ?? undefined });

const AcceptanceFields = () => (
  <>
    <ClassFields />
    <LongText name="note" max={1000} label="说明" optional rows={2} />
  </>
);
const ReclassificationFields = () => (
  <>
    <ClassFields />
    <Reason />
  </>
);

const RefusalFields = () => (
  <>
    <LongText name="ground" max={500} label="依据" placeholder="法规名称和条款，写进告知书" />
    <LongText name="rightPath" max={500} label="正确途径" placeholder="反映人该向谁、怎样提出" />
  </>
);

function NonAcceptanceFields() {
  const { role } = useSession();
  const isLeader = role === 'leader' || role === 'director';
  const users = useUsers(!isLeader);
  const leaders = (users.data ?? []).filter((one) => (one.role === 'leader' || one.role === 'director') && !one.disabled);
  return (
    <>
      <RefusalFields />
      {!isLeader && (
        <Choice
          name="consentBy"
          label="已书面同意的局领导"
          loading={users.isPending}
          options={leaders.map((one) => ({ value: one.account, label: one.name }))}
          extra="不予受理须局领导同意。还没有签批的，请用“拟不予受理”报局领导。"
        />
      )}
    </>
  );
}

const Reason = () => <LongText name="reason" max={1000} label="理由" />;
const Note = () => <LongText name="note" max={1000} label="说明" optional rows={2} />;

const refusalOf = ({ refusal }: AppealView) => refusal ?? {};

/** Acts of the office on an appeal as a whole. */
export const officeForms: Record<string, ActForm> = {
  acceptance: form<'acceptance'>({
    where: 'dialog',
    Fields: AcceptanceFields,
    initial: classOf,
    body: (values) => values,
  }),
  classification: form<'classification'>({
    where: 'dialog',
    lead: () => '已经定下的日期不会因改归类而移动。',
    Fields: ReclassificationFields,
    initial: classOf,
    body: (values) => values,
  }),
  'non-acceptance': form<'non-acceptance'>({
    where: 'drawer',
    lead: () => '反映人会收到告知书，写明依据和正确途径。',
    Fields: NonAcceptanceFields,
    initial: refusalOf,
    body: (values) => values,
  }),
  'non-acceptance.propose': form<'non-acceptance'>({
    where: 'drawer',
    lead: () => '报局领导定夺，同意后反映人才会收到告知书。',
    Fields: RefusalFields,
    body: (values) => ({ ...values, decision: 'propose' }),
  }),
  'non-acceptance.decline': form<'non-acceptance'>({
    where: 'dialog',
    Fields: Reason,
    body: ({ reason }) => ({ decision: 'decline', reason }),
  }),
  'withdrawal.ex-officio': form<'withdrawal'>({
    where: 'dialog',
    lead: () => '反映人撤回了举报，本局依职权继续查处。',
    Fields: Reason,
    body: ({ reason }) => ({ reason, exOfficio: true }),
  }),
  'closing.close': form<'closing'>({ where: 'dialog', Fields: Note, body: ({ note }) => ({ archive: false, note }) }),
  'closing.archive': form<'closing'>({
    where: 'dialog',
    lead: () => '归档后只读。需要再办请走申请重办。',
    Fields: Note,
    body: ({ note }) => ({ archive: true, note }),
  }),
  ...Object.fromEntries(
    (['withdrawal', 'discard', 'restore'] as const).map((act) => [
      act,
      form<typeof act, ActBodies['discard']>({ where: 'dialog', Fields: Reason, body: ({ reason }) => ({ reason }) }),
    ]),
  ),
};
