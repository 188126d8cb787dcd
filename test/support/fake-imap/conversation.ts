import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { fetched, selected } from './answers';
import type { FakeLetter, FakePlace } from './place';

const DEFAULT = ['IMAP4rev1', 'ID', 'UIDPLUS', 'MOVE', 'NAMESPACE', 'AUTH=PLAIN', 'SASL-IR'];

/** One client at the line. */
export class Conversation {
  private rest = Buffer.alloc(0);
  private folder: string | null = null;
  private named = false;
  private idling: string | null = null;
  /** What the next line of the client answers. */
  private asked: ((line: string) => void) | null = null;
  private quiet: NodeJS.Timeout | null = null;

  constructor(
    private readonly server: FakePlace,
    private socket: Socket,
  ) {
    this.listen();
    const { connections } = server.profile;
    if (connections !== undefined && server.connections >= connections) {
      this.say('* BYE Too many simultaneous connections. (Failure)');
      socket.end();
    } else this.say('* OK ready');
  }

  tellCount(): void {
    if (this.folder && this.idling) this.say(`* ${this.server.shown(this.folder).length} EXISTS`);
  }

  private listen(): void {
    this.socket.setNoDelay(true);
    this.socket.on('close', () => clearTimeout(this.quiet ?? undefined));
    this.socket.on('error', () => undefined);
    this.socket.on('data', (chunk: Buffer) => {
      this.rest = Buffer.concat([this.rest, chunk]);
      for (let end = this.rest.indexOf('\r\n'); end >= 0; end = this.rest.indexOf('\r\n')) {
        const line = this.rest.subarray(0, end).toString('utf8');
        this.rest = this.rest.subarray(end + 2);
        this.hear(line);
      }
    });
  }

