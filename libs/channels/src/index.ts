export * from './channel';
export { createMailReader, type MailReader, type MailReaderOptions } from './mailbox/mail-reader';
