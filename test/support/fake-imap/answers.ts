import type { FakeLetter, FakePlace } from './place';

export function selected(server: FakePlace, verb: string, name: string): string[] {
  const count = server.shown(name).length;
  const { uidNext, uidValidity } = server;
  if (verb === 'STATUS') return [`* STATUS "${name}" (MESSAGES ${count} UIDNEXT ${uidNext} UIDVALIDITY ${uidValidity} UNSEEN 0)`];
  return [
    '* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)',
    `* ${count} EXISTS`,
    `* OK [UIDVALIDITY ${uidValidity}] x`,
    `* OK [UIDNEXT ${uidNext}] x`,
  ];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function internalDate(at: Date): string {
  const day = String(at.getUTCDate()).padStart(2, '0');
  return `${day}-${MONTHS[at.getUTCMonth()]}-${at.getUTCFullYear()} ${at.toISOString().slice(11, 19)} +0000`;
}

/** A FETCH response with what was asked for. */
export function fetched({ uid, raw, at, flags }: FakeLetter, sequence: number, command: string): Buffer {
  const parts: Buffer[] = [Buffer.from(`* ${sequence} FETCH (UID ${uid} FLAGS (${[...flags].join(' ')})`)];
  if (/RFC822\.SIZE/i.test(command)) parts.push(Buffer.from(` RFC822.SIZE ${raw.length}`));
  if (/INTERNALDATE/i.test(command)) parts.push(Buffer.from(` INTERNALDATE "${internalDate(at)}"`));
  if (/BODY(?:\.PEEK)?\[\]/i.test(command)) {
    const [, start, length] = /<(\d+)\.(\d+)>/.exec(command) ?? [];
    const bytes = start === undefined ? raw : raw.subarray(Number(start), Number(start) + Number(length));
    parts.push(Buffer.from(` BODY[]${start === undefined ? '' : `<${start}>`} {${bytes.length}}\r\n`), bytes);
  }
  return Buffer.concat([...parts, Buffer.from(')')]);
}
