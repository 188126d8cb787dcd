import {
  fieldsOf,
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
import { FaultList, type SettingsFault } from './faults';
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
  'track-link': ['trackUrl', 'codeLine'],
  discreet: ['number', 'trackUrl', 'codeLine'],
};

/** A letter's file as it stands now; the hub itself uses what it read when it started. */
export interface LetterFile {
  /** As people know it. */
  readonly path: string;
  /** Null where the file is not of a letter's form. */
  readonly template: LetterTemplate | null;
  readonly faults: readonly SettingsFault[];
}

const braced = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join('、');

export function letterFile(configDir: string, name: LetterName): LetterFile {
  const faults = new FaultList();
  const path = join(configDir, 'letters', `${name}.txt`);
  const shown = shownPath(path);
  const text = readText(path, faults);
  const template = text === null ? null : readTemplate(text);
  if (text !== null && !template) faults.add(shown, '', '格式不对：第一行写“Subject: 标题”，空一行，再写正文。');
  if (text !== null && template) {
    const known = fieldsOf(name);
    const strange = unknownFields(text, known);
    if (strange.length) faults.add(shown, braced(strange), `没有这样的栏目。这封信可以用：${braced(known)}。`);
    const telling = tellingFields(template.subject);
    const inSubject = known.filter((field) => SUBJECT_FIELDS.includes(field));
    if (telling.length)
      faults.add(
        shown,
        braced(telling),
        `邮件标题会显示在锁屏和邮件服务器上，不能写这一栏。标题里可以用：${braced(inSubject)}。`,
      );
    const lacking = NEEDED[name].filter((field) => !new RegExp(`\\{\\{\\s*${field}\\s*\\}\\}`).test(text));
    if (lacking.length) faults.add(shown, braced(lacking), '信里少了这一栏，请补上。');
  }
  return { path: shown, template, faults: faults.all };
}

export function readLetters(configDir: string, faults: FaultList): Record<LetterName, LetterTemplate> {
  const read = (name: LetterName): LetterTemplate => {
    const file = letterFile(configDir, name);
    for (const { file: path, key, message } of file.faults) faults.add(path, key, message);
    return file.template ?? { subject: '', body: '' };
  };
  return Object.fromEntries(LETTER_NAMES.map((name) => [name, read(name)])) as Record<LetterName, LetterTemplate>;
}
