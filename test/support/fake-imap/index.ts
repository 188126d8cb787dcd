import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, type SecureContext } from 'node:tls';
import { Conversation } from './conversation';
import type { FakeLetter, FakePlace } from './place';
import type { ImapProfile } from './profiles';

export * from './profiles';

/** A small IMAP server with the habits of a known provider. Real servers are used wherever they can be made to behave so. */
export class FakeImap implements FakePlace {
  readonly host = '127.0.0.1';
  readonly user = 'jz@example.test';
  readonly password = 'authorised-code';
  readonly commands: string[] = [];
  readonly logins: number[] = [];
  readonly folders = new Map<string, FakeLetter[]>([['INBOX', []]]);
  uidValidity = 7;
  private nextUid = 1;
  private readonly server: Server;
  private readonly talks = new Map<Socket, Conversation>();

  private constructor(public profile: ImapProfile) {
    const { tls, starttls } = profile;
    const meet = (socket: Socket) => this.meet(socket);
    this.server = tls && !starttls ? createTlsServer(tls, meet) : createServer(meet);
  }

  static async open(profile: ImapProfile = {}): Promise<FakeImap> {
    const server = new FakeImap(profile);
    await new Promise<void>((resolve) => server.server.listen(0, server.host, resolve));
    return server;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get secureContext(): SecureContext {
    return createSecureContext(this.profile.tls);
  }

  get connections(): number {
    return this.talks.size;
  }

  get uidNext(): number {
    return this.nextUid;
  }

  /** Delivers letters; `uid` leaves a gap before them, or fills one. */
  append(raws: readonly string[], uid = this.nextUid, at = new Date()): void {
    raws.forEach((raw, index) => this.put('INBOX', Buffer.from(raw), at, uid + index));
    for (const talk of this.talks.values()) talk.tellCount();
  }

  put(folder: string, raw: Buffer, at: Date, uid = this.nextUid): void {
    const all = [...(this.folders.get(folder) ?? []), { uid, raw, at, flags: new Set<string>() }];
    this.folders.set(
      folder,
      all.sort((a, b) => a.uid - b.uid),
    );
    this.nextUid = Math.max(this.nextUid, uid + 1);
  }

  shown(folder: string): FakeLetter[] {
    const all = this.folders.get(folder) ?? [];
    return this.profile.newest === undefined ? all : all.slice(-this.profile.newest);
  }

  /** Takes the newest letters out of the INBOX, as somebody who tidies up. */
  removeNewest(count: number): void {
    this.folders.set('INBOX', this.folders.get('INBOX')!.slice(0, -count));
  }

  /** Cuts every line. */
  cut(): void {
    for (const socket of this.talks.keys()) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private meet(socket: Socket): void {
    this.talks.set(socket, new Conversation(this, socket));
    socket.on('error', () => undefined).on('close', () => this.talks.delete(socket));
  }
}
