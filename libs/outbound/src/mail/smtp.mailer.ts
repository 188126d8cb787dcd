import { createTransport, type Transporter } from 'nodemailer';
import { Readable } from 'node:stream';
import { compose, type ComposedLetter } from './compose';
import type { Mailer, OutgoingLetter, Sender } from './mailer';
import { refusesSender, smtpTrouble } from './smtp-trouble';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, on which we insist unless the server is this machine. */
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly timeoutMs?: number;
  /** How long the server may take over a whole letter that it has (RFC 5321 §4.5.3.2.6 asks for patience). */
  readonly answerMs?: number;
}

const TIMEOUT_MS = 20_000;
const ANSWER_MS = 60_000;
const HERE = ['localhost', '127.0.0.1', '::1'];

/** What nodemailer's plug-in needs to know of one letter. */
interface Handing {
  readonly handing?: { over: boolean };
}

export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;
  /** The large public providers let their customers send under the account's own address only. */
  private onlyOwnAddress = false;

  constructor(
    { host, port, secure, user, password, timeoutMs = TIMEOUT_MS, answerMs = ANSWER_MS }: SmtpOptions,
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
      socketTimeout: Math.max(answerMs, timeoutMs),
      dnsTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.transport.use('stream', (mail, done) => {
      const { handing } = mail.data as Handing;
      if (handing) mail.message.processFunc((bytes) => watched(bytes as Readable, handing));
      done();
    });
  }

  /** A cut after the last byte and before the answer leaves open whether the letter was taken: the trouble is `doubtful`. */
  async send(letter: OutgoingLetter, signal?: AbortSignal): Promise<void> {
    const composed = await compose(letter, this.from);
    await this.underSomeAddress(composed, signal).catch((error: unknown) => {
      throw smtpTrouble(error);
    });
  }

  private async underSomeAddress(composed: ComposedLetter, signal?: AbortSignal): Promise<void> {
    const own = this.from.address;
    const { from } = composed.envelope;
    if (this.onlyOwnAddress || from === own) return this.hand(composed, own, signal);
    try {
      await this.hand(composed, from, signal);
    } catch (error) {
      if (!refusesSender(error)) throw error;
      await this.hand(composed, own, signal);
      this.onlyOwnAddress = true;
    }
  }

  private async hand({ raw, envelope }: ComposedLetter, from: string, signal?: AbortSignal): Promise<void> {
    const handing = { over: false };
    const mail = { raw, envelope: { from, to: [...envelope.to] }, handing, ...(signal && { signal }) };
    try {
      await this.transport.sendMail(mail);
    } catch (error) {
      const answered = (error as { responseCode?: number }).responseCode;
      throw handing.over && !answered ? smtpTrouble(error, true) : error;
    }
  }
}

/** The bytes as they are; `over` once the server's end has asked for what comes after the last. Nobody reads before DATA is allowed. */
const watched = (bytes: Readable, handing: { over: boolean }): Readable =>
  Readable.from(
    (async function* () {
      yield* bytes;
      handing.over = true;
    })(),
    { objectMode: false },
  );
