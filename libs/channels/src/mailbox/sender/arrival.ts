import { BlockList, isIP } from 'node:net';
import type { RawHeader } from './whole-letter';

/** How a letter reached our own server, as that server wrote it down. */
export interface Arrival {
  /** The address that connected. */
  readonly ip: string;
  readonly helo: string;
  /** RFC 5321 MAIL FROM; empty for a letter that wants no answer. */
  readonly envelope: string;
}

const LINES = 50;
const INWARD = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INWARD.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  INWARD.addSubnet(net, bits, 'ipv6');

/**
 * Who handed the letter to our server. Only what our own servers wrote counts, and they write on top: the topmost Received
 * must be by a name of `receivedBy`. Passed over is what they handed on among themselves, by LMTP or from an address that
 * `receivedBy` lists too. Whatever stands below may be the sender's invention.
 */
export function arrivalOf(headers: readonly RawHeader[], receivedBy: readonly string[]): Arrival | null {
  const at = borderOf(headers, receivedBy);
  if (at < 0) return null;
  const line = clauses(headers[at]!.value);
  const envelope = line.envelope ?? returnPathAbove(headers.slice(0, at));
  if (!line.ip || envelope === null || INWARD.check(line.ip, isIP(line.ip) === 6 ? 'ipv6' : 'ipv4')) return null;
  return { ip: line.ip, helo: line.from, envelope };
}

function borderOf(headers: readonly RawHeader[], receivedBy: readonly string[]): number {
  for (const [at, { name, value }] of headers.entries()) {
    if (name !== 'received') continue;
    const { by, protocol, ip } = clauses(value);
    if (!receivedBy.includes(by)) return -1;
    if (!/^lmtps?a?$/.test(protocol) && !(ip && receivedBy.includes(ip))) return at;
  }
  return -1;
}

/** Our server puts Return-Path above its Received (RFC 5321 §4.4); one below came with the letter. */
function returnPathAbove(headers: readonly RawHeader[]): string | null {
  const paths = headers.filter(({ name }) => name === 'return-path');
  return paths.length === 1 ? (/^<([^<>\s]{0,320})>/.exec(paths[0]!.value)?.[1] ?? null) : null;
}

/** Another server took the letter in and passed it on: it says so, or a line below ours tells of it. */
export function wasForwarded(headers: readonly RawHeader[], domain: string): boolean {
  if (headers.some(({ name }) => /^(?:arc-seal|resent-from|x-forwarded-(?:for|to))$/.test(name))) return true;
  const hops = headers.filter(({ name }) => name === 'received').slice(1, LINES);
  return hops.some(({ value }) => {
    const { from, by, protocol } = clauses(value);
    // A protocol that ends with A is a person who signed in at his own provider (RFC 3848).
    return from !== '' && by !== '' && by !== domain && !by.endsWith(`.${domain}`) && !protocol.endsWith('a');
  });
}

interface Clauses {
  readonly from: string;
  readonly by: string;
  readonly protocol: string;
  readonly ip: string | null;
  readonly envelope: string | null;
}

/** RFC 5321 §4.4: `from HELO (name [address]) by SERVER with PROTOCOL …`, with the envelope in a comment as some servers write it. */
function clauses(value: string): Clauses {
  const text = value.slice(0, 2_000);
  const [, from = '', about = ''] = /^from\s+(\S{1,255})\s*(\((?:[^()]|\([^()]{0,500}\)){0,500}\))?/i.exec(text) ?? [];
  const rest = text.replace(/^from\s+\S+/i, ' ').replace(/\((?:[^()]|\([^()]{0,500}\)){0,500}\)/g, ' ');
  const word = (name: string) => (new RegExp(`(?:^|\\s)${name}\\s+([^\\s;]{1,255})`, 'i').exec(rest)?.[1] ?? '').toLowerCase();
  const address = addressIn(from, about);
  const envelope = /\(?envelope-from\s+<?([^\s<>()]{0,320})>?/i.exec(text.slice(from.length))?.[1];
  return {
    from,
    by: word('by'),
    protocol: word('with'),
    ip: address,
    envelope: envelope ?? null,
  };
}

/** What the other side calls itself may look like an address too, so that only what our server put beside it is taken. */
function addressIn(from: string, about: string): string | null {
  if (/^\(HELO /i.test(about)) return null;
  const named = /\bhelo=/i.test(about);
  const seen = about.replace(/\bhelo=\S+/gi, '');
  const found = [...seen.matchAll(/\[(?:IPv6:)?([0-9a-f.:]{3,45})\]/gi)].at(-1)?.[1];
  const bare = /^\(([0-9a-f.:]{3,45})\)$/i.exec(about)?.[1];
  const first = named ? /^\[(?:IPv6:)?([0-9a-f.:]{3,45})\]$/i.exec(from)?.[1] : undefined;
  const address = found ?? bare ?? first ?? '';
  return isIP(address) ? address : null;
}
