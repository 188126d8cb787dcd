/** IANA special-purpose IPv4 blocks (RFC 6890 and its registry) with multicast: nothing of a public web stands there. */
const INWARD_V4: readonly (readonly [block: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Blocks inside 2000::/3 that are no place on the public web: protocol assignments, Teredo, documentation, 6to4. */
const INWARD_V6: readonly (readonly [block: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

function parseV4(text: string): bigint | null {
  const parts = V4.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function parseV6(text: string): bigint | null {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const v4 = tail.includes('.') ? parseV4(tail) : null;
  if (tail.includes('.') && v4 === null) return null;
  const plain = v4 === null ? text : `${text.slice(0, -tail.length)}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`;
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const [head, rest] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head!.length - (rest?.length ?? 0);
  if (rest ? missing < 1 : missing !== 0) return null;
  const groups = [...head!, ...Array<string>(rest ? missing : 0).fill('0'), ...(rest ?? [])];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

const within = (value: bigint, block: bigint, bits: number, width: number): boolean => {
  const rest = BigInt(width - bits);
  return value >> rest === block >> rest;
};

const isInwardV4 = (value: bigint): boolean => INWARD_V4.some(([block, bits]) => within(value, parseV4(block)!, bits, 32));

function isInwardV6(value: bigint): boolean {
  const embedded = value & 0xffff_ffffn;
  // IPv4-mapped addresses and NAT64 (RFC 6052) lead where the IPv4 address inside them leads.
  if (within(value, parseV6('::ffff:0:0')!, 96, 128) || within(value, parseV6('64:ff9b::')!, 96, 128))
    return isInwardV4(embedded);
  if (!within(value, parseV6('2000::')!, 3, 128)) return true;
  return INWARD_V6.some(([block, bits]) => within(value, parseV6(block)!, bits, 128));
}

/**
 * Whether an IP address leads anywhere but to the public web: this machine, the office's own network, carriers' inner
 * networks, link-local (cloud metadata), multicast and reserved blocks. What is no address at all counts as inward.
 */
export function isInward(address: string): boolean {
  const v4 = parseV4(address);
  if (v4 !== null) return isInwardV4(v4);
  const v6 = parseV6(address.replace(/%.*$/, ''));
  return v6 === null || isInwardV6(v6);
}

/** Whom an address counts for where tries are limited: one IPv4 address, or the /64 that one subscriber has of IPv6 (RFC 6177). */
export function networkOf(address: string): string {
  const v6 = parseV6(address.replace(/%.*$/, ''));
  if (v6 === null) return address;
  const embedded = v6 & 0xffff_ffffn;
  if (within(v6, parseV6('::ffff:0:0')!, 96, 128))
    return [24n, 16n, 8n, 0n].map((shift) => (embedded >> shift) & 0xffn).join('.');
  return `${(v6 >> 64n).toString(16).padStart(16, '0')}/64`;
}
