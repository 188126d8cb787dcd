import { ImapFlow, type ImapFlowError, type MailboxObject } from 'imapflow';
import { ChannelTrouble } from '../channel-trouble';
import { tlsOf, type Trust } from './imap-tls';
import { type ImapPlace, troubleOf } from './imap-trouble';
import { checkLogin, loginKey, noteRefusal } from './login-guard';
import { readToken } from './token-file';

export interface ImapAccount extends ImapPlace, Trust {
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** Without `secure`: `none` sends the password in the clear, the others insist on STARTTLS. */
  readonly tls: 'required' | 'starttls' | 'none';
  /** Either this, or the file of an OAuth2 token. */
  readonly password?: string;
  readonly tokenFile?: string;
  readonly maxBytes: number;
  readonly patience?: Patience;
}

/** How long a silent line is trusted. */
export interface Patience {
  /** A server that has not said a word for so long is asked for a sign of life, and given up where it gives none. */
  readonly answerMs: number;
  /** IDLE is begun anew after so long; servers hang up after half an hour, routers much earlier. */
  readonly idleMs: number;
}

/** NetEase opens no folder before the client has said its name after the login, whether or not it announces ID. */
const NETEASE = /(?:^|\.)(?:163|126|yeah|188|vip\.163)\.(?:com|net)$|\.netease\.com$/i;
const CLIENT = { name: 'yixiantong', version: '1.0', vendor: 'yixiantong' };
const REST_MS = 5_000;
const PATIENCE: Patience = { answerMs: 60_000, idleMs: 240_000 };
/** A line that broke sooner is left to the next pass. */
const STEADY_MS = 30_000;
const quiet = (): void => undefined;
const SILENT = { debug: quiet, info: quiet, error: quiet, isLevelEnabled: (level: string) => level === 'warn' };
const LITERAL_SLACK = 1 << 20;

/**
 * A connection to one folder of a mailbox, opened when it is needed and let go when nobody has used it for some seconds, so
 * that letters offered by a pass can be fetched after it. Errors come out in Chinese.
 */
export class ImapSession {
  private client: ImapFlow | null = null;
  private opening: Promise<ImapFlow> | null = null;
  private fresh: ImapFlow | null = null;
  private working = 0;
  /** What a server said that has had enough of us, by the line on which it said so. */
  private readonly tired = new WeakMap<ImapFlow, unknown>();
  private rest: NodeJS.Timeout | null = null;
  /** Something came since the folder was last looked through. */
  private news = false;

  constructor(private readonly account: ImapAccount) {}

