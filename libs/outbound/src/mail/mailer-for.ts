import { FolderMailer } from './folder.mailer';
import type { Mailer, Sender } from './mailer';
import { SmtpMailer, type SmtpOptions } from './smtp.mailer';

/** The settings' `mail`. */
export interface MailOptions {
  readonly from: Sender;
  readonly delivery: 'folder' | 'smtp';
  readonly folder: string;
  readonly smtp?: SmtpOptions;
}

export function mailerFor({ from, delivery, folder, smtp }: MailOptions): Mailer {
  if (delivery === 'folder') return new FolderMailer(folder, from);
  if (!smtp) throw new Error('mail.delivery is smtp, but there is no mail.smtp');
  return new SmtpMailer(smtp, from);
}
