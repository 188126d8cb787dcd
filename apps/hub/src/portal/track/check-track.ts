import type { FieldFault } from '../layout/faults';
import type { Keys } from './keys';

export function missingKeys({ number, code }: Keys): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!number) faults.push({ field: 'number', words: '请输入编号' });
  if (!code) faults.push({ field: 'code', words: '请输入查询码' });
  return faults;
}

export function wordsFaults(typed: string): FieldFault[] {
  if (!typed) return [{ field: 'more', words: '请先写上您想说的话' }];
  return typed.length > 5000 ? [{ field: 'more', words: `写了 ${typed.length} 个字，请减到 5000 个字以内` }] : [];
}
