import { firstRaw, type Headers, readHeaders } from './header';
import { fileName, type Structured, structured } from './parameters';

/** A part of a mail (RFC 2046): its headers, the range of its body in the mail's bytes, and the parts inside. */
export interface Part {
  readonly headers: Headers;
  /** Lower case, e.g. `text/plain`. */
  readonly type: string;
  readonly contentType: Structured;
  readonly disposition: string;
  readonly encoding: string;
  readonly name: string;
  readonly start: number;
  end: number;
  readonly children: Part[];
  closed: boolean;
}

export interface PartTree {
  readonly root: Part;
  /** There were more parts than we read. */
  readonly tooMany: boolean;
  readonly headersCut: boolean;
}

const PARTS = 1_000;
/** RFC 2046 allows 70 signs; some senders take more. */
const BOUNDARY = 8_000;

function readPart(bytes: Buffer, start: number, end: number, fallback: string): { part: Part; cut: boolean } {
  const block = readHeaders(bytes, start, end);
  const contentType = structured(firstRaw(block.headers, 'content-type'));
  const disposition = structured(firstRaw(block.headers, 'content-disposition'));
  const encoding = firstRaw(block.headers, 'content-transfer-encoding')
    .toLowerCase()
    .replace(/[\s;"].*$/, '');
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(contentType.value) ? contentType.value : fallback;
  const part: Part = {
    headers: block.headers,
    type,
    contentType,
    disposition: disposition.value,
    encoding,
    name: fileName(disposition, contentType),
    start: block.body,
    end,
    children: [],
    closed: false,
  };
  return { part, cut: block.cut };
}

interface Open {
  readonly part: Part;
  readonly boundary: string;
}

/** Where no boundary is declared, or not the one that is used, the first line that looks like one and has a header line after it. */
function guessBoundary(bytes: Buffer, part: Part): string {
  const head = bytes.toString('latin1', part.start, Math.min(part.end, part.start + 65_536));
  return /(?:^|\n)--([^\s-][^\r\n]{0,200}?)[ \t]*\r?\n(?:content-[a-z-]+[ \t]*:|\r?\n)/i.exec(head)?.[1] ?? '';
}

/**
 * The tree of parts, found in one pass over the lines that begin with two hyphens. An outer boundary closes whatever is open
 * inside; nesting costs nothing but its lines.
 */
export function readParts(bytes: Buffer, start = 0): PartTree {
  const { part: root, cut } = readPart(bytes, start, bytes.length, 'text/plain');
  const open: Open[] = [];
  /** Boundary to its place in `open`, the innermost where two are the same. */
  const places = new Map<string, number[]>();
  let count = 1;

  /** True where the part's inside is to be looked for. */
  const enter = (part: Part): boolean => {
    if (!part.type.startsWith('multipart/')) return false;
    const declared = (part.contentType.parameters.get('boundary') ?? '').trimEnd();
    const isThere = declared !== '' && (part !== root || bytes.includes(`--${declared}`, part.start));
    const boundary = isThere ? declared : guessBoundary(bytes, part);
    if (!boundary || boundary.length > BOUNDARY) return false;
    // Parameters are Unicode, lines below are read as bytes.
    const key = Buffer.from(boundary, 'utf8').toString('latin1');
    places.set(key, [...(places.get(key) ?? []), open.length]);
    open.push({ part, boundary: key });
    return true;
  };
  const leave = (place: number, at: number) => {
    while (open.length > place) {
      const last = open.pop()!;
      places.get(last.boundary)!.pop();
      endAt(bytes, last.part, at);
    }
  };

  enter(root);
  let leaf: Part | null = null;
  let at = root.start;
  while (open.length > 0) {
    const dashes = at < bytes.length && bytes[at] === 45 && bytes[at + 1] === 45 ? at : bytes.indexOf('\n--', at, 'latin1') + 1;
    if (dashes === 0 && !(at === 0 && bytes[0] === 45)) break;
    const newline = bytes.indexOf(10, dashes);
    const stop = newline < 0 ? bytes.length : newline;
    at = stop + (newline < 0 ? 0 : 1);
    if (stop - dashes <= BOUNDARY + 10) {
      const line = bytes.toString('latin1', dashes + 2, stop).trimEnd();
      const opens = places.get(line)?.at(-1);
      const closes = opens === undefined && line.endsWith('--') ? places.get(line.slice(0, -2))?.at(-1) : undefined;
      const place = opens ?? closes;
      if (place !== undefined) {
        if (leaf) endAt(bytes, leaf, dashes);
        leaf = null;
        leave(place + 1, dashes);
        const parent = open[place]!.part;
        if (closes !== undefined) {
          parent.closed = true;
          leave(place, at);
        } else {
          if (count >= PARTS) return { root, tooMany: true, headersCut: cut };
          count++;
          const child = readPart(
            bytes,
            at,
            bytes.length,
            parent.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
          ).part;
          parent.children.push(child);
          at = child.start;
          leaf = enter(child) ? null : child;
        }
      }
    }
    if (newline < 0) break;
  }
  return { root, tooMany: false, headersCut: cut };
}

/** The line break before a boundary belongs to the boundary. */
function endAt(bytes: Buffer, part: Part, at: number): void {
  let end = Math.max(part.start, at);
  if (end > part.start && bytes[end - 1] === 10) end--;
  if (end > part.start && bytes[end - 1] === 13) end--;
  part.end = Math.min(part.end, end);
}
