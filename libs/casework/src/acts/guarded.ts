import { Fault, guardOf, isAbout, isConductGuard, unitName, type Appeal, type Office } from '@hub/domain';
import type { AppealEntity, Stores } from '@hub/persistence';

const unitsOf = ({ unitId, coUnits }: Pick<Appeal, 'unitId' | 'coUnits'>): string[] => [
  ...(unitId ? [unitId] : []),
  ...coUnits.split('|').filter(Boolean),
];

/** The unit that an appeal may not be with: the one it is about, or, where it is about conduct, any but 纪检's own. */
export function forbiddenUnit(
  office: Office,
  appeal: Pick<Appeal, 'unitId' | 'coUnits' | 'secrecy' | 'targetUnitId' | 'aboutConduct'>,
): string | null {
  const guard = guardOf(appeal);
  const wrong = (id: string) => isAbout(guard, id) || (isConductGuard(guard) && id !== office.disciplineUnit);
  return unitsOf(appeal).find(wrong) ?? null;
}

/** What is about a unit or about conduct is never given to the accused (信访工作条例2022 §30, §46(5)), by whichever act. */
export async function refuseWrongUnit(
  office: Office,
  before: AppealEntity,
  change: Partial<Appeal>,
  { staff }: Pick<Stores, 'staff'>,
): Promise<void> {
  const after = { ...before, ...change };
  if (after.unitId === before.unitId && after.coUnits === before.coUnits && after.handlerId === before.handlerId) return;
  const wrong = forbiddenUnit(office, after);
  if (wrong !== null) {
    const name = unitName(office, wrong) ?? wrong;
    if (after.targetUnitId === wrong)
      throw new Fault(
        'refused',
        'accused-unit',
        `这一件反映的就是${name}，不能交给它办。`,
        '请交给其他单位；反映工作人员作风的，交纪检。',
      );
    const discipline = unitName(office, office.disciplineUnit);
    throw new Fault(
      'refused',
      'discipline-only',
      '反映工作人员作风、廉洁的件只能交纪检办。',
      discipline ? `请派给${discipline}。` : '请先在 config/units.yaml 里用 disciplineUnit 写明纪检是哪个单位。',
    );
  }
  const { unitId, handlerId } = after;
  if (unitId === null || unitId === before.unitId || handlerId !== null || guardOf(after) === '') return;
  if (await staff.hasHead(unitId)) return;
  throw new Fault(
    'refused',
    'nobody-named',
    `保密件只给具名的人看，${unitName(office, unitId) ?? unitId}没有科室负责人账号，派过去没有人能看到。`,
    '请写明承办人，或先建科室负责人的账号。',
  );
}
