import { Database, migrate, schemaDrift } from '@hub/persistence';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the schema', (open) => {
  it('is built by the migrations exactly as the entities say', async () => {
    const { url } = await open();
    await migrate(url);
    const database = await Database.open(url);
    try {
      expect(await schemaDrift(database.writer)).toEqual([]);
    } finally {
      await database.close();
    }
  });

  it('is migrated once, also when two processes start together', async () => {
    const { url, engine } = await open();
    const ran = engine === 'mariadb' ? await Promise.all([migrate(url), migrate(url)]) : [await migrate(url), await migrate(url)];
    expect(ran.map((names) => names.length).sort()).toEqual([0, expect.any(Number)]);
    expect(ran.flat().length).toBeGreaterThan(0);
  });
});
