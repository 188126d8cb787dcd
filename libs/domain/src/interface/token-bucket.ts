/** How much of a minute's allowance is left, and as of when (milliseconds). */
export interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** One call out of an allowance that fills evenly; where nothing is left, `waitSeconds` says when the next may come. */
export function draw(
  bucket: Bucket | undefined,
  perMinute: number,
  now: number,
): { readonly bucket: Bucket; readonly waitSeconds: number } {
  const filled = bucket ? bucket.left + (Math.max(now - bucket.at, 0) * perMinute) / 60_000 : perMinute;
  const left = Math.min(filled, perMinute);
  if (left >= 1) return { bucket: { left: left - 1, at: now }, waitSeconds: 0 };
  return { bucket: { left, at: now }, waitSeconds: Math.max(1, Math.ceil(((1 - left) * 60) / perMinute)) };
}
