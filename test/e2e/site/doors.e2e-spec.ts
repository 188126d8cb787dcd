import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelSettings, SiteProfileSettings } from '@hub/settings';
import { aMail } from '../../factories/letter';
import { ComplaintSite, complaintSiteProfile } from '../../support/complaint-site';
import { Hub } from '../../support/hub';
import { JsonSite, jsonSiteProfile } from '../../support/json-site';
import { describeBothEngines } from '../../support/mariadb';

const channel = (name: string, profile: SiteProfileSettings): ChannelSettings => ({
  name,
  type: 'site',
  source: name,
  everySeconds: 1,
  profile,
});

interface State {
  readonly name: string;
  readonly state: string;
  readonly taken: number;
  readonly lastError: string;
}

describeBothEngines('beside sites that are at fault', (open) => {
  let sites: ComplaintSite[];
  let json: JsonSite;
  let mails: string;
  let hub: Hub;
  beforeEach(async () => {
    sites = await Promise.all([ComplaintSite.start(), ComplaintSite.start(), ComplaintSite.start()]);
    json = await JsonSite.start();
    mails = await mkdtemp(join(tmpdir(), 'yxt-mails-'));
    await writeFile(join(mails, 'a.eml'), aMail());
  });
  afterEach(async () => {
    await hub.close();
    await Promise.all([...sites, json].map((site) => site.stop()));
    await rm(mails, { recursive: true, force: true });
  });

  const states = async () => (await hub.as('boss').get('/api/v1/channels').expect(200)).body as State[];

  it('the other doors take in what comes, and a site that asks for a rest is left alone', async () => {
    const [changed, silent, tired] = sites as [ComplaintSite, ComplaintSite, ComplaintSite];
    changed.broken = 'post';
    silent.silent = true;
    tired.status = { code: 429, retryAfter: '600' };
    hub = await Hub.open((await open()).url, {
      roles: 'api,portal,worker',
      channels: [
        channel('changed', complaintSiteProfile(changed.listUrl)),
        channel('silent', complaintSiteProfile(silent.listUrl)),
        channel('tired', complaintSiteProfile(tired.listUrl)),
        channel('json', jsonSiteProfile(json.listUrl)),
        { name: 'mails', type: 'mail-folder', source: '局长信箱', path: mails, everySeconds: 1 },
      ],
    });
    await hub.staff('boss', 'administrator');
    const told = async () => (await states()).every(({ lastError, taken }) => lastError || taken > 0);
    for (let tries = 0; tries < 200 && !(await told()); tries++) await sleep(100);
    const found = Object.fromEntries((await states()).map((one) => [one.name, one]));
    expect(found).toMatchObject({
      changed: { taken: 0, lastError: expect.stringContaining('text（td.content）3 个帖子里 3 个没有找到') },
      silent: { taken: 0, lastError: expect.stringContaining('没有回答') },
      tired: { taken: 0, lastError: expect.stringContaining('它要我们过 600 秒再来') },
      json: { taken: 5, state: 'ok' },
      mails: { taken: 1, state: 'ok' },
    });
    await writeFile(join(mails, 'b.eml'), aMail());
    for (let tries = 0; tries < 200 && (await states()).find(({ name }) => name === 'mails')!.taken < 2; tries++)
      await sleep(100);
    expect((await states()).find(({ name }) => name === 'mails')).toMatchObject({ taken: 2 });
    expect(tired.requests).toHaveLength(1);
  });
});
