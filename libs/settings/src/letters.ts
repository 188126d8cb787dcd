import {
  LETTER_FIELDS,
  LETTER_NAMES,
  readTemplate,
  SUBJECT_FIELDS,
  tellingFields,
  unknownFields,
  type LetterField,
  type LetterName,
  type LetterTemplate,
} from '@hub/domain';
import { join } from 'node:path';
import type { FaultList } from './faults';
import { readText, shownPath } from './read-text';

/** Without these a letter would say nothing. */
const NEEDED: Record<LetterName, readonly LetterField[]> = {
  acknowledgement: ['number', 'queryCode'],
  whereabouts: ['number', 'department'],
  reply: ['number', 'text'],
  question: ['number', 'text'],
  transfer: ['letterNumber', 'summary'],
  'transfer-reminder': ['letterNumber', 'dueLine'],
  'transfer-returned': ['number', 'department'],
  'non-acceptance': ['number', 'ground'],
  extension: ['number', 'reason', 'replyBy'],
};

const braced = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join('、');

export function readLetters(configDir: string, faults: FaultList): Record<LetterName, LetterTemplate> {
  const read = (name: LetterName): LetterTemplate => {
    const path = join(configDir, 'letters', `${name}.txt`);
    const empty = { subject: '', body: '' };
    const text = readText(path, faults);
    if (text === null) return empty;
    const template = readTemplate(text);
    if (!template) {
      faults.add(shownPath(path), '', '格式不对：第一行写“Subject: 标题”，空一行，再写正文。');
      return empty;
    }
    const strange = [...new Set(unknownFields(text))];
    if (strange.length) faults.add(shownPath(path), braced(strange), `没有这样的栏目。可以用：${braced(LETTER_FIELDS)}。`);
    const telling = tellingFields(template.subject);
    if (telling.length)
      faults.add(
        shownPath(path),
        braced(telling),
        `邮件标题会显示在锁屏和邮件服务器上，不能写这一栏。标题里可以用：${braced(SUBJECT_FIELDS)}。`,
      );
    const lacking = NEEDED[name].filter((field) => !new RegExp(`\\{\\{\\s*${field}\\s*\\}\\}`).test(text));
    if (lacking.length) faults.add(shownPath(path), braced(lacking), '信里少了这一栏，请补上。');
    return template;
  };
  return Object.fromEntries(LETTER_NAMES.map((name) => [name, read(name)])) as Record<LetterName, LetterTemplate>;
}
