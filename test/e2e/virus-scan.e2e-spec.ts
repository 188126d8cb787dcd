import { scanBytes, VirusScan } from '@hub/casework';
import { AppealQuery } from '@hub/persistence';
import { loadSettings } from '@hub/settings';
import { tmpdir } from 'node:os';
import { Citizen } from '../support/citizen';
import { FakeClamd } from '../support/fake-clamd';
import { Hub } from '../support/hub';
import { openSqlite } from '../support/mariadb';
import { TEST_SECRET } from '../support/stored';

const { web } = loadSettings({ configDir: 'config', env: { HUB_SECRET_KEY: TEST_SECRET, HUB_DATA_DIR: tmpdir() } }).office;

describe('a file that a citizen sends', () => {
  let hub: Hub;
  let clamd: FakeClamd;
  let files = 0;

  beforeAll(async () => {
    clamd = await FakeClamd.open();
    const rules = { ...web, leastSeconds: 0, clamd: clamd.place };
    hub = await Hub.open((await openSqlite()).url, { office: { web: rules } });
    await hub.staff('office', 'dispatcher');
  });
  afterAll(async () => {
    await hub.close();
    await clamd.close();
  });
  beforeEach(() => (clamd.mood = 'well'));

  const pdf = (text = '') => ({
    name: '约定.pdf',
    bytes: Buffer.from(`%PDF-1.4 ${(files += 1)} ${'x'.repeat(200_000)} ${text}`),
  });
  const sent = async (file: { name: string; bytes: Buffer }): Promise<Citizen> => {
    const citizen = await (await new Citizen(hub).get('/submit?kind=suggestion')).send({});
    await (await citizen.send({ act: 'next' })).send({ subject: '建议', text: '建议多种树。', act: 'next' });
    return citizen.upload([file], { act: 'add' });
  };
  const handedIn = async (citizen: Citizen) => {
    await (await citizen.upload([], { act: 'next' })).send({ secrecy: 'anonymous', act: 'next' });
    const number = (await citizen.send({ act: 'send' })).page('.done .big').text();
    const appeals = hub.app.get(AppealQuery);
    const { attachments } = await appeals.whole(await appeals.byNumber(number));
    return `/api/v1/appeals/${number}/attachments/${attachments[0]!.id}`;
  };

  it('is taken and opened where clamd finds nothing', async () => {
    const href = await handedIn(await sent(pdf()));
    await hub.as('office').get(href).expect(200);
  });

  it('is refused by its name with a virus in it, even behind much else', async () => {
    const citizen = await sent(pdf(FakeClamd.CANARY));
    expect([citizen.answer.status, citizen.page('.errors').text()]).toEqual([
      422,
      expect.stringContaining('“约定.pdf”没有收下：查出病毒'),
    ]);
    expect(citizen.page('.list > li').length).toBe(0);
  });

  it.each(['hangs-up', 'limits'] as const)('is kept where clamd %s, barred, and opened once it was looked into', async (mood) => {
    clamd.mood = mood;
    const citizen = await sent(pdf());
    expect(citizen.page('.list p').text()).toContain('正在做安全检查');
    const href = await handedIn(citizen);
    expect((await hub.as('office').get(href).expect(409)).body).toMatchObject({ code: 'not-scanned' });
    await hub.app.get(VirusScan).run();
    await hub.as('office').get(href).expect(409);
    clamd.mood = 'well';
    await hub.app.get(VirusScan).run();
    await hub.as('office').get(href).expect(200);
  });

  it('is not looked into by a clamd that says nothing in time, or is not there', async () => {
    clamd.mood = 'silent';
    expect(await scanBytes(clamd.place, Buffer.from('x'), 50)).toBe('unknown');
    expect(await scanBytes({ socket: '/nowhere/clamd.ctl' }, Buffer.from('x'), 1000)).toBe('unknown');
  });

  it('stays barred for ever where the later look finds a virus', async () => {
    clamd.mood = 'hangs-up';
    const href = await handedIn(await sent(pdf(FakeClamd.CANARY)));
    clamd.mood = 'well';
    expect(await hub.app.get(VirusScan).run()).toBe(1);
    expect((await hub.as('office').get(href).expect(409)).body).toMatchObject({ code: 'infected' });
  });
});
