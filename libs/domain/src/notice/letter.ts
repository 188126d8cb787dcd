/** The letters that the bureau sends, each for one occasion. */
export const LETTER_KINDS = [
  'acknowledgement',
  'whereabouts',
  'reply',
  'question',
  'transfer',
  'non-acceptance',
  'extension',
  'transfer-reminder',
  'transfer-returned',
  'track-link',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/**
 * The letters that the office words itself, in config/letters/<name>.txt. `discreet` goes in place of each letter to a citizen
 * whose appeal is confidential.
 */
export const LETTER_NAMES = [...LETTER_KINDS, 'discreet'] as const;
export type LetterName = (typeof LETTER_NAMES)[number];

/** What a template may ask for as `{{name}}`. */
export const LETTER_FIELDS = [
  'number', 'kind', 'received', 'contactLine', 'siteLine', 'replyBy', 'trackUrl', 'queryCode', 'bureau', 'phone', 'hours', 'today',
  'department', 'letterNumber', 'answerBy', 'reason', 'summary', 'place', 'text', 'ground', 'rightPath', 'greeting',
  'linkLine', 'codeLine', 'identityLine', 'objectLine', 'dueLine', 'nextLine', 'sizeLine', 'rateLine',
] as const; // prettier-ignore
export type LetterField = (typeof LETTER_FIELDS)[number];

export interface LetterTemplate {
  readonly subject: string;
  readonly body: string;
}

/** First line `Subject: …`, an empty line, the body. Null where the text is not of that form. */
export function readTemplate(text: string): LetterTemplate | null {
  const found = /^\ufeff?Subject:[ \t]*(.+)\r?\n\r?\n([\s\S]+)$/.exec(text);
  return found ? { subject: found[1]!.trim(), body: found[2]!.trimEnd() } : null;
}

/** What a subject may name: mail servers and locked screens show it, so nothing that anybody wrote stands in it. */
export const SUBJECT_FIELDS: readonly LetterField[] = [
  'number', 'kind', 'received', 'replyBy', 'bureau', 'phone', 'hours', 'today', 'department', 'letterNumber', 'answerBy',
]; // prettier-ignore

/** Names in double braces of a subject that may not stand there. */
export const tellingFields = (subject: string): LetterField[] =>
  LETTER_FIELDS.filter((field) => !SUBJECT_FIELDS.includes(field) && new RegExp(`\\{\\{\\s*${field}\\s*\\}\\}`).test(subject));

/** Names in double braces that are none of these fields. */
export const unknownFields = (text: string, known: readonly string[]): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((found) => found[1]!))].filter((name) => !known.includes(name));

/** Fills a template; a field that is not given becomes nothing, and what a citizen wrote is never read as a template. */
export function fillTemplate(template: LetterTemplate, fields: Partial<Record<LetterField, string>>): LetterTemplate {
  const fill = (text: string) => text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => fields[name as LetterField] ?? '');
  return { subject: fill(template.subject).replace(/\s+/g, ' ').trim(), body: `${fill(template.body)}\n` };
}
