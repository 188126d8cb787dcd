import { createHash } from 'node:crypto';
import { NEW_THING, type WebContact, type WebSubmission, type WebThing } from '@hub/domain';

/** What one page of the form writes: a mark tells whether another tab has changed it since. */
export class Part<T> {
  constructor(
    private readonly of: (submission: WebSubmission) => T | undefined,
    readonly put: (submission: WebSubmission, value: T) => WebSubmission,
  ) {}

  mark(submission: WebSubmission): string {
    return this.markOf(this.of(submission));
  }

  markOf(value: T | undefined): string {
    return createHash('sha256')
      .update(JSON.stringify(value ?? null))
      .digest('base64url')
      .slice(0, 12);
  }

  isThere(submission: WebSubmission): boolean {
    return this.of(submission) !== undefined;
  }
}

const withThing = (submission: WebSubmission, at: number, thing: WebThing): WebSubmission => ({
  ...submission,
  things: submission.things.map((one, index) => (index === at ? thing : one)),
});

/** `at` counts from 0; a thing that is gone by now is written as the last one again. */
const placeOf = (submission: WebSubmission, at: number): number => Math.min(at, submission.things.length - 1);

export const kindPart = (at: number): Part<string> =>
  new Part(
    ({ things }) => things[at]?.kind,
    (now, kind) => withThing(now, placeOf(now, at), { ...(now.things[placeOf(now, at)] ?? NEW_THING), kind }),
  );

export type ThingWords = Omit<WebThing, 'kind'>;

const wordsOf = ({ kind: _, ...words }: WebThing): ThingWords => words;

export const wordsPart = (at: number): Part<ThingWords> =>
  new Part(
    ({ things }) => things[at] && wordsOf(things[at]),
    (now, words) => withThing(now, placeOf(now, at), { ...(now.things[placeOf(now, at)] ?? NEW_THING), ...words }),
  );

export const contactPart: Part<WebContact> = new Part(
  ({ contact }) => contact,
  (now, contact) => ({ ...now, contact }),
);
