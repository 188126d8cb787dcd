import type { MessageView } from '@hub/contract';
import { splitReply } from '@hub/domain';
import type { MessageEntity } from '@hub/persistence';

/** A letter's own words, where it holds more than these; what we write ourselves is never taken apart. */
export function replyView({ direction, text }: MessageEntity): MessageView['reply'] {
  if (direction !== 'in') return null;
  const { own, signature, quoted } = splitReply(text);
  return signature || quoted ? { own, hasSignature: signature !== '', hasQuote: quoted !== '' } : null;
}
