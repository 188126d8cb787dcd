import { isFresh, provenBy, type SenderProofs } from './sender-proofs';

const NOTHING: SenderProofs = { signature: 'none', path: 'unchecked', policy: 'reject', forwarded: false, complete: true };

describe('what a letter proves of its sender', () => {
  it.each<[string, Partial<SenderProofs>, string]>([
    ['a signature of the domain', { signature: 'pass' }, 'verified'],
    ['the path alone', { path: 'pass' }, 'verified'],
    ['a signature after forwarding', { signature: 'pass', path: 'broken', forwarded: true }, 'verified'],
    ['nothing at all', {}, 'unverified'],
    ['a broken signature, the path unseen', { signature: 'broken' }, 'unverified'],
    ['a wrong path without signature', { path: 'broken' }, 'failed'],
    ['a wrong path and a broken signature', { path: 'broken', signature: 'broken' }, 'failed'],
    ['a wrong path where the domain quarantines', { path: 'broken', policy: 'quarantine' }, 'failed'],
    ['a wrong path where the domain asks for nothing', { path: 'broken', policy: 'none' }, 'unverified'],
    ['a wrong path of a forwarded letter', { path: 'broken', forwarded: true }, 'unverified'],
    ['both broken by whoever forwarded', { path: 'broken', signature: 'broken', forwarded: true }, 'failed'],
    ['a wrong path with a question open', { path: 'broken', complete: false }, 'unverified'],
    ['a signature with a question open', { signature: 'pass', complete: false }, 'verified'],
  ])('by %s', (_, proofs, verdict) => {
    expect(provenBy({ ...NOTHING, ...proofs })).toBe(verdict);
  });

  it('is asked of letters of the last seven days', () => {
    expect(isFresh('2026-11-17T09:00:01.000Z', '2026-11-24T09:00:00.000Z')).toBe(true);
    expect(isFresh('2026-11-17T09:00:00.000Z', '2026-11-24T09:00:00.000Z')).toBe(false);
  });
});