  async run<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    clearTimeout(this.rest ?? undefined);
    this.working++;
    try {
      const client = await this.open();
      return await work(client).catch((error: unknown) => {
        throw this.tired.get(client) ?? error;
      });
    } catch (error) {
      throw error instanceof ChannelTrouble ? error : troubleOf(error, this.account);
    } finally {
      this.leave();
    }
  }

  private leave(): void {
    if (--this.working === 0) this.rest = setTimeout(() => void this.close(), REST_MS).unref();
  }

  /** The folder is looked through now: what comes later is news. */
  heard(): void {
    this.news = false;
  }

  /** The server says by itself what comes (IDLE, RFC 2177). */
  get hears(): boolean {
    return Boolean(this.client?.usable && this.client.capabilities.has('IDLE'));
  }

  /**
   * Waits on the open line for what the server says by itself (IDLE, RFC 2177), and calls when a letter has come or the line
   * is gone; a server without IDLE says nothing. Answers how to stop listening.
   */
  listen(call: () => void): () => void {
    const { client } = this;
    if (!client || !this.hears) return () => undefined;
    clearTimeout(this.rest ?? undefined);
    this.working++;
    const began = performance.now();
    const over = new AbortController();
    const tell = (ms: number) => void setTimeout(() => over.signal.aborted || call(), ms).unref();
    const onMail = ({ count, prevCount }: { count: number; prevCount: number }) => count > prevCount && tell(50);
    const onClose = () => {
      if (performance.now() - began > STEADY_MS) tell(1_000 + Math.random() * 4_000);
    };
    client.on('exists', onMail);
    client.once('close', onClose);
    if (this.news) tell(50);
    void idle(client, over.signal);
    return () => {
      if (over.signal.aborted) return;
      over.abort();
      client.off('exists', onMail);
      client.off('close', onClose);
      this.leave();
    };
  }

  /** The folder as it is now: a connection that was kept opens it anew, for its UIDVALIDITY. */
  async folder(client: ImapFlow): Promise<MailboxObject> {
    const isFresh = this.fresh === client;
    this.fresh = null;
    return isFresh && client.mailbox ? client.mailbox : this.select(client);
  }

  private async select(client: ImapFlow): Promise<MailboxObject> {
    try {
      return await client.mailboxOpen(this.account.folder);
    } catch (error) {
      if (!/unsafe login/i.test(String((error as ImapFlowError).responseText))) throw error;
      await introduce(client);
      return client.mailboxOpen(this.account.folder);
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.rest ?? undefined);
    const client = this.client ?? (await this.opening?.catch(() => null));
    this.client = null;
    if (!client) return;
    // A server that does not answer LOGOUT is left alone.
    const giveUp = setTimeout(() => client.close(), 2_000);
    await client.logout().catch(() => client.close());
    clearTimeout(giveUp);
  }

  private async open(): Promise<ImapFlow> {
    if (this.client?.usable) return this.client;
    this.opening ??= this.connect().finally(() => (this.opening = null));
    return this.opening;
  }

  private async connect(): Promise<ImapFlow> {
    const { host, port, user, password = '', tokenFile } = this.account;
    const secret = tokenFile ? await readToken(tokenFile) : password;
    const key = loginKey(host, port, user, secret);
    checkLogin(key);
    try {
      const client = await this.logIn(tokenFile ? { user, accessToken: secret } : { user, pass: secret });
      this.client = client;
      this.fresh = client;
      return client;
    } catch (error) {
      const trouble = error instanceof ChannelTrouble ? error : troubleOf(error, this.account);
      noteRefusal(key, trouble);
      throw trouble;
    }
  }

  private async logIn(auth: { user: string; pass?: string; accessToken?: string }): Promise<ImapFlow> {
    const { host, port, secure, tls, maxBytes, patience = PATIENCE } = this.account;
    const client: ImapFlow = new ImapFlow({
      host,
      port,
      secure,
      ...(secure ? {} : { doSTARTTLS: tls !== 'none' }),
      tls: await tlsOf(this.account),
      auth,
      clientInfo: CLIENT,
      logger: {
        ...SILENT,
        // imapflow sits out the time that the server asks for with the line held; we hang up and come back.
        warn: ({ msg, err }: { msg?: string; err?: unknown }) => {
          if (msg !== 'Throttling detected') return;
          this.tired.set(client, err);
          setImmediate(() => client.close());
        },
      },
      disableAutoIdle: true,
      // NetEase hangs up on whoever says nothing but NOOP.
      missingIdleCommand: 'STATUS',
      maxLiteralSize: maxBytes + LITERAL_SLACK,
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: patience.answerMs,
      maxIdleTime: patience.idleMs,
    });
    // A server that dies gives `close` alone, other troubles `error`; without a listener the second ends the process.
    client.on('error', () => this.drop(client));
    client.on('close', () => this.drop(client));
    client.on('exists', ({ count, prevCount }) => (this.news ||= count > prevCount));
    try {
      await client.connect();
      if (NETEASE.test(host)) await introduce(client);
      await this.select(client);
    } catch (error) {
      client.close();
      throw this.tired.get(client) ?? error;
    }
    return client;
  }

  private drop(client: ImapFlow): void {
    if (this.client === client) this.client = null;
  }
}

/** Whatever ends an IDLE (another command, the server, a sign of life asked for), it is begun again while somebody listens. */
async function idle(client: ImapFlow, over: AbortSignal): Promise<void> {
  while (!over.aborted && client.usable) {
    const began = performance.now();
    await client.idle().catch(() => undefined);
    if (performance.now() - began < 100) await new Promise((resolve) => setTimeout(resolve, 1_000).unref());
  }
}

interface RawCommands {
  exec(command: string, attributes: unknown[]): Promise<{ next(): void }>;
}

/** Says our name although the server did not ask (RFC 2971); what it answers does not matter. imapflow itself would keep silent. */
async function introduce(client: ImapFlow): Promise<void> {
  const list = Object.entries(CLIENT)
    .flat()
    .map((value) => ({ type: 'STRING', value }));
  const done = await (client as unknown as RawCommands).exec('ID', [list]).catch(() => null);
  done?.next();
}
