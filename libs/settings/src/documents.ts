import { DOCUMENT_FIELDS, DOCUMENT_KINDS, DOCUMENT_RULES, variablesOf, type DocumentKind } from '@hub/domain';
import Docxtemplater from 'docxtemplater';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import type { FaultList } from './faults';
import { shownPath } from './read-text';
import { treesIn, type Tree } from './tree';

type Tell = (key: string, message: string) => void;

/** Without these a paper would say nothing. */
const neededIn = (kind: DocumentKind): string[] => [
  '文号',
  ...(DOCUMENT_RULES[kind].to === 'citizen' ? ['收件人'] : []),
  ...DOCUMENT_FIELDS[kind].filter(({ required }) => required).map(({ name }) => name),
];
const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join('、');

/** The Word templates of config/documents, each looked through for marks that the hub could not fill. */
export function readDocuments(configDir: string, faults: FaultList): Record<DocumentKind, Uint8Array> {
  const read = (kind: DocumentKind): Uint8Array => {
    const path = join(configDir, 'documents', `${kind}.docx`);
    const tell: Tell = (key, message) => faults.add(shownPath(path), key, message);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      tell('', missing ? '没有这个文件，请从安装包里补上。' : '读不了这个文件，请检查读权限。');
      return new Uint8Array();
    }
    checkTemplate(kind, bytes, tell);
    return bytes;
  };
  return Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, read(kind)])) as Record<DocumentKind, Uint8Array>;
}

/** Two kinds with one word would give one number twice. */
export function checkDocumentWords(settings: Tree, tell: Tell): void {
  const [words] = treesIn([settings.words]);
  const seen = new Map<unknown, string>();
  Object.entries(words ?? {}).forEach(([kind, word]) => {
    const other = seen.get(word);
    if (other) tell(`words.${kind}`, `“${String(word)}”和 ${other} 的一样，编号会重复。请换一个字。`);
    seen.set(word, kind);
  });
}

function checkTemplate(kind: DocumentKind, bytes: Buffer, tell: Tell): void {
  let zip: PizZip;
  try {
    zip = new PizZip(bytes);
  } catch {
    return tell('', '不是 Word 文档（.docx）。请用 WPS 或 Word 打开，另存为“.docx”格式。');
  }
  if (!zip.file('word/document.xml')) return tell('', '不是 Word 文档（.docx）。请用 WPS 或 Word 打开，另存为“.docx”格式。');
  const names = new Set<string>();
  try {
    const parser = (tag: string) => {
      names.add(tag.trim());
      return { get: () => '' };
    };
    new Docxtemplater(zip, { paragraphLoop: true, errorLogging: false, parser });
  } catch (error) {
    return brokenMarks(error).forEach(({ key, message }) => tell(key, message));
  }
  const known = variablesOf(kind);
  const strange = [...names].filter((name) => !known.includes(name));
  if (strange.length) tell(braced(strange), `没有这样的栏目。可以用：${braced(known)}。`);
  const lacking = neededIn(kind).filter((name) => !names.has(name));
  if (lacking.length) tell(braced(lacking), '文书里少了这一栏，请补上。');
  const wide = [...textOf(zip).matchAll(/｛[^｛｝]{1,20}｝/g)].map(([mark]) => mark);
  if (wide.length) tell(wide.join('、'), '大括号要用英文半角的 { }。');
}

const textOf = (zip: PizZip): string =>
  zip
    .file('word/document.xml')!
    .asText()
    .replace(/<[^>]*>/g, '');

interface Broken {
  readonly id?: string;
  readonly xtag?: string;
  readonly openingtag?: string;
  readonly closingtag?: string;
}

/** What the template library found, in words for whoever edits the file. */
function brokenMarks(error: unknown): { key: string; message: string }[] {
  const { properties } = error as { properties?: Broken & { errors?: { properties: Broken }[] } };
  const all = properties?.errors?.map((one) => one.properties) ?? [properties ?? {}];
  return all.map(({ id = '', xtag = '', openingtag = '', closingtag = '' }) => {
    if (id === 'closing_tag_does_not_match_opening_tag')
      return {
        key: `{#${openingtag}}`,
        message: `开头是 {#${openingtag}}，结尾却是 {/${closingtag}}，请写成 {/${openingtag}}。`,
      };
    if (id === 'unclosed_loop') return { key: `{#${xtag}}`, message: `有开头没有结尾，请在这一段的末尾补 {/${xtag}}。` };
    if (id === 'unopened_loop')
      return { key: `{/${xtag}}`, message: `有结尾没有开头，请在这一段的前面补 {#${xtag}}，或删去它。` };
    if (id.startsWith('unopened')) return { key: `${xtag}}`, message: '少了前面的“{”，请补上。' };
    if (id.startsWith('unclosed')) return { key: `{${xtag}`, message: '少了后面的“}”，请补上。' };
    return { key: xtag && `{${xtag}}`, message: '这个标记写错了。请写成 {栏目}，可省去的段落写成 {#栏目}…{/栏目}。' };
  });
}
