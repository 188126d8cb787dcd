import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Each file is planted with one forbidden import, and must be refused by the wall named beside it. */
const planted: [file: string, imports: string, wall: string][] = [
  ['libs/domain/src/planted.ts', '@hub/persistence', 'walls-of-libs-domain'],
  ['libs/domain/src/package.ts', 'rxjs', 'rules-are-pure'],
  ['libs/domain/src/crypto.ts', 'node:crypto', 'rules-are-pure'],
  ['libs/casework/src/planted.ts', 'typeorm', 'typeorm-stays-home'],
  ['libs/insight/src/planted.ts', '@nestjs/typeorm', 'typeorm-stays-home'],
  ['libs/casework/src/deep.ts', '../../domain/src/appeal/act', 'one-door'],
  ['libs/channels/src/planted.ts', '@nestjs/common', 'plain-without-nest'],
  ['libs/outbound/src/planted.ts', '../../../apps/hub/src/api/planted', 'libs-know-no-app'],
  ['libs/outbound/src/streams.ts', 'rxjs', 'streams-at-the-edge'],
  ['apps/hub/src/api/planted.ts', '@hub/channels', 'walls-of-apps-hub-src-api'],
  ['apps/hub/src/portal/planted.ts', '../worker/planted', 'roles-do-not-meet'],
  ['apps/hub/src/worker/planted.ts', '@hub/contract', 'walls-of-apps-hub-src-worker'],
  ['apps/cli/src/planted.ts', '../../hub/src/worker/planted', 'apps-do-not-meet'],
  ['apps/console/src/planted.ts', '@hub/persistence', 'walls-of-apps-console'],
  ['apps/console/src/features/queue/planted.ts', '../appeal/planted', 'features-do-not-meet'],
  ['test/planted.ts', '../libs/domain/src/appeal/act', 'one-door-for-all'],
];
const allowed: [file: string, imports: string][] = [
  ['apps/console/src/features/appeal/planted.ts', '@hub/contract'],
  ['libs/persistence/src/index.ts', 'typeorm'],
  ['libs/domain/src/index.ts', './appeal/act'],
];

describe('the walls', () => {
  let folder: string;
  let breaches: string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yxt-walls-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    for (const [file, imports] of [...planted, ...allowed]) plant(file, `import '${imports}';\n`);
    for (const lib of ['contract', 'channels']) plant(`libs/${lib}/src/index.ts`, 'export {};\n');
    plant('libs/domain/src/appeal/act.ts', 'export {};\n');
    breaches = depcruise();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function plant(file: string, text: string) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  function depcruise(): string[] {
    const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [bin, 'apps', 'libs', 'test', '--config', join(root, 'config/walls.cjs'), '--output-type', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 });
    if (!stdout) throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    return summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
  }

  it.each(planted)('refuse %s importing %s: %s', (file, _imports, wall) => {
    expect(breaches).toContain(`${file} ${wall}`);
  });

  it('let the rest pass', () => {
    expect(breaches.filter((breach) => allowed.some(([file]) => breach.startsWith(`${file} `)))).toEqual([]);
  });

  it('refuse a circle', () => {
    plant('libs/domain/src/first.ts', "import './second';\n");
    plant('libs/domain/src/second.ts', "import './first';\n");
    expect(depcruise()).toContain('libs/domain/src/first.ts no-circle');
  });
});
