import { partText } from './sentences';
import { NEW_THING, type WebSubmission } from './submission';

/** 一事一件: as many things as one submission may be parted into. */
export const MOST_THINGS = 5;

/** Parts a thing in two: the chosen sentences become one of its own, of the same kind and in the same street. `at` counts from 0. */
export function partThing(submission: WebSubmission, at: number, leaving: ReadonlySet<number>): WebSubmission {
  const { things } = submission;
  const thing = things[at];
  if (!thing || things.length >= MOST_THINGS) return submission;
  const { stays, leaves } = partText(thing.text, leaving);
  const { kind, street, kept } = thing;
  return {
    ...submission,
    things: [
      ...things.map((one, index) => (index === at ? { ...one, text: stays } : one)),
      { ...NEW_THING, kind, street, kept, text: leaves },
    ],
  };
}

/** Takes a thing out; files that were its own belong to all again. The last one stays. */
export function withoutThing(submission: WebSubmission, at: number): WebSubmission {
  if (submission.things.length < 2) return submission;
  const owner = (thing: number | null) => (thing === null || thing === at + 1 ? null : thing > at + 1 ? thing - 1 : thing);
  return {
    ...submission,
    things: submission.things.filter((_, index) => index !== at),
    files: submission.files.map((file) => ({ ...file, thing: owner(file.thing) })),
  };
}
