import { Unreadable } from '@hub/domain';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { heapKeeper } from './heap-keeper';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their namespace prefix: some programs write `x:row`. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Deeper than any workbook goes; the parser keeps every open element in memory. */
const DEPTH_LIMIT = 64;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const encodingOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
};

/**
 * Walks through a part's XML and stops after each piece, so that what was found may be taken away. A DOCTYPE is refused: it
 * has no place in a workbook, and entities could grow without end.
 */
export async function* walkXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => {
    throw new Unreadable('读不出这个文件：里面有不该出现的声明（DOCTYPE），可能是有人做了手脚。');
  });
  parser.on('opentag', (tag) => {
    if (++depth > DEPTH_LIMIT) throw new Unreadable('读不出这个文件：里面的结构层数太多，不像工作簿。');
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) parser.on('text', (text) => handlers.text!(text));
  if (handlers.text) parser.on('cdata', (text) => handlers.text!(text));

  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder?.decode() ?? '').close();
    yield;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`读不出这个文件：内容损坏（${(error as Error).message}）。请用 Excel 打开它，另存为 .xlsx 再试。`);
  }
}

export async function parseXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const walk = walkXml(chunks, handlers);
  const tidy = heapKeeper();
  while (!(await walk.next()).done) tidy();
}
