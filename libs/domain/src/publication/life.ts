import type { Appeal } from '../appeal/appeal';
import type { Role, Staff } from '../appeal/person';
import { OFFICE_UNIT } from '../appeal/sight';
import type { AppealStatus } from '../appeal/status';
import { Fault } from '../errors';
import type { PublicationContent, PublicationState } from './publication';

export const PUBLICATION_STEPS = ['change', 'agreement', 'approval', 'publication', 'withdrawal', 'withholding'] as const;
export type PublicationStep = (typeof PUBLICATION_STEPS)[number];

/** Domain: roles and permissions, the row "publish"; whoever hears of a mistake may take a page down. */
const WHO: Record<PublicationStep, { readonly roles: readonly Role[]; readonly from: readonly PublicationState[] }> = {
  change: { roles: ['dispatcher'], from: ['draft', 'agreed', 'approved'] },
  agreement: { roles: ['section-head'], from: ['draft'] },
  approval: { roles: ['leader'], from: ['draft', 'agreed'] },
  publication: { roles: ['dispatcher'], from: ['approved'] },
  withdrawal: { roles: ['dispatcher', 'leader', 'director'], from: ['published'] },
  withholding: { roles: ['dispatcher'], from: ['draft', 'agreed', 'approved'] },
};

/** States in which there is an answer that may be told to everybody. */
const ANSWERED: readonly AppealStatus[] = ['answered', 'revisit', 'closed', 'archived'];

type About = Pick<Appeal, 'status' | 'guard' | 'secrecy' | 'unitId'>;

/**
 * Why an appeal may never be published, or not yet; null where it may. What is guarded never is: 检举控告 are neither shown
 * nor passed on (信访工作条例2022 §30), and whoever asked for secrecy is not to be found by his matter either.
 */
export function publicationBar({ status, guard, secrecy }: Omit<About, 'unitId'>): string | null {
  if (secrecy === 'confidential' || guard === 'confidential') return '保密件不公开。';
  if (guard !== '') return '反映本局单位或工作人员的件不公开。';
  return ANSWERED.includes(status) ? null : '还没有答复，答复以后才能公开。';
}

/** A section that handled it agrees first; what the office answered by itself goes to the leader at once. */
export const needsAgreement = ({ unitId }: Pick<Appeal, 'unitId'>): boolean => unitId !== null && unitId !== OFFICE_UNIT;

export function mayStep(step: PublicationStep, state: PublicationState, appeal: About, staff: Staff): boolean {
  const { roles, from } = WHO[step];
  if (!roles.includes(staff.role) || !from.includes(state)) return false;
  if (step === 'agreement') return needsAgreement(appeal) && staff.unitId === appeal.unitId;
  if (step === 'approval') return state === 'agreed' || !needsAgreement(appeal);
  return true;
}

export function refuseStep(step: PublicationStep, state: PublicationState, appeal: About, staff: Staff): void {
  if (!mayStep(step, state, appeal, staff))
    throw new Fault(
      'refused',
      'publication-step',
      '这个公开件现在不能由您做这一步。',
      '局办公室起草，承办科室负责人同意，分管领导批准，再由局办公室公开。请刷新看看办到哪一步了。',
    );
  const bar = step === 'withdrawal' || step === 'withholding' ? null : publicationBar(appeal);
  if (bar) throw new Fault('refused', 'not-publishable', bar, '请改为“不公开”，并选原因。');
}

/** What a page must say before anybody agrees to it. */
export function refuseIncompletePublication({ title, facts, findings, measures, verdict }: PublicationContent): void {
  const lacking = [
    ['标题', title],
    ['基本情况', facts],
    ['调查核实', verdict === 'none' ? '不适用' : findings],
    ['处理和整改', measures],
  ].flatMap(([name, text]) => (text!.trim() ? [] : [name!]));
  if (lacking.length)
    throw new Fault('refused', 'publication-incomplete', `公开件还缺${lacking.join('、')}。`, '请由局办公室补齐后再往下办。');
}
