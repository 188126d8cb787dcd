import type { MessageView } from '@hub/contract';
import { splitReply } from '@hub/domain';
import type { MessageEntity } from '@hub/persistence';

/** A mail's own words, where it holds more than these; what came by a form or is written by us is never taken apart. */
export function replyView({ direction, mediaType, text }: MessageEntity): MessageView['reply'] {
  if (direction !== 'in' || mediaType !== 'message/rfc822') return null;
  const { own, signature, quoted } = splitReply(text);
  return signature || quoted ? { own, hasSignature: signature !== '', hasQuote: quoted !== '' } : null;
}
