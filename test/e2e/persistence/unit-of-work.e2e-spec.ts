import { setTimeout as rest } from 'node:timers/promises';
import type { Database, UnitOfWork } from '@hub/persistence';
import { describeBothEngines, mariadbMissing, openMariadb } from '../../support/mariadb';
import { describeUnless } from '../../support/skip';
import { openStored } from '../../support/stored';

class Undone extends Error {}

describeBothEngines('UnitOfWork.run', (open) => {
  let database: Database;
  let work: UnitOfWork;
  let url: string;

  beforeAll(async () => {
    ({ url } = await open());
    ({ database, work } = await openStored(url));
  });
  afterAll(() => database.close());

  const values = async (prefix: string): Promise<Map<string, number>> => {
    const rows = (await database.reader.query('SELECT name, value FROM counters WHERE name LIKE ?', [`${prefix}%`])) as {
      name: string;
      value: number;
    }[];
    return new Map(rows.map(({ name, value }) => [name, value]));
  };

  it('keeps what it acknowledged and nothing of what it rolled back, over 200 overlapping transactions', async () => {
    const acknowledged: string[] = [];
    const undone: string[] = [];
    await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        const name = `overlap-${String(at).padStart(3, '0')}`;
        try {
          await work.run(async ({ counters }) => {
            await counters.take(name, 1);
            await rest(at % 4);
            await counters.take('overlap-shared', 1);
            if (at % 2) throw new Undone();
          });
          acknowledged.push(name);
        } catch (error) {
          if (!(error instanceof Undone)) throw error;
          undone.push(name);
        }
      }),
    );

    const kept = await values('overlap-');
    expect([acknowledged.length, undone.length]).toEqual([100, 100]);
    expect(acknowledged.filter((name) => kept.get(name) !== 1)).toEqual([]);
    expect(undone.filter((name) => kept.has(name))).toEqual([]);
    expect(kept.get('overlap-shared')).toBe(100);
  });

  it('does not let a read of somebody else see or join an open transaction', async () => {
    const seen: boolean[] = [];
    await expect(
      work.run(async ({ counters }) => {
        await counters.take('unseen', 1);
        seen.push((await values('unseen')).has('unseen'));
        throw new Undone();
      }),
    ).rejects.toThrow(Undone);
    expect(seen).toEqual([false]);
  });

  it('gives every number once to two processes', async () => {
    const other = await openStored(url);
    try {
      const taken = await Promise.all(
        Array.from({ length: 60 }, (_, at) =>
          (at % 2 ? work : other.work).run(({ counters }) => counters.take('two-processes', 1)),
        ),
      );
      expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    } finally {
      await other.database.close();
    }
  });

  it('refuses a unit of work inside a unit of work instead of waiting for itself', async () => {
    await expect(work.run(() => work.run(async () => 1))).rejects.toThrow('inside a unit of work');
  });

  it('goes on after a failure', async () => {
    await expect(work.run(async () => Promise.reject(new Undone()))).rejects.toThrow(Undone);
    expect(await work.run(({ counters }) => counters.take('after-a-failure', 5))).toBe(1);
  });
});

describeBothEngines('a whole closure', (open) => {
  it('runs again after a deadlock', async () => {
    const { url, engine } = await open();
    const { database, work } = await openStored(url);
    try {
      await work.run(async ({ counters }) => void (await counters.take('left', 1), await counters.take('right', 1)));
      const runs = { left: 0, right: 0 };
      const crossing = (first: 'left' | 'right', second: 'left' | 'right') =>
        work.run(async ({ counters }) => {
          runs[first] += 1;
          await counters.take(first, 1);
          await rest(60);
          await counters.take(second, 1);
        });
      await Promise.all([crossing('left', 'right'), crossing('right', 'left')]);
      const rows = (await database.reader.query("SELECT value FROM counters WHERE name IN ('left', 'right')")) as {
        value: number;
      }[];
      expect(rows.map(({ value }) => value)).toEqual([3, 3]);
      // On SQLite they follow one another; on MariaDB one of them is the deadlock's victim and runs again.
      expect(runs.left + runs.right).toBe(engine === 'sqlite' ? 2 : 3);
    } finally {
      await database.close();
    }
  });
});

describeUnless(mariadbMissing(), 'a closure on MariaDB', () => {
  it('runs again after its connection was lost', async () => {
    const { url } = await openMariadb();
    const { database, work } = await openStored(url);
    try {
      let runs = 0;
      await work.run(async ({ counters }) => {
        runs += 1;
        await counters.take('survivor', 1);
        if (runs > 1) return;
        const rows = (await database.reader.query(
          'SELECT id FROM information_schema.processlist WHERE command = ? AND db = DATABASE()',
          ['Sleep'],
        )) as { id: number }[];
        for (const { id } of rows) await database.reader.query(`KILL ${id}`).catch(() => undefined);
        await counters.take('survivor', 1);
      });
      const rows = (await database.reader.query('SELECT value FROM counters WHERE name = ?', ['survivor'])) as {
        value: number;
      }[];
      expect([runs, rows[0]?.value]).toEqual([2, 1]);
    } finally {
      await database.close();
    }
  });
});
