import { draw, type Bucket } from './token-bucket';

/** So many calls at once, each as it was answered. */
function calls(count: number, perMinute: number, now: number, bucket?: Bucket): { waits: number[]; bucket: Bucket } {
  const waits: number[] = [];
  for (let at = 0; at < count; at++) {
    const drawn = draw(bucket, perMinute, now);
    waits.push(drawn.waitSeconds);
    ({ bucket } = drawn);
  }
  return { waits, bucket: bucket! };
}

describe('the allowance of a token', () => {
  it('lets a minute’s calls through at once and says when the next may come', () => {
    expect(calls(5, 3, 0).waits).toEqual([0, 0, 0, 20, 20]);
  });

  it('fills evenly, and no further than one minute', () => {
    const { bucket } = calls(60, 60, 0);
    expect(calls(3, 60, 2000, bucket).waits).toEqual([0, 0, 1]);
    expect(calls(62, 60, 3_600_000, bucket).waits.filter((wait) => wait === 0)).toHaveLength(60);
  });

  it('gives nothing for a clock that was put back', () => {
    const { bucket } = calls(2, 2, 60_000);
    expect(draw(bucket, 2, 0).waitSeconds).toBe(30);
  });
});
