import { inventedWorkbook } from '../../bench/invented-log';
import { HandedInLog } from '../support/handed-in-log';
import { HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';

const ROWS = 1_500;

describeBothEngines('a hub that is killed in the middle of an import', (open) => {
  let yard: HubYard;
  beforeAll(async () => {
    yard = await HubYard.open({ url: (await open()).url });
  });
  afterAll(() => yard?.close());

  it('goes on where it was when it is started again, with each row once', async () => {
    const log = await HandedInLog.started(yard, inventedWorkbook(ROWS), '台账.xlsx', ROWS);
    let killedWithin = 0;
    for (let kill = 1; kill <= 3; kill++) {
      const hub = await yard.start();
      await yard.until('it has gone on', async () => (await yard.count('appeals')) >= (kill * ROWS) / 5);
      await hub.kill();
      if ((await log.state()).state === 'running' && (await yard.count('appeals')) < ROWS) killedWithin += 1;
    }
    await yard.start();
    await yard.until('the import is done', async () => (await log.state()).state === 'done');
    await yard.stopAll();

    expect(killedWithin).toBe(3);
    expect(await log.state()).toMatchObject({ rowCount: ROWS, position: ROWS, added: ROWS, same: 0, changed: 0, rejected: 0 });
    expect(await yard.count('appeals')).toBe(ROWS);
    expect(await yard.count('(SELECT DISTINCT outsideNumber FROM appeals) AS numbers')).toBe(ROWS);
    expect(await yard.breaches({ offered: [], rows: { of: log.hash, count: ROWS } })).toEqual([]);
  }, 180_000);
});
