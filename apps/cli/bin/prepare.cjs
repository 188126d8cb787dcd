// Makes a fresh clone ready to run: installs the packages, compiles the sources, builds the console. Does only what is
// lacking, so that it can stand before every command. Plain JavaScript: it runs before anything is installed.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../../..');
const at = (...parts) => path.join(root, ...parts);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(3);
}

function run(title, command, args, env = {}) {
  process.stderr.write(`${title} …\n`);
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 64 << 20 });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  fail(`${title}没有成功（${command} ${args.join(' ')}）。请看上面的输出；网络不通时请检查 npm 的设置，再运行一次。`);
}

/** Everything below the folders, as one hash of names, sizes and times: cheap, and different after any edit. */
function stamp(folders) {
  const hash = createHash('sha256');
  const walk = (name) => {
    const stat = fs.statSync(at(name), { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) return void hash.update(`${name}\n${stat.size}\n${stat.mtimeMs}\n`);
    for (const child of fs.readdirSync(at(name)).sort()) if (child !== 'node_modules') walk(path.join(name, child));
  };
  folders.forEach(walk);
  return hash.digest('hex');
}

const stampFile = (name) => at('dist', `.${name}.stamp`);
const isFresh = (name, value) => fs.existsSync(stampFile(name)) && fs.readFileSync(stampFile(name), 'utf8') === value;
function keepStamp(name, value) {
  fs.mkdirSync(at('dist'), { recursive: true });
  fs.writeFileSync(stampFile(name), value);
}

function installPackages() {
  const installed = at('node_modules/.package-lock.json');
  const lock = at('package-lock.json');
  const fresh = fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs;
  if (!fresh) run('安装依赖（第一次约需两三分钟）', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { NODE_ENV: '' });
}

/** The bench reads from and sends to the same private mail servers as the tests. */
const MAIL_SERVERS = ['test/support/dovecot.ts', 'test/support/smtp-sink.ts'];

function compile() {
  const sources = ['apps/hub', 'apps/cli/src', 'libs', 'bench', ...MAIL_SERVERS, '.swcrc', 'package.json'];
  const value = stamp(sources);
  if (isFresh('server', value)) return;
  for (const folder of ['apps', 'libs', 'bench', 'test']) fs.rmSync(at('dist', folder), { recursive: true, force: true });
  run('编译', process.execPath, [
    at('node_modules/@swc/cli/bin/swc.js'),
    'apps/hub',
    'apps/cli/src',
    'libs',
    'bench',
    ...MAIL_SERVERS,
    '-d',
    'dist',
    '--extensions',
    '.ts,.tsx',
  ]);
  keepStamp('server', value);
}

function buildConsole() {
  const value = stamp(['apps/console', 'libs/contract', 'libs/domain', 'package.json']);
  if (isFresh('console', value) || !fs.existsSync(at('apps/console/vite.config.mts'))) return;
  run('构建办理台', process.execPath, [
    at('node_modules/vite/bin/vite.js'),
    'build',
    '--config',
    'apps/console/vite.config.mts',
    '--logLevel',
    'warn',
  ]);
  keepStamp('console', value);
}

/** @param {{ console?: boolean }} want */
module.exports = function prepare({ console: withConsole = true } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`需要 Node.js 20.19 或更新的版本，现在是 ${process.version}。`);
  installPackages();
  compile();
  if (withConsole) buildConsole();
};

if (require.main === module) module.exports();