  private say(...lines: (string | Buffer)[]): void {
    this.socket.write(Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')])));
  }

  private hear(line: string): void {
    if (this.asked) {
      const answer = this.asked;
      this.asked = null;
      return answer(line);
    }
    if (this.idling && /^DONE$/i.test(line)) {
      const tag = this.idling;
      this.idling = null;
      return this.say(`${tag} OK IDLE ended`);
    }
    const [tag = '*', ...words] = line.split(' ');
    const command = words.join(' ');
    this.server.commands.push(command);
    this.watch(command);
    this.answer(tag, command);
  }

  private watch(command: string): void {
    const { quietMs } = this.server.profile;
    if (quietMs === undefined || /^NOOP/i.test(command)) return;
    clearTimeout(this.quiet ?? undefined);
    this.quiet = setTimeout(() => this.socket.end('* BYE idle for too long\r\n'), quietMs);
  }

  private answer(tag: string, command: string): void {
    const { profile } = this.server;
    const ok = `${tag} OK done`;
    const [verb = ''] = command.toUpperCase().split(' ');
    const said = profile.says?.[verb];
    if (said) return this.say(`${tag} ${said}`);
    switch (verb) {
      case 'CAPABILITY': {
        const offers = profile.starttls && !(this.socket instanceof TLSSocket) ? ['STARTTLS'] : [];
        return this.say(`* CAPABILITY ${[...(profile.capabilities ?? DEFAULT), ...offers].join(' ')}`, ok);
      }
      case 'STARTTLS':
        return this.secure(ok);
      case 'ID':
        this.named = true;
        return this.say('* ID ("name" "Fake" "vendor" "Test")', ok);
      case 'LOGIN':
      case 'AUTHENTICATE':
        return this.login(tag, command);
      case 'NAMESPACE':
        return this.say('* NAMESPACE (("" "/")) NIL NIL', ok);
      case 'LIST':
      case 'LSUB':
        return this.say(...[...this.server.folders.keys()].map((name) => `* ${verb} () "/" "${name}"`), ok);
      case 'LOGOUT':
        this.say('* BYE', ok);
        return void this.socket.end();
      case 'SELECT':
      case 'EXAMINE':
      case 'STATUS':
        return this.open(tag, verb, command);
      case 'CREATE':
        this.server.folders.set(nameIn(command), []);
        return this.say(ok);
      case 'IDLE':
        this.idling = tag;
        return this.say('+ idling');
      case 'EXPUNGE':
        this.drop((this.server.folders.get(this.folder ?? '') ?? []).filter(({ flags }) => flags.has('\\Deleted')));
        return this.say(ok);
      case 'UID':
        return this.byUid(tag, command);
      default:
        return this.say(ok);
    }
  }

  private open(tag: string, verb: string, command: string): void {
    const { profile } = this.server;
    if (profile.wantsId && (profile.neverTrusts || !this.named))
      return this.say(`${tag} NO ${verb} Unsafe Login. Please contact kefu@188.com for help`);
    const name = nameIn(command);
    if (!this.server.folders.has(name)) return this.say(`${tag} NO [NONEXISTENT] no such folder`);
    if (verb !== 'STATUS') this.folder = name;
    this.say(...selected(this.server, verb, name), `${tag} OK [READ-WRITE] done`);
  }

  private login(tag: string, command: string): void {
    const { profile, user, password } = this.server;
    const judge = (given: string) => {
      this.server.logins.push(Date.now());
      if (profile.login) return this.say(`${tag} ${profile.login}`);
      const right = profile.token
        ? given.includes(`auth=Bearer ${profile.token}\x01`)
        : given.includes(password) && given.includes(user);
      if (right) return this.say(`${tag} OK logged in`);
      if (!profile.token) return this.say(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials`);
      // RFC 7628: the reason comes first, and the client has to say that it heard it.
      this.asked = () => this.say(`${tag} NO AUTHENTICATE failed.`);
      this.say(`+ ${Buffer.from('{"status":"401"}').toString('base64')}`);
    };
    const [verb, , first] = command.split(' ');
    if (verb!.toUpperCase() === 'LOGIN') return judge(command);
    const decoded = (line: string) => Buffer.from(line, 'base64').toString();
    if (first) return judge(decoded(first));
    if (/ LOGIN$/i.test(command)) {
      this.asked = (name) => {
        this.asked = (word) => judge(`${decoded(name)}\0${decoded(word)}`);
        this.say(`+ ${Buffer.from('Password:').toString('base64')}`);
      };
      return this.say(`+ ${Buffer.from('Username:').toString('base64')}`);
    }
    this.asked = (line) => judge(decoded(line));
    this.say('+ ');
  }

  private secure(ok: string): void {
    this.say(ok);
    this.socket.removeAllListeners('data');
    this.socket = new TLSSocket(this.socket, { isServer: true, secureContext: this.server.secureContext });
    this.listen();
  }

  private byUid(tag: string, command: string): void {
    const [, verb = '', range = ''] = command.toUpperCase().split(' ');
    const shown = this.server.shown(this.folder ?? '');
    const meant =
      this.server.profile.ignoresRanges && /:/.test(range)
        ? shown
        : shown.filter(({ uid }) => isIn(uid, range, shown.at(-1)?.uid ?? 0));
    const to = nameIn(command);
    if (/^(?:COPY|MOVE)$/.test(verb) && !this.server.folders.has(to)) return this.say(`${tag} NO [TRYCREATE] no such folder`);
    if (verb === 'SEARCH') this.say(`* SEARCH ${shown.map(({ uid }) => uid).join(' ')}`);
    if (verb === 'FETCH') this.say(...meant.map((letter) => fetched(letter, shown.indexOf(letter) + 1, command)));
    if (verb === 'STORE') for (const { flags } of meant) flags.add(/\\\w+/.exec(command)![0]);
    if (verb === 'COPY' || verb === 'MOVE') for (const { raw, at } of meant) this.server.put(to, raw, at);
    if (verb === 'MOVE') this.drop(meant);
    if (verb === 'EXPUNGE') this.drop(meant.filter(({ flags }) => flags.has('\\Deleted')));
    this.say(`${tag} OK done`);
  }

  private drop(letters: readonly FakeLetter[]): void {
    const here = this.folder ?? '';
    const all = this.server.folders.get(here) ?? [];
    this.server.folders.set(
      here,
      all.filter((one) => !letters.includes(one)),
    );
    this.say(`* ${this.server.shown(here).length} EXISTS`);
  }
}

const nameIn = (command: string): string =>
  /"([^"]+)"/.exec(command)?.[1] ??
  command.split(' ').find((word, at) => at > 0 && !/^(?:UID|MOVE|COPY|[\d:,*]+)$/i.test(word)) ??
  '';

/** `n:*` always holds the last letter, RFC 9051 §9. */
const isIn = (uid: number, range: string, last: number): boolean =>
  range.split(',').some((part) => {
    const [from = '', to = from] = part.split(':');
    const ends = [from, to].map((end) => (end === '*' ? last : Number(end)));
    return uid >= Math.min(...ends) && uid <= Math.max(...ends);
  });
