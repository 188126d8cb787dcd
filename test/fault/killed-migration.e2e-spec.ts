import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Database, migrate, schemaDrift } from '@hub/persistence';
import { describeBothEngines } from '../support/mariadb';
import { randomFrom } from '../support/random';

const PERSISTENCE = resolve(__dirname, '../../dist/libs/persistence/src/index.js');

/** Migrates in a process of its own, which dies with its nth change of the schema, after the server has made it. */
function dieMigrating(url: string, nth: number): NodeJS.Signals | null {
  const program = `
    const { migrate } = require(${JSON.stringify(PERSISTENCE)});
    const runners = ['mysql/MysqlQueryRunner', 'better-sqlite3/BetterSqlite3QueryRunner'];
    let left = ${nth};
    for (const name of runners) {
      const [runner] = Object.values(require('typeorm/driver/' + name + '.js')).filter((one) => one.prototype?.query);
      const { query } = runner.prototype;
      runner.prototype.query = async function (sql, ...more) {
        const result = await query.call(this, sql, ...more);
        if (/^(CREATE|ALTER|DROP)/.test(sql) && --left === 0) process.kill(process.pid, 'SIGKILL');
        return result;
      };
    }
    migrate(${JSON.stringify(url)});`;
  return spawnSync(process.execPath, ['-e', program], { cwd: resolve(__dirname, '../..') }).signal;
}

describeBothEngines('a process that dies while it migrates', (open) => {
  it('leaves a database that the next one brings to the end', async () => {
    const random = randomFrom('killed migration');
    const { url } = await open();
    // Each next process gets a little further.
    const deaths = [1, 2 + random(20), 2 + random(20), 2 + random(20)].map((nth) => dieMigrating(url, nth));
    expect(deaths).toEqual(deaths.map(() => 'SIGKILL'));
    await migrate(url);
    const database = await Database.open(url);
    expect(await schemaDrift(database.writer)).toEqual([]);
    expect(await migrate(url)).toEqual([]);
    await database.close();
  }, 60_000);
});
