import { HotlineFolderChannel, createLogReader, takeIn } from '@hub/channels';
import { ImportRun } from '@hub/casework';
import type { ImportView } from '@hub/contract';
import { Database } from '@hub/persistence';
import { mkdtemp, readdir, rm, statfs, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastValueFrom } from 'rxjs';
import request from 'supertest';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { SmallDisk, smallDiskMissing } from '../support/small-disk';

const logOf = (rows: number) =>
  Buffer.from(
    ['工单编号,诉求内容', ...Array.from({ length: rows }, (_, at) => `P-${at},真如镇第 ${at} 件油烟，请尽快来看。`)].join('\n'),
  );
const countOf = async (hub: Hub, table: string) => {
  const [row] = (await hub.app.get(Database).reader.query(`SELECT COUNT(*) AS number FROM ${table}`)) as [{ number: number }];
  return Number(row.number);
};
const upload = (hub: Hub, bytes: Buffer) =>
  request(hub.app.getHttpServer())
    .post('/api/v1/imports')
    .query({ source: '纠风热线', name: '台账.csv' })
    .set('Cookie', hub.as('office').cookie)
    .set('Content-Type', 'application/octet-stream')
    .send(bytes);

describeUnless(smallDiskMissing(), 'logs and a disk that is full', () => {
  describeBothEngines('for originals', (open) => {
    const ROWS = 6_000;
    let hub: Hub;
    let files: SmallDisk;
    let folder: string;
    beforeAll(async () => {
      hub = await Hub.open((await open()).url);
      await hub.staff('office', 'dispatcher');
      files = SmallDisk.make('128k', hub.settings.filesDir)!;
      folder = await mkdtemp(join(tmpdir(), 'yxt-logs-'));
    });
    afterAll(async () => {
      files.release();
      await hub.close();
      await rm(folder, { recursive: true });
    });

    it('an upload is refused with words that say so, and leaves nothing by halves', async () => {
      const { body } = await upload(hub, logOf(ROWS)).expect(503);
      expect(body).toMatchObject({ code: 'disk-full', detail: expect.stringContaining('磁盘已满') });
      expect(await countOf(hub, 'imports')).toBe(0);
      expect(await readdir(files.path)).toEqual([]);
    });

    it('a watched folder takes nothing, says so, and takes all once there is room', async () => {
      const reader = createLogReader({ maxBytes: 1 << 20 });
      const channel = new HotlineFolderChannel({ name: 'line', source: '12345', path: folder, reader });
      await writeFile(join(folder, '台账.csv'), logOf(ROWS));
      const long = new Date(Date.now() - 60_000);
      await utimes(join(folder, '台账.csv'), long, long);
      const pass = () => lastValueFrom(takeIn(hub.intake, channel), { defaultValue: [] });

      await expect(pass()).rejects.toThrow('ENOSPC');
      expect(await countOf(hub, 'appeals')).toBe(0);
      files.resize('8m');
      await pass();
      expect(await countOf(hub, 'appeals')).toBe(ROWS);
      await reader.close();
    });
  });

  describe('for a database of SQLite', () => {
    const ROWS = 2_000;
    let hub: Hub;
    let disk: SmallDisk;
    beforeAll(async () => {
      disk = SmallDisk.make('64m')!;
      hub = await Hub.open(`sqlite:${join(disk.path, 'hub.db')}`);
      await hub.staff('office', 'dispatcher');
    });
    afterAll(async () => {
      await hub.close();
      disk.release();
    });

    it('an import stops where it was, tells why, and goes on with each row once when there is room', async () => {
      const { body } = await upload(hub, logOf(ROWS)).expect(201);
      const { id, version } = body as ImportView;
      await hub.as('office').post(`/api/v1/imports/${id}/start`, { version }).expect(200);
      disk.resize(`${Math.ceil((await used(disk)) / 1024) + 2_500}k`);
      await expect(hub.app.get(ImportRun).next()).rejects.toThrow(/full/);
      const half = await countOf(hub, 'appeals');
      expect(half).toBeGreaterThan(0);
      expect(half).toBeLessThan(ROWS);
      const stopped = (await hub.as('office').get(`/api/v1/imports/${id}`).expect(200)).body as ImportView;
      expect(stopped).toMatchObject({ state: 'running', position: half });

      disk.resize('64m');
      await hub.app.get(ImportRun).next();
      const { body: done } = await hub.as('office').get(`/api/v1/imports/${id}`).expect(200);
      expect(done).toMatchObject({ state: 'done', rows: ROWS, new: ROWS, same: 0, rejected: 0, trouble: null });
      expect(await countOf(hub, 'appeals')).toBe(ROWS);
    }, 60_000);
  });
});

async function used({ path }: SmallDisk): Promise<number> {
  const { blocks, bfree, bsize } = await statfs(path);
  return (blocks - bfree) * bsize;
}
