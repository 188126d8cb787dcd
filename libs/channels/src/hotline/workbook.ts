import { Unreadable } from '@hub/domain';
import { posix } from 'node:path';
import type { Sheet } from './cell';
import { mergeFiller, mergesIn, type Merge } from './merges';
import { styleReader } from './number-format';
import { readSheet, stringReader, type Book } from './sheet';
import { StringTable } from './string-table';
import { parseXml } from './xml';
import { ZipParts } from './zip-parts';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

const notXlsx = (what: string): Unreadable =>
  new Unreadable(`读不出这个文件：它是${what}。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。`);

async function relations(zip: ZipParts, of: string): Promise<Relation[]> {
  const folder = posix.dirname(of);
  const file = posix.join(folder, '_rels', `${posix.basename(of)}.rels`);
  const found: Relation[] = [];
  if (!zip.has(file)) return found;
  await parseXml(zip.read(file), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Target || TargetMode === 'External') return;
      const part = posix.join(Target.startsWith('/') ? '' : folder, Target).replace(/^\//, '');
      found.push({ id: Id ?? '', type: (Type ?? '').split('/').pop()!, part });
    },
  });
  return found;
}

async function mainPart(zip: ZipParts): Promise<string> {
  const named = (await relations(zip, '.')).find((one) => one.type === 'officeDocument')?.part;
  const main = named && zip.has(named) ? named : 'xl/workbook.xml';
  if (zip.has('xl/workbook.bin')) throw notXlsx('二进制工作簿（.xlsb）');
  if (zip.has('content.xml') && !zip.has(main)) throw notXlsx('开放文档（.ods）');
  if (!zip.has(main) || main.startsWith('word/')) throw notXlsx('压缩文件，里面没有工作簿');
  return main;
}

/** The sheets of an .xlsx workbook, in their order. */
export async function openWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const zip = await ZipParts.open(bytes);
  const main = await mainPart(zip);
  const related = await relations(zip, main);
  const partOf = (type: string) => related.find((one) => one.type === type && zip.has(one.part))?.part;

  const listed: { name: string; hidden: boolean; part: string }[] = [];
  let from1904 = false;
  await parseXml(zip.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = related.find((one) => one.id === id && one.type === 'worksheet')?.part;
      if (part) listed.push({ name: attributes['name'] ?? '', hidden, part });
    },
  });

  const strings = new StringTable();
  const styles = styleReader();
  const [stringsPart, stylesPart] = [partOf('sharedStrings'), partOf('styles')];
  if (stringsPart) await parseXml(zip.read(stringsPart), stringReader(strings));
  if (stylesPart) await parseXml(zip.read(stylesPart), styles.handlers);
  const book: Book = { strings, dated: styles.dated, from1904 };
  return listed.map(({ name, hidden, part }) => {
    let merges: Promise<readonly Merge[]> | null = null;
    return {
      name,
      hidden,
      async *rows() {
        const fill = mergeFiller(await (merges ??= mergesIn(zip.read(part))));
        for await (const rows of readSheet(zip.read(part), book)) yield rows.map(fill);
      },
    };
  });
}
