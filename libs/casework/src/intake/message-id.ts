import { createHash } from 'node:crypto';
import type { KeptMessage } from './kept-message';

/** 128 bits of the Message-ID: enough to find, nothing to read. */
export const messageIdHash = ({ reading }: KeptMessage): string | null =>
  reading?.messageId ? createHash('sha256').update(reading.messageId).digest('base64url').slice(0, 22) : null;
