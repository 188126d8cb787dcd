// A real SMTP server on a free port that keeps what it is given, and that can be as unkind as real ones are.
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { type Readable } from 'node:stream';
import { setTimeout as rest } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface SunkMessage {
  envelope: { from: string; to: string[] };
  raw: Buffer;
}

/**
 * - `accept`: 250 for everything.
 * - `refuse`: answers `code` (4xx for now, 5xx for ever) at the given step, by default at RCPT, to all or to some senders
 *   or recipients; nothing is kept.
 * - `hang`: says nothing from the given step on, by default after the data; nothing is kept.
 * - `slow`: takes one message in so many milliseconds, over all connections together.
 * - `drop`: takes the whole message, **keeps it**, and cuts the line before saying so: the sender cannot know.
 */
type Step = 'connect' | 'mail' | 'rcpt' | 'data';

export type Mood =
  | { kind: 'accept' }
  | {
      kind: 'refuse';
      code: number;
      text?: string;
      at?: Step;
      senders?: (address: string) => boolean;
      to?: (address: string) => boolean;
    }
  | { kind: 'hang'; at?: Step }
  | { kind: 'slow'; everyMs: number }
  | { kind: 'drop' };

const refusal = (code: number, text = 'refused by the test') => Object.assign(new Error(text), { responseCode: code });
const senderOf = ({ envelope }: SMTPServerSession) => (envelope.mailFrom ? envelope.mailFrom.address : '');
const forEver = new Promise<never>(() => {});

export class SmtpSink {
  readonly messages: SunkMessage[] = [];
  /** Of every MAIL FROM, refused or not. */
  readonly senders: string[] = [];
  /** Connections that were ever made. */
  connections = 0;
  /** What was said at each login: `user PLAIN` or `user XOAUTH2 token`. */
  readonly logins: string[] = [];
  /** The only OAuth2 token that it takes; null takes any. */
  token: string | null = null;
  private mood: Mood = { kind: 'accept' };
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<SmtpSink> {
    const sink: SmtpSink = new SmtpSink(
      new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        disableReverseLookup: true,
        allowInsecureAuth: true,
        closeTimeout: 50,
        logger: false,
        authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
        onAuth: (auth, _session, done) => {
          const { username = '', method, accessToken } = auth;
          sink.logins.push([username, method, accessToken].filter(Boolean).join(' '));
          const isWrong = accessToken !== undefined && sink.token !== null && accessToken !== sink.token;
          done(isWrong ? refusal(535, 'expired token') : null, isWrong ? undefined : { user: username });
        },
        onConnect: (_session, done) => {
          sink.connections += 1;
          void sink.meet('connect').then(() => done(), done);
        },
        onMailFrom: (address, _session, done) => void sink.meet('mail', address.address).then(() => done(), done),
        onRcptTo: (address, session, done) => void sink.meet('rcpt', senderOf(session), address.address).then(() => done(), done),
        onData: (stream, session, done) => void sink.take(stream, session).then(() => done(), done),
      }),
    );
    // A client that gives up on us is what the tests are about, not a fault of theirs.
    sink.server.on('error', () => {});
    sink.server.listen(0, '127.0.0.1');
    await once(sink.server.server, 'listening');
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** From the next command on. */
  behave(mood: Mood): void {
    this.mood = mood;
  }

  /** Ends every connection, as servers do with those that rest. */
  cut(): void {
    for (const connection of this.server.connections) connection._socket.destroy();
  }

  /** Connections that are open now. */
  get open(): number {
    return this.server.connections.size;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private async meet(step: Step, sender = '', to = ''): Promise<void> {
    const mood = this.mood;
    if (step === 'mail') this.senders.push(sender);
    const meant = mood.kind === 'refuse' && (mood.senders?.(sender) ?? true) && (mood.to?.(to) ?? true);
    if (meant && (mood.at ?? 'rcpt') === step) throw refusal(mood.code, mood.text);
    if (mood.kind === 'hang' && (mood.at ?? 'data') === step) await forEver;
  }

  private async take(stream: Readable, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const { mailFrom, rcptTo } = session.envelope;
    await this.meet('data', senderOf(session), rcptTo[0]?.address);
    if (this.mood.kind === 'slow') {
      const { everyMs } = this.mood;
      await (this.turn = this.turn.then(() => rest(everyMs)));
    }
    this.messages.push({
      envelope: { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((to) => to.address) },
      raw: Buffer.concat(chunks),
    });
    if (this.mood.kind !== 'drop') return;
    for (const connection of this.server.connections) if (connection.session.id === session.id) connection._socket.destroy();
    await forEver;
  }
}
