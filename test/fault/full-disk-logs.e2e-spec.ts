import { HotlineFolderChannel, createLogReader, takeIn } from '@hub/channels';
import { Database, FileStore } from '@hub/persistence';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastValueFrom } from 'rxjs';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

const ROWS = 250;
const log = ['工单编号,诉求内容', ...Array.from({ length: ROWS }, (_, at) => `P-${at},真如镇第 ${at} 件油烟`)].join('\n');

describeBothEngines('a hotline log while the disk is full', (open) => {
  let hub: Hub;
  let path: string;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    path = await mkdtemp(join(tmpdir(), 'yxt-logs-'));
  });
  afterAll(async () => {
    await hub.close();
    await rm(path, { recursive: true });
  });

  it('is not taken by halves, is told, and is taken whole once there is room', async () => {
    const reader = createLogReader({ maxBytes: 1 << 20 });
    const channel = new HotlineFolderChannel({ name: 'line', source: '12345', path, reader });
    await writeFile(join(path, '台账.csv'), log);
    const long = new Date(Date.now() - 60_000);
    await utimes(join(path, '台账.csv'), long, long);
    const pass = () => lastValueFrom(takeIn(hub.intake, channel), { defaultValue: [] });
    const count = async () =>
      Number(
        ((await hub.app.get(Database).reader.query('SELECT COUNT(*) AS number FROM appeals')) as [{ number: number }])[0].number,
      );

    const full = jest
      .spyOn(hub.app.get(FileStore), 'put')
      .mockRejectedValue(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' }));
    await expect(pass()).rejects.toThrow('ENOSPC');
    expect(await count()).toBe(0);
    full.mockRestore();

    await pass();
    expect(await count()).toBe(ROWS);
    await reader.close();
  });
});
