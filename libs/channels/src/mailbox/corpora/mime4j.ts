import iconv from 'iconv-lite';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';

/** A part without parts inside, as Apache James decoded it. */
export interface GoldPart {
  /** Lower case; empty where the part has no Content-Type. */
  readonly type: string;
  /** Kept as a file by whoever reads the letter: named, marked as an attachment, or nothing that is text. */
  readonly isFile: boolean;
  /** It stands in a letter inside the letter. */
  readonly enclosed: boolean;
  /** It is one of several ways to say the same, and not the plain one. */
  readonly isOtherWay: boolean;
  readonly bytes: Buffer;
  readonly text: string;
}

/** What a letter says by the word of Apache James mime4j, whose test data stand beside it as XML. */
export interface GoldLetter {
  readonly name: string;
  readonly bytes: Buffer;
  /** Raw header values of the outermost letter; empty where there is none. */
  readonly subject: string;
  readonly from: string;
  readonly parts: readonly GoldPart[];
}

interface Frame {
  fields: Map<string, string>;
  readonly enclosed: number;
  readonly parentType: string;
}

const unfold = (text: string) => text.replace(/\r?\n(?=[ \t])/g, '').trim();
const parameter = (value: string, name: string) =>
  new RegExp(`[;\\s]${name}\\*?[\\d*]*\\s*=\\s*"?([^";]*)`, 'i').exec(value)?.[1]?.trim() ?? '';

function partOf(frame: Frame, file: string, declaredText: boolean): GoldPart {
  const contentType = frame.fields.get('content-type') ?? '';
  const disposition = frame.fields.get('content-disposition') ?? '';
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  const named = parameter(disposition, 'filename') !== '' || parameter(contentType, 'name') !== '';
  const bytes = readFileSync(file);
  const charset = parameter(contentType, 'charset');
  return {
    type,
    isFile: !declaredText || named || /^attachment/i.test(disposition.trim()),
    enclosed: frame.enclosed > 0,
    isOtherWay: frame.parentType === 'multipart/alternative' && type !== '' && type !== 'text/plain',
    bytes,
    text: iconv.decode(bytes, charset && iconv.encodingExists(charset) ? charset : 'utf-8'),
  };
}

function letterAt(folder: string, name: string): GoldLetter {
  const parser = new SaxesParser();
  const frames: Frame[] = [];
  const parts: GoldPart[] = [];
  let root: Frame | null = null;
  let field: string | null = null;
  let letters = 0;
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (tag === 'field') field = '';
    if (tag === 'message' || tag === 'body-part') {
      if (tag === 'message') letters++;
      const outer = frames.at(-1);
      const parentType = (outer?.fields.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
      frames.push({ fields: new Map(), enclosed: letters - 1, parentType });
      root ??= frames[0]!;
    }
    if (tag === 'text-body' || tag === 'binary-body')
      parts.push(partOf(frames.at(-1)!, join(folder, attributes['name'] ?? ''), tag === 'text-body'));
  });
  parser.on('text', (text) => {
    if (field !== null) field += text;
  });
  parser.on('closetag', ({ name: tag }) => {
    if (tag === 'field') {
      const line = unfold(field ?? '');
      const colon = line.indexOf(':');
      const key = line.slice(0, colon).trim().toLowerCase();
      const { fields } = frames.at(-1)!;
      if (!fields.has(key)) fields.set(key, line.slice(colon + 1).trim());
      field = null;
    }
    if (tag === 'message') letters--;
    if (tag === 'message' || tag === 'body-part') frames.pop();
  });
  parser.write(readFileSync(join(folder, `${name}_decoded.xml`), 'utf8')).close();
  const { fields } = root!;
  return {
    name,
    bytes: readFileSync(join(folder, `${name}.msg`)),
    subject: fields.get('subject') ?? '',
    from: fields.get('from') ?? '',
    parts,
  };
}

/** All letters below a folder that have their decoded twin beside them. */
export function mime4jLetters(root: string): GoldLetter[] {
  return (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.msg') && existsSync(join(root, path.replace(/\.msg$/, '_decoded.xml'))))
    .sort()
    .map((path) => {
      const cut = path.lastIndexOf('/');
      return letterAt(join(root, path.slice(0, cut)), path.slice(cut + 1, -4));
    });
}
