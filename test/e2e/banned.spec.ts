import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { missing } from '../../config/complete-lock.cjs';

const root = resolve(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  name?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
}
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, unknown>>;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages)
  .filter(([at]) => at !== '')
  .map(([at, entry]) => ({
    ...entry,
    at,
    name: entry.name ?? at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length),
  }));

/** Package and the first version that may be used; null: none may. Each for a published weakness. */
const banned: Record<string, string | null> = {
  xlsx: '0.18.6',
  csurf: null,
  multer: '2.3.0',
  nodemailer: '9.0.5',
  dompurify: '3.4.0',
  'file-type': '21.3.1',
};

/** Is `version` before `first`? A pre-release of `first` is before it. */
function before(version: string, first: string): boolean {
  const [a, b] = [version, first].map((text) => text.split(/[-+]/)[0].split('.').map(Number));
  const at = [0, 1, 2].find((part) => a[part] !== b[part]);
  return at === undefined ? version.includes('-') : a[at] < b[at];
}

/** Only what our machines never install may lack a hash: see config/complete-lock.cjs. */
const isForAnotherMachine = ({ optional, os, cpu }: Locked) =>
  optional && !(os?.includes('linux') && cpu?.some((name) => ['x64', 'arm64'].includes(name)));

describe('the packages we stand on', () => {
  it.each([
    ['2.2.9', '2.3.0', true],
    ['2.10.0', '2.3.0', false],
    ['2.3.0', '2.3.0', false],
    ['2.3.0-rc.1', '2.3.0', true],
  ])('%s is before %s: %s', (version, first, answer) => expect(before(version, first)).toBe(answer));

  it('hold no banned version, however deep', () => {
    const found = locked.filter(
      ({ name, version }) => name in banned && (!banned[name] || before(version ?? '0.0.0', banned[name])),
    );
    expect(found.map(({ at, version }) => `${at} ${version}`)).toEqual([]);
  });

  it('come from the registry of whoever installs, checked by hash', () => {
    expect(
      locked.filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/')).map(({ at }) => at),
    ).toEqual([]);
    expect(locked.filter((entry) => !entry.integrity && !isForAnotherMachine(entry)).map(({ at }) => at)).toEqual([]);
    expect(read('.npmrc')).not.toMatch(/registry\s*=|_auth/);
  });

  it('are all in the lock file, those of other machines too: otherwise run `npm run lock`', () => {
    expect(missing(packages)).toEqual([]);
  });

  it('are named by exact versions', () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies } as Record<string, string>;
    expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('run a script at installation only where package.json has decided so', () => {
    const decided = Object.keys(manifest.allowScripts);
    expect(
      locked.filter(({ name, hasInstallScript }) => hasInstallScript && !decided.includes(name)).map(({ at }) => at),
    ).toEqual([]);
  });

  it('report nothing home at installation', () => {
    expect(manifest.allowScripts['@scarf/scarf']).toBe(false);
    expect(manifest.scarfSettings.enabled).toBe(false);
  });
});
