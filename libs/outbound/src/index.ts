export { Courier, type CourierOptions } from './courier';
export { SiteReplyCourier, type ReplySite, type SiteReplyCourierOptions } from './sites/site-reply-courier';
export { WebhookCourier, type WebhookCourierOptions } from './webhooks/webhook-courier';
export { createDocumentRenderer } from './documents/renderer';
export { FolderMailer } from './mail/folder.mailer';
export { mailerFor, type MailOptions } from './mail/mailer-for';
export { Undelivered, type Mailer, type Obstacle, type OutgoingLetter, type Sender } from './mail/mailer';
export { SmtpMailer, type SmtpOptions } from './mail/smtp.mailer';
