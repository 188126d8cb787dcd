import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export type SmtpLogin = Parameters<SMTPConnection['login']>[0];

type Done = (error?: Error | null) => void;

/** A server that does not answer QUIT is left alone. */
const QUIT_MS = 2_000;

/** One connection to the mail server, over which letters go one after another. */
export class SmtpLine {
  /** Letters that were tried over it. */
  letters = 0;
  gone = false;
  private readonly connection: SMTPConnection;
  private fail: ((error: Error) => void) | null = null;

  private constructor(options: SMTPConnectionOptions) {
    this.connection = new SMTPConnection(options);
    const end = (error: Error) => {
      this.gone = true;
      this.fail?.(error);
    };
    this.connection.on('error', end);
    this.connection.on('end', () => end(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })));
  }

  static async open(options: SMTPConnectionOptions, login: SmtpLogin | null, signal?: AbortSignal): Promise<SmtpLine> {
    const line = new SmtpLine(options);
    try {
      await line.act((done) => line.connection.connect(done), signal);
      if (login && line.connection.allowsAuth) await line.act((done) => line.connection.login(login, done), signal);
      return line;
    } catch (error) {
      line.cut();
      throw error;
    }
  }

  /** `handing.over` says once the letter's last byte was asked for; before that the server cannot have taken it. */
  send({ from, to }: Envelope, raw: Buffer, handing: { over: boolean }, signal?: AbortSignal): Promise<void> {
    this.letters += 1;
    const bytes = watched(raw, handing);
    return this.act((done) => this.connection.send({ from, to: [...to] }, bytes, (error) => done(error)), signal);
  }

  /** Forgets a letter that was refused half-way. */
  reset(): Promise<void> {
    return this.act((done) => this.connection.reset(done));
  }

  quit(): void {
    if (this.gone) return;
    this.connection.quit();
    setTimeout(() => this.cut(), QUIT_MS).unref();
  }

  cut(): void {
    this.gone = true;
    this.connection.close();
  }

  private act(begin: (done: Done) => void, signal?: AbortSignal): Promise<void> {
    let stop = (): void => undefined;
    return new Promise<void>((resolve, reject) => {
      stop = () => {
        reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
        this.cut();
      };
      this.fail = reject;
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      begin((error) => (error ? reject(error) : resolve()));
    }).finally(() => {
      this.fail = null;
      signal?.removeEventListener('abort', stop);
    });
  }
}

/** The bytes as they are; nobody reads them before the server has allowed DATA. */
const watched = (raw: Buffer, handing: { over: boolean }): Readable =>
  Readable.from(
    (function* () {
      yield raw;
      handing.over = true;
    })(),
    { objectMode: false },
  );
