// Keeps one private MariaDB server alive for as long as a given process lives, then removes every trace of it:
//   node mariadb-keeper.cjs FOLDER PID [durable]
// With `durable` it keeps what it has said it kept, and whoever started it may stop, kill and start it (see own-mariadb.ts).
// A process of its own, because whoever asked for the server may be killed without a word. Plain JavaScript without
// packages: test/run.cjs uses it before anything else is loaded.
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');

const searched = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/usr/bin'];
const find = (name) => searched.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));

/** Where the server's programs are, or null where MariaDB is not installed. */
function programs() {
  const [server, install] = [find('mariadbd'), find('mariadb-install-db')];
  return server && install ? { server, install } : null;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A greeting means that the server has read its init file and takes connections. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => done(false));
    socket.once('data', () => done(true)).once('error', () => done(false));
  });
}

/** Thrown-away data need no durability: this is what makes the tests quick. */
const settings = (folder, port, durable) => `[mariadbd]
${process.getuid?.() === 0 ? 'user=root' : ''}
datadir=${folder}/data
socket=${folder}/m.sock
pid-file=${folder}/m.pid
log-error=${folder}/error.log
init-file=${folder}/init.sql
port=${port}
bind-address=127.0.0.1
skip-name-resolve
character-set-server=utf8mb4
collation-server=utf8mb4_bin
max_connections=400
max_allowed_packet=64M
innodb_buffer_pool_size=128M
innodb_log_file_size=64M
innodb_flush_log_at_trx_commit=${durable ? 1 : 0}
innodb_doublewrite=${durable ? 1 : 0}
innodb_lock_wait_timeout=5
performance_schema=off
skip-log-bin
`;

/** Lays out an empty server; answers how to start it, which can be done again after it has ended. */
async function prepare(folder, durable) {
  const found = programs();
  if (!found) throw new Error('没有安装 MariaDB（Debian：apt-get install mariadb-server）');
  const port = await freePort();
  const config = path.join(folder, 'my.cnf');
  fs.mkdirSync(path.join(folder, 'data'), { recursive: true });
  fs.writeFileSync(config, settings(folder, port, durable));
  fs.writeFileSync(
    path.join(folder, 'init.sql'),
    "create user if not exists hub@'127.0.0.1' identified by 'hub';\ngrant all on *.* to hub@'127.0.0.1';\n",
  );
  const made = spawnSync(
    found.install,
    [`--defaults-file=${config}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    {
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db 失败：${made.stdout ?? ''}${made.stderr ?? made.error}`);
  return { url: `mysql://hub:hub@127.0.0.1:${port}`, start: () => start(folder, found.server, config, port) };
}

async function start(folder, program, config, port) {
  const server = spawn(program, [`--defaults-file=${config}`], { stdio: 'ignore' });
  let ended = false;
  server.once('exit', () => (ended = true)).once('error', () => (ended = true));
  for (let tries = 0; tries < 300 && !ended; tries++) {
    if (await greets(port)) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill('SIGKILL');
  const log = path.join(folder, 'error.log');
  throw new Error(`mariadbd 没有启动：${fs.existsSync(log) ? fs.readFileSync(log, 'utf8').slice(-2000) : '没有日志'}`);
}

const lives = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const runs = (server) => server?.exitCode === null && server.signalCode === null;

async function keep(folder, pid, durable) {
  let server;
  const end = () => {
    if (runs(server)) server.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.exit(0);
  };
  // The terminal's Ctrl-C reaches everybody; the tests end first, this process ends when they are gone.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => (runs(server) ? server.once('exit', end).kill('SIGKILL') : end()));
  setInterval(() => lives(pid) || process.emit('SIGTERM'), 300);
  try {
    const { url, start } = await prepare(folder, durable);
    server = await start();
    process.on('message', async (order) => {
      if (order === 'start') server = await start();
      else if (runs(server)) await new Promise((resolve) => server.once('exit', resolve).kill(order));
      process.send(order);
    });
    publish(folder, 'url', url);
  } catch (error) {
    publish(folder, 'failed', error.message);
  }
}

/** Written aside and renamed, so that nobody reads half of it. */
function publish(folder, name, text) {
  fs.writeFileSync(path.join(folder, `${name}.part`), text);
  fs.renameSync(path.join(folder, `${name}.part`), path.join(folder, name));
}

/** Starts a keeper for `pid` in `folder` (made here; taken means somebody else has started it), and waits for the server's url. */
async function sharedServer(folder, pid) {
  const mine = (() => {
    try {
      fs.mkdirSync(folder, { mode: 0o700 });
      return true;
    } catch (error) {
      if (error.code === 'EEXIST') return false;
      throw error;
    }
  })();
  if (mine) {
    spawn(process.execPath, [__filename, folder, String(pid)], { detached: true, stdio: 'ignore' }).unref();
  }
  return urlIn(folder);
}

/** A server of its own for one test file, whose keeper takes orders: `SIGTERM`, `SIGKILL`, `start`; it answers each when it is done. */
async function ownServer(folder) {
  const keeper = spawn(process.execPath, [__filename, folder, String(process.pid), 'durable'], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return { keeper, url: await urlIn(folder) };
}

/** Waits for what the keeper publishes. */
async function urlIn(folder) {
  const read = (name) => {
    const file = path.join(folder, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
  };
  for (let tries = 0; tries < 1200; tries++) {
    const url = read('url');
    if (url) return url;
    const failed = read('failed');
    if (failed) throw new Error(failed);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`等了一分钟，MariaDB 还没有启动（${folder}）`);
}

module.exports = { programs, sharedServer, ownServer };

if (require.main === module) void keep(process.argv[2], Number(process.argv[3]), process.argv[4] === 'durable');
