import { EMPTY_READING, type SenderCheck } from '@hub/domain';
import type { KeptMessage } from './kept-message';
import { Patience } from './patience';

const kept = (checking: Promise<SenderCheck | null> | null) =>
  ({ reading: EMPTY_READING, checking, checked: null }) as unknown as KeptMessage;
const never = new Promise<SenderCheck | null>(() => undefined);
const checks = (all: readonly KeptMessage[]) => all.map(({ checked }) => checked);

describe('waiting for what is found out of senders', () => {
  it('takes what comes in time and leaves the rest', async () => {
    const soon = new Promise<SenderCheck>((resolve) => setTimeout(resolve, 20, 'verified'));
    const all = [kept(Promise.resolve('failed')), kept(null), kept(soon)];
    expect(checks(await new Patience().settle(all))).toEqual(['failed', null, 'verified']);
  });

  it('is used up by what never comes, and grows back by a tenth', async () => {
    let now = 0;
    const waits: number[] = [];
    const real = globalThis.setTimeout;
    const timer = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms: number) => {
      waits.push(Math.round(ms));
      now += ms;
      return real(work, 0);
    }) as typeof setTimeout);
    try {
      const patience = new Patience(() => now);
      for (const later of [0, 0, 5_000, 60_000]) {
        now += later;
        expect(checks(await patience.settle([kept(Promise.resolve('verified')), kept(never)]))).toEqual(['verified', null]);
      }
    } finally {
      timer.mockRestore();
    }
    expect(waits).toEqual([2_000, 0, 500, 2_000]);
  });
});
