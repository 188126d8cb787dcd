import { CITIZEN_FILE_BYTES, CITIZEN_FILES, sentFiles, sentName, shownName, type Uploaded } from '@hub/casework';
import type { FieldFault } from '../layout/faults';

const MAX_WORDS = 5000;
const MAX_REASON = 500;

export function missingKeys(number: string, code: string): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!number) faults.push({ field: 'number', words: '请输入编号' });
  if (!code) faults.push({ field: 'code', words: '请输入查询码' });
  return faults;
}

export function additionFaults(typed: string, uploaded: readonly Uploaded[]): FieldFault[] {
  const files = sentFiles(uploaded);
  const faults: FieldFault[] = [];
  if (!typed && !files.length) faults.push({ field: 'more', words: '请先写上您想说的话，或者选好文件' });
  if (typed.length > MAX_WORDS) faults.push({ field: 'more', words: `写了 ${typed.length} 个字，请减到 ${MAX_WORDS} 个字以内` });
  const large = files.find(({ size }) => size > CITIZEN_FILE_BYTES);
  if (large)
    faults.push({
      field: 'files',
      words: `“${shownName(sentName(large))}”超过 ${CITIZEN_FILE_BYTES / 1024 / 1024} MB，请压缩或者裁小以后再选`,
    });
  else if (files.length > CITIZEN_FILES)
    faults.push({ field: 'files', words: `一次最多传 ${CITIZEN_FILES} 个文件，这次选了 ${files.length} 个，请分几次补充` });
  return faults;
}

export function reasonFaults(reason: string): FieldFault[] {
  if (!reason) return [{ field: 'why', words: '请写一句为什么撤回' }];
  return reason.length > MAX_REASON ? [{ field: 'why', words: `写了 ${reason.length} 个字，请减到 ${MAX_REASON} 个字以内` }] : [];
}
