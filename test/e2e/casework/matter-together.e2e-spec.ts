import { addDays, dayOf } from '@hub/domain';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('a matter', (open) => {
  let hub: Hub;
  const today = dayOf(new Date());
  const ago = (days: number) => `${addDays(today, -days)}T10:00:00+08:00`;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('head', 'section-head', 'supervision');
  });
  afterAll(() => hub.close());

  const received = async (about: Record<string, unknown> = {}): Promise<string> => {
    const entry = {
      source: '来信',
      kind: 'complaint',
      text: '饭店油烟扰民，请处理。',
      secrecy: 'named',
      receivedAt: ago(10),
      ...about,
    };
    const { body } = await hub.as('office').post('/api/v1/appeals', entry).expect(201);
    return (body as { number: string }).number;
  };
  const inHand = async (about: Record<string, unknown> = {}, signer = 'officer'): Promise<string> => {
    const number = await received(about);
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as(signer).act(number, 'receipt').expect(200);
    return number;
  };
  const opened = async (...appeals: string[]): Promise<string> =>
    ((await hub.as('office').post('/api/v1/matters', { appeals }).expect(201)).body as { number: string }).number;
  const visit = { at: ago(2), officers: ['沈佳', '顾敏'], place: '长寿路', findings: '风机未装消声器' };
  const siteState = async (number: string): Promise<string> => {
    const { body } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
    return (body as { lamps: { name: string; state: string }[] }).lamps.find(({ name }) => name === 'site')!.state;
  };

  describe('worked on by two at once', () => {
    it('proves an appeal that joins at the moment at which the visit is recorded, whoever is first', async () => {
      const pairs = await Promise.all(
        Array.from({ length: 6 }, async () => {
          const [there, joining] = [await inHand(), await inHand()];
          return { number: await opened(there), joining };
        }),
      );
      await Promise.all(
        pairs.flatMap(({ number, joining }) => [
          hub.as('officer').post(`/api/v1/matters/${number}/site-records`, visit).expect(200),
          hub.as('office').post(`/api/v1/matters/${number}/appeals`, { appeal: joining }).expect(200),
        ]),
      );
      expect(await Promise.all(pairs.map(({ joining }) => siteState(joining)))).toEqual(pairs.map(() => 'done'));
    });

    it('takes an appeal into one of two matters that reach for it, and tells the other', async () => {
      const wanted = await received();
      const matters = [await opened(await received()), await opened(await received())];
      const answers = await Promise.all(
        matters.map((number) => hub.as('office').post(`/api/v1/matters/${number}/appeals`, { appeal: wanted })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  describe('and what it is about', () => {
    const sited = async (number: string, name: string, by = 'office'): Promise<number> =>
      ((await hub.as(by).act(number, 'site', { name }).expect(200)).body as { site: { id: number } }).site.id;
    const numbers = async (site: number, account = 'office'): Promise<string[]> =>
      ((await hub.as(account).get(`/api/v1/matters?site=${site}`).expect(200)).body as { items: { number: string }[] }).items.map(
        ({ number }) => number,
      );

    it('are found together where the site is told after the appeals were grouped', async () => {
      const [one, two] = [await received(), await received()];
      const number = await opened(one, two);
      const site = await sited(two, '甘泉某某浴室');
      expect(await numbers(site)).toEqual([number]);
    });

    it('are found together where an appeal joins whose site is known', async () => {
      const [one, two] = [await received(), await received()];
      const site = await sited(two, '宜川某某饭店');
      const number = await opened(one);
      await hub.as('office').post(`/api/v1/matters/${number}/appeals`, { appeal: two }).expect(200);
      expect(await numbers(site)).toEqual([number]);
    });

    it('are not told to whom the site is known by no appeal that he sees', async () => {
      const plain = await inHand();
      const secret = await inHand({ secrecy: 'confidential' }, 'head');
      const site = await sited(secret, '石泉某某印染厂');
      const number = await opened(plain, secret);
      const told = await hub.as('head').get(`/api/v1/matters/${number}`).expect(200);
      expect(told.body.site).toMatchObject({ id: site, name: '石泉某某印染厂' });
      const page = await hub.as('officer').get(`/api/v1/matters/${number}`).expect(200);
      const list = await hub.as('officer').get('/api/v1/matters?limit=200').expect(200);
      expect([page.body.site, page.text.includes('印染厂'), list.text.includes('印染厂')]).toEqual([null, false, false]);
      expect(list.text).toContain(number);
      expect([await numbers(site, 'officer'), await numbers(site, 'head')]).toEqual([[], [number]]);
    });
  });

  describe('of one place', () => {
    const suggested = async (number: string, account = 'office'): Promise<string | null> => {
      const { body } = await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200);
      return (body as { suggestedSite: { name: string } | null }).suggestedSite?.name ?? null;
    };

    it('is suggested by the address of a polluter, to whoever sees an appeal about it', async () => {
      const known = await inHand({ secrecy: 'confidential' }, 'head');
      const choice = { name: '真如某某汽修厂', address: '真如镇兰溪路77号' };
      await hub.as('head').act(known, 'site', choice).expect(200);
      const another = await inHand({ place: '上海市普陀区真如镇兰溪路77号门口' });
      expect([await suggested(another, 'head'), await suggested(another, 'officer')]).toEqual(['真如某某汽修厂', null]);
    });

    it('is told by a person where several stand there and none is named', async () => {
      for (const name of ['长风某某酒家', '长风某某浴场'])
        await hub
          .as('office')
          .act(await received(), 'site', { name, address: '怒江路88号' })
          .expect(200);
      const [silent, naming] = [await received({ place: '怒江路88号' }), await received({ place: '怒江路88号长风某某浴场' })];
      expect([await suggested(silent), await suggested(naming)]).toEqual([null, '长风某某浴场']);
    });
  });
});
