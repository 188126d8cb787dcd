import { createTransport, type Transporter } from 'nodemailer';
import { compose, type ComposedLetter } from './compose';
import type { Mailer, OutgoingLetter, Sender } from './mailer';
import { smtpTrouble } from './smtp-trouble';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, on which we insist unless the server is this machine. */
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
const HERE = ['localhost', '127.0.0.1', '::1'];

export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;
  private nullSender = true;

  constructor(
    { host, port, secure, user, password, timeoutMs = TIMEOUT_MS }: SmtpOptions,
    private readonly from: Sender,
  ) {
    this.transport = createTransport({
      host,
      port,
      secure,
      requireTLS: !secure && !HERE.includes(host),
      ignoreTLS: !secure && HERE.includes(host),
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
      ...(user && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: timeoutMs,
      // Shorter than the silence of a line at work, or chance would decide whether the server or the letter is blamed.
      greetingTimeout: timeoutMs * 0.75,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(letter: OutgoingLetter): Promise<void> {
    const composed = await compose(letter, this.from);
    const { from } = composed.envelope;
    try {
      await this.hand(composed, from || this.nullSender ? from : this.from.address);
    } catch (error) {
      const refused = error as { command?: string; responseCode?: number };
      if (from || !this.nullSender || refused.command !== 'MAIL FROM' || !(Number(refused.responseCode) >= 500)) {
        throw smtpTrouble(error);
      }
      // The large public providers take no empty sender from their customers; the marks in the header remain.
      await this.hand(composed, this.from.address).catch((again: unknown) => {
        throw smtpTrouble(again);
      });
      this.nullSender = false;
    }
  }

  private async hand({ raw, envelope }: ComposedLetter, from: string): Promise<void> {
    await this.transport.sendMail({ raw, envelope: { from, to: [...envelope.to] } });
  }
}
