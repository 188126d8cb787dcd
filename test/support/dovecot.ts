import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A private IMAP server for one test file: one account with an INBOX and an Archive. */
export interface Dovecot {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Delivers a letter into the INBOX, as a mail server would; `at` is its time of arrival. */
  append(raw: string | Uint8Array, at?: Date): Promise<void>;
  /** Speaks TLS from the first byte, where it was given a certificate; `port` offers STARTTLS then. */
  readonly tlsPort: number;
  /** Numbers the INBOX anew: another UIDVALIDITY, the letters stay. */
  resetUidValidity(): Promise<void>;
  /** An INBOX as if it had just been made, without the other folders. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = process.getuid?.() === 0;
/** Dovecot as root wants users without rights; otherwise everything runs as whoever runs the tests. */
const OWNER = ROOT
  ? { mail: 'mail', internal: 'dovecot', login: 'dovenull', group: 'mail', internalGroup: 'dovecot' }
  : ownUser();

function ownUser() {
  const user = userInfo().username;
  const group = spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout?.trim() || user;
  return { mail: user, internal: user, login: user, group, internalGroup: group };
}

const binary = (): string | null =>
  ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', 'dovecot'].find((path) => spawnSync(path, ['--version']).status === 0) ?? null;

/** What is lacking for a test with a real IMAP server, or null. */
export const dovecotMissing = (): string | null => (binary() ? null : '没有 dovecot（apt-get install dovecot-imapd）');

const config = (folder: string, port: number, tlsPort: number, ssl: string) => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
instance_name = test
log_path = ${folder}/dovecot.log
info_log_path = ${folder}/dovecot.log
${ssl}
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = ${OWNER.internal}
default_login_user = ${OWNER.login}
default_internal_group = ${OWNER.internalGroup}
first_valid_uid = 0
mail_location = maildir:${folder}/mail/%u
mail_uid = ${OWNER.mail}
mail_gid = ${OWNER.group}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Archive {
    auto = create
  }
}
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=${OWNER.mail} gid=${OWNER.group} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;

async function withTls(folder: string, certificate: { readonly cert: string; readonly key: string }): Promise<string> {
  await writeFile(join(folder, 'tls.pem'), certificate.cert);
  await writeFile(join(folder, 'tls.key'), certificate.key);
  return `ssl = yes\nssl_cert = <${folder}/tls.pem\nssl_key = <${folder}/tls.key`;
}

/** Null where this machine has no Dovecot. */
export async function startDovecot(certificate?: { readonly cert: string; readonly key: string }): Promise<Dovecot | null> {
  const dovecot = binary();
  if (!dovecot) return null;
  const user = 'hub@example.test';
  const password = randomUUID();
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'));
  const maildir = join(folder, 'mail', user);
  const port = await freePort();
  await writeFile(join(folder, 'users'), `${user}:${password}\n`);
  const tlsPort = certificate ? await freePort() : 0;
  const ssl = certificate ? await withTls(folder, certificate) : 'ssl = no';
  await writeFile(join(folder, 'dovecot.conf'), config(folder, port, tlsPort, ssl));
  await chmod(folder, 0o755);
  const owner = ROOT ? await idsOf(OWNER.mail) : null;
  const own = async (path: string) => void (owner && (await chown(path, owner.uid, owner.gid)));
  const empty = async () => {
    await rm(maildir, { recursive: true, force: true, maxRetries: 3 });
    for (const part of ['new', 'cur', 'tmp']) await mkdir(join(maildir, part), { recursive: true });
    for (const path of [join(folder, 'mail'), maildir, ...['new', 'cur', 'tmp'].map((part) => join(maildir, part))])
      await own(path);
  };
  await empty();

  const server = spawn(dovecot, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  let count = 0;
  const stop = async () => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await answers(port);
  } catch {
    const log = await readFile(join(folder, 'dovecot.log'), 'utf8').catch(() => '');
    await stop();
    throw new Error(`Dovecot did not start: ${log}`);
  }
  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    user,
    password,
    async append(raw, at) {
      // Delivered as Maildir wants it; the number keeps the order of arrival.
      const name = `${Math.floor(Date.now() / 1000)}.M${String(++count).padStart(8, '0')}P1.test`;
      await writeFile(join(maildir, 'tmp', name), raw);
      if (at) await utimes(join(maildir, 'tmp', name), at, at);
      await own(join(maildir, 'tmp', name));
      await rename(join(maildir, 'tmp', name), join(maildir, 'new', name));
    },
    async resetUidValidity() {
      const list = join(maildir, 'dovecot-uidlist');
      const text = await readFile(list, 'utf8');
      await writeFile(
        list,
        text.replace(/^(\d+ V)(\d+)/, (_all, head: string, value: string) => `${head}${Number(value) + 7}`),
      );
      for (const file of await readdir(maildir)) if (file.startsWith('dovecot.index')) await rm(join(maildir, file));
    },
    empty,
    stop,
  };
}

async function idsOf(name: string): Promise<{ uid: number; gid: number }> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = (line ?? ':::').split(':').map(Number);
  return { uid: uid!, gid: gid! };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error('no answer');
}
