/** Whether the sender's own domain stands for a mail: it does, it does not, or nobody could tell. */
export const SENDER_CHECKS = ['verified', 'failed', 'unverified'] as const;
export type SenderCheck = (typeof SENDER_CHECKS)[number];

const HEADER = 4_000;
const METHODS = 30;

/** A domain stands for itself and for those below it (RFC 7489 §3.1, relaxed; a public suffix signs nothing). */
const standsFor = (signed: string, from: string): boolean =>
  signed.includes('.') && (from === signed || from.endsWith(`.${signed}`) || signed.endsWith(`.${from}`));

const domainIn = (text: string, property: string): string => {
  const found = new RegExp(`(?:^|\\s)${property}\\s*=\\s*"?([^\\s;"]{1,320})`, 'i').exec(text)?.[1] ?? '';
  return found.slice(found.lastIndexOf('@') + 1).toLowerCase();
};

const serverOf = (result: string): string => plain(result).split(';', 1)[0]!.trim().split(/\s+/)[0]!.toLowerCase();
const plain = (result: string): string => result.slice(0, HEADER).replace(/\([^()]*\)/g, ' ');

/**
 * Our own mail server has looked at this letter (RFC 8601). Only the topmost header counts and only under our server's name:
 * anybody can write such headers into his letter, but none above those of the server that received it. `results` are the
 * values of Authentication-Results from the top.
 */
export const serverSpoke = (results: readonly string[], authServId: string | null): boolean =>
  authServId !== null && results.length > 0 && serverOf(results[0]!) === authServId.toLowerCase();

/** What our own mail server found out about `from`, the sender's address. */
export function senderCheck(results: readonly string[], from: string, authServId: string | null): SenderCheck {
  const sender = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  if (!serverSpoke(results, authServId) || !from.includes('@')) return 'unverified';
  const [, ...methods] = plain(results[0]!)
    .split(';', METHODS)
    .map((part) => part.trim());
  const found = methods.map((text) => {
    const [, method = '', result = ''] = /^([a-z0-9-]{1,30})(?:\/\d+)?\s*=\s*([a-z]{1,20})/i.exec(text) ?? [];
    return { method: method.toLowerCase(), result: result.toLowerCase(), text };
  });
  const dmarc = found.find(({ method }) => method === 'dmarc');
  const judged = dmarc && domainIn(dmarc.text, 'header\\.from');
  if (dmarc && (!judged || judged === sender)) {
    if (dmarc.result === 'pass') return 'verified';
    if (dmarc.result === 'fail') return 'failed';
  }
  const passed = found.some(
    ({ method, result, text }) =>
      result === 'pass' &&
      ((method === 'dkim' && standsFor(domainIn(text, 'header\\.d') || domainIn(text, 'header\\.i'), sender)) ||
        (method === 'spf' && standsFor(domainIn(text, 'smtp\\.mailfrom'), sender))),
  );
  return passed ? 'verified' : 'unverified';
}
