import type { InboundMessage } from '@hub/domain';
import { lastValueFrom, range, map, toArray } from 'rxjs';
import { takeIn } from './take-in';

const offered = (count: number) => range(0, count).pipe(map((at) => ({ sourceKey: String(at) }) as InboundMessage));
const soon = () => new Promise((done) => setTimeout(done, 5));

describe('taking in', () => {
  it('reads the next batch while one is written, and writes them in their order', async () => {
    const log: string[] = [];
    const accept = async (batch: readonly InboundMessage[], turn: Promise<unknown>) => {
      const first = batch[0]!.sourceKey;
      log.push(`read ${first}`);
      await turn;
      log.push(`write ${first}`);
      await soon();
      log.push(`written ${first}`);
      return batch.map(({ sourceKey }) => sourceKey);
    };
    const taken = await lastValueFrom(takeIn({ accept }, offered(120)).pipe(toArray()));
    expect(taken.flat()).toEqual(Array.from({ length: 120 }, (_, at) => String(at)));
    expect(log.filter((line) => !line.startsWith('read'))).toEqual(
      ['0', '50', '100'].flatMap((one) => [`write ${one}`, `written ${one}`]),
    );
    expect(log.indexOf('read 50')).toBeLessThan(log.indexOf('written 0'));
  });

  it('writes nothing after a batch that could not be written, and ends with its error', async () => {
    const written: string[] = [];
    const accept = async (batch: readonly InboundMessage[], turn: Promise<unknown>) => {
      await turn;
      await soon();
      if (batch[0]!.sourceKey === '50') throw new Error('disk full');
      written.push(batch[0]!.sourceKey);
      return batch.map(({ sourceKey }) => sourceKey);
    };
    await expect(lastValueFrom(takeIn({ accept }, offered(400)))).rejects.toThrow('disk full');
    await soon();
    await soon();
    expect(written).toEqual(['0']);
  });
});
