import type { DepartmentWay, HandedOver } from '@hub/casework';
import type { FieldFault } from '../layout/faults';
import { readField } from '../layout/read-field';

export interface TypedAnswer {
  readonly way: DepartmentWay | null;
  readonly text: string;
  readonly officer: string;
  readonly phone: string;
}

const WAYS: readonly DepartmentWay[] = ['receipt', 'objection', 'reply'];
const MAX_TEXT = 10_000;

export const readAnswer = (body: unknown): TypedAnswer => ({
  way: WAYS.find((one) => one === readField(body, 'way')) ?? null,
  text: readField(body, 'text'),
  officer: readField(body, 'officer'),
  phone: readField(body, 'phone'),
});

/** An objection says why in detail (信访工作条例2022 §23); an answer goes to a citizen. */
export function answerFaults({ way, text, officer, phone }: TypedAnswer, over: HandedOver): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: string, words: string) => void faults.push({ field, words });
  const [first] = waysOpen(over);
  if (way === null || !waysOpen(over).includes(way)) fault(`way-${first ?? 'reply'}`, '请选贵单位的意见');
  if (way === 'objection' && [...text].length < 10) fault('text', '请写明不属于贵单位职责的理由和依据，至少 10 个字');
  if (way === 'reply' && !text) fault('text', '请写办理结果');
  if ([...text].length > MAX_TEXT) fault('text', '请把内容减到 10000 个字以内，详情可以作附件');
  if (!officer || [...officer].length > 30) fault('officer', '请写经办人姓名，不超过 30 个字');
  if (!/^\+?[\d\s()（）转,，-]{5,40}$/.test(phone)) fault('phone', '请写经办人电话，如 021-6256 0000');
  return faults;
}

export const waysOpen = ({ mayAct, mayObject, receivedOn }: HandedOver): DepartmentWay[] =>
  mayAct ? WAYS.filter((way) => (way === 'receipt' ? !receivedOn : way === 'objection' ? mayObject : true)) : [];
