// The programs that the tests drive for real. Installs what is lacking where it may; names what then stays skipped.
const fs = require('node:fs');
const { run } = require('./children.cjs');

const faketime = fs.readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime/libfaketimeMT.so.1`);
const needed = [
  { name: 'mariadb-server', files: ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'], tests: '在 MariaDB 上的测试' },
  { name: 'dovecot-imapd', files: ['/usr/sbin/dovecot'], tests: '用真实 IMAP 服务器的测试' },
  { name: 'chromium', files: [process.env.CHROMIUM || '/usr/bin/chromium'], tests: '用真实浏览器的测试' },
  { name: 'libfaketime', files: faketime, tests: '拨动时钟的测试' },
  { name: 'fonts-noto-cjk', files: ['/usr/share/fonts/opentype/noto'], tests: '' },
];
const lacking = () => needed.filter(({ files }) => !files.some((file) => file && fs.existsSync(file)));

/** @param {(reason: string) => void} skip told once for each package that stays missing */
async function installDebianPackages(skip) {
  const wanted = lacking().map(({ name }) => name);
  if (!wanted.length) return true;
  const why = whyNot();
  process.stdout.write(`缺少：${wanted.join(' ')}${why ? `，${why}` : ''}\n`);
  if (!why) await install(wanted);
  for (const { name, tests } of lacking()) {
    if (tests) skip(`${tests}：没有 ${name}（${why ?? 'apt-get 没有装成'}；可用 apt-get install ${name} 安装）`);
  }
  return true;
}

function whyNot() {
  if (!fs.existsSync('/usr/bin/apt-get')) return '这里没有 apt-get';
  if (process.getuid() !== 0) return '不是 root，不能安装';
  return null;
}

/** The packages would start their services; the tests start private ones, so starting is denied meanwhile. */
async function install(names) {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !fs.existsSync(policy);
  if (ours) fs.writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const apt = (...args) =>
    run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      minutes: 12,
    });
  try {
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', ...names);
  } finally {
    if (ours) fs.rmSync(policy, { force: true });
  }
}

module.exports = { installDebianPackages };
