// `npm run lock`, after every `npm install`: names in package-lock.json the optional packages of other machines that the
// registry at hand does not carry. npm leaves them out without a word, and then `npm ci` refuses the lock file everywhere.
// They get no hash, because nobody here has seen their bytes; what Linux on x64 and arm64 installs always has one.
const fs = require('node:fs');
const path = require('node:path');

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Node's resolution: the nearest node_modules above `at`. */
function isLocked(packages, at, name) {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

/** What the lock file lacks, each with the entry that asks for it. */
function missing(packages) {
  return Object.entries(packages).flatMap(([at, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, at, name))
      .map(([name, version]) => ({ at, name, version, dev: entry.dev })),
  );
}

/** Their names follow one custom: …-SYSTEM-PROCESSOR[-LIBC]. */
function entryOf({ name, version, dev }) {
  const parts = name.split(/[-/]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) => parts.includes(processor));
  if (!os || !cpu || !/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`不知道 ${name}@${version} 属于哪种机器，请手工补进锁文件`);
  return { version, cpu: [cpu], ...(dev && { dev }), optional: true, os: [os] };
}

function complete(file) {
  const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
  const lacking = missing(lock.packages);
  if (!lacking.length) return 0;
  for (const one of lacking) lock.packages[`node_modules/${one.name}`] = entryOf(one);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  return lacking.length;
}

module.exports = { missing };

if (require.main === module) {
  const root = path.resolve(__dirname, '..');
  const installed = path.join(root, 'node_modules/.package-lock.json');
  process.stdout.write(`补进锁文件：${complete(path.join(root, 'package-lock.json'))} 项\n`);
  // The installed tree is as good as before; without this, the next command would install everything again.
  if (fs.existsSync(installed)) fs.utimesSync(installed, new Date(), new Date());
}
