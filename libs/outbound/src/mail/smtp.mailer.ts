import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { compose, type ComposedLetter } from './compose';
import type { Mailer, OutgoingLetter, Sender } from './mailer';
import { SmtpLine, type SmtpLogin } from './smtp-line';
import { SmtpPool } from './smtp-pool';
import { openingTrouble, refusesSender, smtpTrouble } from './smtp-trouble';
import { readToken } from './token-file';

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, on which we insist unless the server is this machine. */
  readonly secure: boolean;
  readonly user?: string;
  /** With `user`, either this or the file of an OAuth2 token. */
  readonly password?: string;
  readonly tokenFile?: string;
  readonly timeoutMs?: number;
  /** How long the server may take over a whole letter that it has (RFC 5321 §4.5.3.2.6 asks for patience). */
  readonly answerMs?: number;
  /** How long a connection waits for the next letter. */
  readonly idleMs?: number;
}

const TIMEOUT_MS = 20_000;
const ANSWER_MS = 60_000;
const HERE = ['localhost', '127.0.0.1', '::1'];

export class SmtpMailer implements Mailer {
  private readonly pool: SmtpPool;
  /** The large public providers let their customers send under the account's own address only. */
  private onlyOwnAddress = false;

  constructor(
    private readonly options: SmtpOptions,
    private readonly from: Sender,
  ) {
    const connection = connectionOf(options);
    const open = async (signal?: AbortSignal) => SmtpLine.open(connection, await this.login(), signal);
    this.pool = new SmtpPool(
      (signal) => open(signal).catch((error: unknown) => Promise.reject(openingTrouble(error))),
      options.idleMs,
    );
  }

  async send(letter: OutgoingLetter, signal?: AbortSignal): Promise<void> {
    const composed = await compose(letter, this.from);
    await this.underSomeAddress(composed, signal).catch((error: unknown) => {
      throw smtpTrouble(error);
    });
  }

  close(): void {
    this.pool.close();
  }

  private async underSomeAddress({ envelope, raw }: ComposedLetter, signal?: AbortSignal): Promise<void> {
    const own = { ...envelope, from: this.from.address };
    if (this.onlyOwnAddress || envelope.from === own.from) return this.pool.send(own, raw, signal);
    try {
      await this.pool.send(envelope, raw, signal);
    } catch (error) {
      if (!refusesSender(error)) throw error;
      await this.pool.send(own, raw, signal);
      this.onlyOwnAddress = true;
    }
  }

  private async login(): Promise<SmtpLogin | null> {
    const { user, password = '', tokenFile } = this.options;
    if (!user) return null;
    if (!tokenFile) return { user, credentials: { user, pass: password } };
    const token = await readToken(tokenFile);
    return { type: 'OAUTH2', user, method: 'XOAUTH2', oauth2: bearer(user, token) };
  }
}

function connectionOf({ host, port, secure, timeoutMs = TIMEOUT_MS, answerMs = ANSWER_MS }: SmtpOptions): SMTPConnectionOptions {
  const isHere = HERE.includes(host);
  return {
    host,
    port,
    secure,
    requireTLS: !secure && !isHere,
    ignoreTLS: !secure && isHere,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    connectionTimeout: timeoutMs,
    // Shorter than the silence of a line at work, or chance would decide whether the server or the letter is blamed.
    greetingTimeout: timeoutMs * 0.75,
    socketTimeout: Math.max(answerMs, timeoutMs),
    dnsTimeout: timeoutMs,
  };
}

type OAuth2 = NonNullable<NonNullable<SmtpLogin>['oauth2']>;

/** The one token there is: a server that refuses it is not asked again with the same. */
const bearer = (user: string, token: string): OAuth2 =>
  ({
    getToken: (isRetry: boolean, done: (error: Error | null, token?: string) => void) =>
      isRetry ? done(new Error('the server refused the token')) : done(null, token),
    buildXOAuth2Token: (given: string) => Buffer.from(`user=${user}\x01auth=Bearer ${given}\x01\x01`).toString('base64'),
  }) as unknown as OAuth2;
