import type { GuardView } from '@hub/contract';
import { ownWords, suggestTarget, unitName, type AllowedAct, type Office } from '@hub/domain';
import type { AppealFile } from '@hub/persistence';

/** Who may know of the appeal; what it seems to be about is told to those who may say so. */
export function guardView(
  { appeal, named, messages }: AppealFile,
  office: Office,
  names: ReadonlyMap<number, string>,
  allowed: readonly AllowedAct[],
): GuardView {
  const { targetUnitId, aboutConduct } = appeal;
  const asked = targetUnitId === null && !aboutConduct && allowed.some(({ act }) => act === 'target');
  const letter = messages.find(({ direction }) => direction === 'in')?.text ?? '';
  const suggestion = asked ? suggestTarget(appeal.subject, ownWords(letter), office.units) : null;
  return {
    targetUnitId,
    targetUnit: unitName(office, targetUnitId),
    aboutConduct,
    named: named.map(({ userId, reason }) => ({ userId, name: names.get(userId) ?? String(userId), reason })),
    suggestion: suggestion && { ...suggestion, unit: unitName(office, suggestion.unitId) },
  };
}
