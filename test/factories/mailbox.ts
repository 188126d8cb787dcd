import type { ImapOptions } from '@hub/channels';
import type { Dovecot } from '../support/dovecot';

/** The director's mailbox on that server, read from its first letter on. */
export const directorsMailbox = ({ host, port, user, password }: Dovecot): Omit<ImapOptions, 'cursor'> => ({
  name: 'director',
  source: '局长信箱',
  host,
  port,
  user,
  password,
  secure: false,
  tls: 'none',
  folder: 'INBOX',
  from: 'all',
  maxBytes: 1 << 20,
});
