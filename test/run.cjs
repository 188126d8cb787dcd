// `npm test`: everything that is checked, from a fresh clone, in one command. Plain JavaScript without packages, because it
// runs before anything is installed. Every step runs even where an earlier one failed, except after a failed preparation.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { run, stopEverything } = require('./runner/children.cjs');
const { installDebianPackages } = require('./runner/debian-packages.cjs');
const { readJestResult } = require('./runner/jest-result.cjs');
const { sharedServer, programs } = require('./support/mariadb-keeper.cjs');

const root = path.resolve(__dirname, '..');
const bin = (file) => path.join(root, 'node_modules', file);
const exists = (file) => fs.existsSync(path.join(root, file));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skipped = [];
const began = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} 秒`;
const say = (line) => process.stdout.write(`${line}\n`);

/** Runs `work`, which answers whether it went well, under a heading. */
async function step(title, work) {
  say(`\n━━ ${title}`);
  const since = Date.now();
  let fine = false;
  try {
    fine = await work();
  } catch (error) {
    say(error.message);
  }
  say(`${fine ? '✓' : '✗'} ${title}，${seconds(since)}`);
  if (!fine) failures.push(title);
  return fine;
}

/** A step that counts as one check: all of its programs must end well. */
async function check(title, ...commands) {
  const fine = await step(title, async () => {
    const results = [];
    for (const args of commands) results.push((await run(process.execPath, args)).code === 0);
    return results.every(Boolean);
  });
  total[fine ? 'passed' : 'failed']++;
}

/** One server for all test files; without it each Jest run would start its own. */
async function startMariadb(runId) {
  if (process.env.YXT_TEST_MARIADB || !programs()) return;
  const fine = await step('启动测试用的 MariaDB', async () => {
    const folder = path.join(os.tmpdir(), `yxt-db-${runId}`);
    process.env.YXT_TEST_MARIADB = await sharedServer(folder, process.pid);
    say(process.env.YXT_TEST_MARIADB.replace(/\/\/.*@/, '//'));
    return true;
  });
  if (!fine) total.failed++;
}

async function jest() {
  const file = path.join(os.tmpdir(), `yxt-jest-${process.pid}.json`);
  // Many of them wait for a server, a disk or a browser, so that two cores have time for three.
  const args = ['--config', 'config/jest.config.mjs', '--maxWorkers', '3', '--ci', '--json', `--outputFile=${file}`];
  await step('测试', async () => {
    const { code } = await run(process.execPath, [bin('jest/bin/jest.js'), ...args], { minutes: 30 });
    const result = readJestResult(file, root);
    fs.rmSync(file, { force: true });
    total.passed += result.passed;
    // A run that broke off without a failed test has failed all the same.
    total.failed += result.failed || (code === 0 ? 0 : 1);
    total.skipped += result.skipped;
    failures.push(...result.failures);
    skipped.push(...result.skips);
    return code === 0;
  });
}

async function main() {
  const prepared = await step(
    '准备：依赖、编译、办理台',
    async () => (await run(process.execPath, ['apps/cli/bin/prepare.cjs'])).code === 0,
  );
  if (!prepared) {
    total.failed++;
    return;
  }
  const runId = `${process.pid}-${Date.now()}`;
  await step('准备：Debian 软件包', () => installDebianPackages((reason) => skipped.push(reason)));

  await check('格式', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);
  await check('代码检查', [bin('eslint/bin/eslint.js'), '--config', 'config/eslint.config.mjs', '--max-warnings', '0', '.']);
  const tsc = [bin('typescript/bin/tsc'), '--noEmit'];
  await check('类型', tsc, ...(exists('apps/console/tsconfig.json') ? [[...tsc, '-p', 'apps/console']] : []));
  const walled = ['apps', 'libs', 'test', 'bench'].filter(exists);
  await check('分层', [bin('dependency-cruiser/bin/dependency-cruise.mjs'), ...walled, '--config', 'config/walls.cjs']);

  const real = path.resolve(root, process.env.YXT_REAL_DATA || '../shared/data');
  if (!fs.existsSync(real)) skipped.push('读真实数据的测试：没有数据文件夹（环境变量 YXT_REAL_DATA 可以指定）');
  // A developer's own settings must not reach the tests.
  for (const name of Object.keys(process.env)) if (name.startsWith('HUB_')) delete process.env[name];
  Object.assign(process.env, { NODE_ENV: 'test', YXT_REAL_DATA: real, YXT_TEST_RUN: runId });
  await startMariadb(runId);
  await jest();
}

let ending = false;
async function end(interrupted) {
  if (ending) return;
  ending = true;
  await stopEverything();
  if (interrupted) failures.push('中断');
  if (failures.length) say(`\n没有通过：\n${failures.map((name) => `  ✗ ${name}`).join('\n')}`);
  if (skipped.length) say(`\n跳过：\n${skipped.map((reason) => `  － ${reason}`).join('\n')}`);
  say(`\n共 ${seconds(began)}`);
  const line = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`;
  process.stdout.write(line, () => process.exit(failures.length || total.failed ? 1 : 0));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void end(true));
main().then(
  () => end(false),
  (error) => {
    failures.push(error.stack);
    return end(false);
  },
);
