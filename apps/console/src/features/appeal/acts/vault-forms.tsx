import { DISCIPLINE_HINT, secrecyLead } from '../../../lib/vault-words';
import type { Dayjs } from 'dayjs';
import { useUnits, useUsers } from '../../../lib/directory';
import { form, momentOf, type ActForm, type FieldsProps } from './act-form';
import { Choice, Line, LongText, Moment, Radios } from './fields';

const Reason = () => <LongText name="reason" max={500} label="理由" />;

const ConsentFields = () => (
  <>
    <Radios name="who" label="谁同意的" options={['本人', '代理人'].map((one) => ({ value: one, label: one }))} />
    <Radios name="how" label="方式" options={['电话', '当面', '书面'].map((one) => ({ value: one, label: one }))} />
    <Moment name="at" label="时间" />
    <LongText name="words" max={500} label="怎么说的" rows={2} />
    <Reason />
  </>
);

function TargetFields({ view }: FieldsProps) {
  const units = useUnits();
  return (
    <>
      <Choice
        name="targetUnitId"
        label="反映哪个单位"
        optional
        loading={units.isPending}
        options={(units.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        extra={view.guard.suggestion?.reason}
      />
      <Radios
        name="about"
        label="是否反映工作人员的作风、廉洁"
        options={[
          { value: 'yes', label: '是' },
          { value: 'no', label: '不是' },
        ]}
        extra={DISCIPLINE_HINT}
      />
      <Reason />
    </>
  );
}

function NamedFields({ view }: FieldsProps) {
  const users = useUsers();
  const named = view.guard.named.map(({ userId }) => userId);
  const others = (users.data ?? []).filter((one) => !one.disabled && one.role !== 'administrator' && !named.includes(one.id));
  return (
    <>
      <Choice
        name="userId"
        label="知悉人"
        loading={users.isPending}
        options={others.map((one) => ({ value: one.id, label: `${one.name}（${one.roleName}）` }))}
      />
      <Reason />
    </>
  );
}

const UnnamedFields = ({ view }: FieldsProps) => (
  <>
    <Choice name="userId" label="知悉人" options={view.guard.named.map(({ userId, name }) => ({ value: userId, label: name }))} />
    <Line name="reason" label="理由" />
  </>
);

interface TargetValues {
  targetUnitId?: string;
  about: 'yes' | 'no';
  reason: string;
}
const target = form<'target', TargetValues>({
  where: 'dialog',
  lead: () => '被反映的单位从此看不到这一件；已经在它手里的会收回。',
  confirm: '标明',
  Fields: TargetFields,
  initial: ({ guard }) => ({
    targetUnitId: guard.targetUnitId ?? guard.suggestion?.unitId ?? undefined,
    about: guard.aboutConduct || guard.suggestion?.aboutConduct ? 'yes' : 'no',
  }),
  body: ({ targetUnitId, about, reason }) => ({ targetUnitId: targetUnitId ?? null, aboutConduct: about === 'yes', reason }),
});

/** Who may know of an appeal. */
export const vaultForms: Record<string, ActForm> = {
  'confidentiality.raise': form<'confidentiality'>({
    where: 'dialog',
    lead: () => secrecyLead.raise,
    Fields: Reason,
    body: ({ reason }) => ({ secrecy: 'confidential', reason }),
  }),
  'confidentiality.lower': form<'confidentiality', { who: string; how: string; at: Dayjs; words: string; reason: string }>({
    where: 'drawer',
    lead: () => secrecyLead.lower,
    Fields: ConsentFields,
    initial: () => ({ who: '本人', how: '电话' }),
    body: ({ who, how, at, words, reason }) => ({
      secrecy: 'named',
      reason,
      consent: { who, how, at: momentOf(at), words },
    }),
  }),
  target,
  'naming.add': form<'naming'>({
    where: 'dialog',
    lead: () => '只有知悉人和按职责必须知道的人看得到保密件。',
    Fields: NamedFields,
    body: ({ userId, reason }) => ({ userId, reason }),
  }),
  'naming.end': form<'naming'>({
    where: 'dialog',
    Fields: UnnamedFields,
    body: ({ userId, reason }) => ({ userId, reason, end: true }),
  }),
};
