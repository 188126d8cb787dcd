import { maskEmail, maskName } from '../privacy/mask';
import { identityMask } from '../privacy/mask-text';
import type { Reading } from './inbound-message';
import { ownWords } from './reply-text';
import { clip, oneLine } from './text';

/** What a person sees of a letter that waits for him, before he opens the original: masked, for it belongs to no appeal yet. */
export interface Glance {
  readonly sender: string;
  readonly subject: string;
  /** The beginning of the writer's own words. */
  readonly words: string;
}

const SUBJECT = 100;
const WORDS = 160;
/** Longer than what is shown, so that what is masked is seen whole. */
const READ = 2000;

export function glanceOf({ party, subject, text }: Reading): Glance {
  const mask = identityMask(party);
  const name = party.name.includes('@') ? maskEmail(party.name) : maskName(party.name);
  return {
    sender: clip([name, party.email && maskEmail(party.email)].filter(Boolean).join(' '), 100),
    subject: clip(oneLine(mask(clip(subject, READ))), SUBJECT),
    words: clip(oneLine(mask(ownWords(clip(text, READ)))), WORDS),
  };
}
