// Child processes of a test run: one at a time, each in a group of its own, all of them gone at the end.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const groups = new Set();
let stopping = false;

function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program with our output and without input; `minutes` is how long it may take. */
function run(command, args, { env = {}, minutes = 10 } = {}) {
  if (stopping) return Promise.resolve({ code: 1 });
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    const limit = setTimeout(() => {
      process.stdout.write(`超过 ${minutes} 分钟，停止：${command} ${args.join(' ')}\n`);
      void stopGroup(child.pid);
    }, minutes * 60_000);
    const done = (code) => {
      clearTimeout(limit);
      groups.delete(child.pid);
      resolve({ code: code ?? 1 });
    };
    if (child.pid) groups.add(child.pid);
    child.once('error', (error) => {
      process.stdout.write(`${command}: ${error.message}\n`);
      done(1);
    });
    child.once('exit', done);
  });
}

/** Asks first, and does not ask twice. */
async function stopGroup(pid) {
  signal(-pid, 'SIGTERM');
  for (let tries = 0; tries < 30 && signal(-pid, 0); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  signal(-pid, 'SIGKILL');
}

/** Processes that a killed test left behind (a mail server, a hub): they carry this run's name in their environment. */
function leftBehind() {
  const mark = process.env.YXT_TEST_RUN;
  if (!mark || !fs.existsSync('/proc/self/environ')) return [];
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid && pid !== process.pid && environmentOf(pid).split('\0').includes(`YXT_TEST_RUN=${mark}`));
}

function environmentOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

async function stopEverything() {
  stopping = true;
  await Promise.all([...groups].map(stopGroup));
  for (const name of ['SIGTERM', 'SIGKILL']) {
    for (const pid of leftBehind()) signal(pid, name);
    for (let tries = 0; tries < 20 && leftBehind().length; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

module.exports = { run, stopEverything };
