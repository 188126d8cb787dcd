import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { Database } from '@hub/persistence';
import { aMail } from '../factories/letter';
import { freePort } from '../support/free-port';
import { describeBothEngines } from '../support/mariadb';
import { migrated } from '../support/migrated';
import { TEST_SECRET } from '../support/stored';

const LETTERS = 400;
const KILLS = 6;

const main = resolve(__dirname, '../../dist/apps/hub/src/main.js');

describeBothEngines('a hub that is killed while it takes letters in', (open) => {
  it('has every letter once when it was left to finish, each with its original and one acknowledgement', async () => {
    const { url } = await open();
    const folder = await mkdtemp(join(tmpdir(), 'yxt-killed-'));
    await mkdir(join(folder, 'letters'));
    for (let at = 0; at < LETTERS; at++) await writeFile(join(folder, 'letters', `${at}.eml`), aMail());
    await writeFile(
      join(folder, 'channels.yaml'),
      `channels:\n  - name: drop\n    type: mail-folder\n    source: 局长信箱\n    path: ${folder}/letters\n    everySeconds: 5\n`,
    );
    await migrated(url);
    const database = await Database.open(url);
    const count = async (sql: string) => Number(((await database.reader.query(sql)) as [{ n: number | string }])[0].n);
    // Letters that were just written wait until nobody can still be writing them.
    await rest(2500);
    try {
      const env = {
        ...process.env,
        HUB_DATABASE_URL: url,
        HUB_DATA_DIR: folder,
        HUB_SECRET_KEY: TEST_SECRET,
        HUB_ROLES: 'worker',
        HUB_PORT: String(await freePort()),
        HUB_CHANNELS_FILE: join(folder, 'channels.yaml'),
      };
      const start = () => spawn(process.execPath, [main], { env, stdio: 'ignore' });
      let killedWhileTaking = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const hub = start();
        const before = await count('SELECT COUNT(*) AS n FROM appeals');
        while (hub.exitCode === null && (await count('SELECT COUNT(*) AS n FROM appeals')) === before && before < LETTERS)
          await rest(10);
        hub.kill('SIGKILL');
        const after = await count('SELECT COUNT(*) AS n FROM appeals');
        if (after > before && after < LETTERS) killedWhileTaking += 1;
      }
      const last = start();
      for (const until = Date.now() + 30_000; (await count('SELECT COUNT(*) AS n FROM appeals')) < LETTERS && Date.now() < until;)
        await rest(100);
      await rest(1500);
      last.kill('SIGTERM');
      if (last.exitCode === null) await new Promise((done) => last.once('exit', done));

      expect(killedWhileTaking).toBeGreaterThan(2);
      expect(await count('SELECT COUNT(*) AS n FROM appeals')).toBe(LETTERS);
      expect(await count('SELECT COUNT(DISTINCT fileHash) AS n FROM messages')).toBe(LETTERS);
      expect(await count("SELECT COUNT(*) AS n FROM outbox_letters WHERE kind = 'acknowledgement'")).toBe(LETTERS);
      expect(await count('SELECT COUNT(DISTINCT number) AS n FROM appeals')).toBe(LETTERS);
      const hashes = (await database.reader.query('SELECT fileHash FROM intake_items')) as { fileHash: string }[];
      expect(hashes.filter(({ fileHash }) => !existsSync(join(folder, 'files', fileHash.slice(0, 2), fileHash)))).toEqual([]);
    } finally {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
