import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('a risk assessment', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('stranger', 'section-head', 'pollution-control');
    await hub.staff('leader', 'leader');
    await hub.staff('director', 'director');
    await hub.staff('caller', 'revisitor');
  });
  afterAll(() => hub.close());

  const inHand = async (text = '楼下风机夜间噪声'): Promise<string> => {
    const [result] = await hub.intake.accept([
      mailMessage(aMail({ date: new Date(Date.now() - 86_400_000).toUTCString(), text })),
    ]);
    const number = result!.number!;
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    return number;
  };
  const assess = (account: string, number: string, body: object = {}) =>
    hub.as(account).act(number, 'risk', { decision: 'assess', ...body });
  const sign = (account: string, number: string, body: object = {}) =>
    hub.as(account).act(number, 'risk', { decision: 'sign', ...body });
  const noticesOf = async (account: string, number: string): Promise<string[]> => {
    const { body } = await hub.as(account).get('/api/v1/notices?limit=100').expect(200);
    return body.items.filter(({ appeal }: { appeal: string }) => appeal === number).map(({ text }: { text: string }) => text);
  };
  const waysOf = async (account: string, number: string): Promise<string[]> => {
    const { body } = await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200);
    return body.allowedActions.filter(({ act }: { act: string }) => act === 'risk').map(({ way }: { way: string }) => way);
  };

  it('is offered with its factors filled in from what the citizen wrote', async () => {
    const number = await inHand('我们小区 60 户居民联名反映，孩子咳嗽头晕。');
    const { body } = await hub.as('officer').get(`/api/v1/appeals/${number}`).expect(200);
    expect(body.riskGuess).toMatchObject({ people: 180, group: true, health: 'suspected', media: 'none', repeats: 1 });
    const risk = await assess('officer', number, { measures: '本周约谈企业，上门解释。' }).expect(200);
    expect(risk.body.risks[0]).toMatchObject({ version: 1, score: 65, level: 'high', lookerName: '分管领导', signedBy: null });
  });

  it('goes to the section’s head, the deputy in charge or the director by its level, and to nobody else', async () => {
    const number = await inHand();
    await assess('officer', number).expect(200);
    expect(await noticesOf('head', number)).toEqual([`${number}：风险评估为低风险（0 分），请审阅。`]);
    await assess('officer', number, { people: 100, health: 'confirmed', measures: '成立专班' }).expect(200);
    expect(await noticesOf('director', number)).toEqual([`${number}：风险评估为重大风险（70 分），请审阅。`]);
    expect([await noticesOf('leader', number), await noticesOf('stranger', number)]).toEqual([[], []]);
  });

  it('is signed by whoever must look or stands above, never below', async () => {
    const number = await inHand();
    await assess('officer', number, { people: 100, media: 'local', measures: '牵头化解' }).expect(200);
    expect([await waysOf('head', number), await waysOf('leader', number)]).toEqual([['assess'], ['assess', 'sign']]);
    await sign('head', number).expect(403);
    await sign('officer', number).expect(403);
    const { body } = await sign('leader', number, { remark: '请每周报进展' }).expect(200);
    expect(body.risks[0]).toMatchObject({ signedBy: 'leader君', remark: '请每周报进展' });
    await sign('leader', number).expect(409);
  });

  it('keeps its older versions and asks for a new signature', async () => {
    const number = await inHand();
    await assess('officer', number).expect(200);
    await sign('head', number).expect(200);
    const { body } = await assess('head', number, { people: 40, measures: '走访楼组' }).expect(200);
    expect(body.risks.map((one: { version: number; level: string; signedBy: string | null }) => [one.version, one.level, one.signedBy])).toEqual([[2, 'medium', null], [1, 'low', 'head君']]); // prettier-ignore
    expect([body.riskLevel, body.riskName]).toEqual(['medium', '中风险']);
  });

  it('wants measures for every level but the lowest', async () => {
    const number = await inHand();
    const { body } = await assess('officer', number, { people: 40 }).expect(400);
    expect(body.code).toBe('measures');
  });

  it('suggests supervision where five people or more are affected', async () => {
    const number = await inHand();
    const { body } = await assess('officer', number, { people: 5 }).expect(200);
    expect(body.orders).toMatchObject([{ state: 'suggested', ground: 'group', reason: '涉及 5 人' }]);
  });

  it('is not for other sections and not for whoever calls citizens back', async () => {
    const number = await inHand();
    await assess('stranger', number).expect(404);
    await assess('caller', number).expect(404);
  });

  describe('of a matter', () => {
    const opened = async (appeals: readonly string[]): Promise<string> =>
      ((await hub.as('office').post('/api/v1/matters', { appeals }).expect(201)).body as { number: string }).number;
    const ofMatter = (account: string, number: string, body: object = {}) =>
      hub.as(account).post(`/api/v1/matters/${number}/risk`, { decision: 'assess', ...body });
    const risksOf = async (number: string, account = 'office') =>
      (await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body as {
        risks: { version: number; factors: { repeats: number }; signedBy: string | null }[];
        riskLevel: string | null;
        riskGuess: { repeats: number };
      };
    const elsewhere = async (): Promise<string> => {
      const [result] = await hub.intake.accept([mailMessage(aMail({ text: '楼下风机夜间噪声' }))]);
      const number = result!.number!;
      await hub.as('office').act(number, 'acceptance').expect(200);
      await hub.as('office').act(number, 'assignment', { unitId: 'pollution-control' }).expect(200);
      return number;
    };
    const high = { people: 100, media: 'local', measures: '牵头化解' };

    it('stands in the file of each of its appeals and counts them', async () => {
      const appeals = [await inHand(), await inHand(), await inHand()];
      const number = await opened(appeals);
      expect((await risksOf(appeals[1]!)).riskGuess.repeats).toBe(3);
      const { body } = await ofMatter('officer', number, high).expect(200);
      expect(body.risk).toMatchObject({ version: 1, level: 'high', signedBy: null, factors: { repeats: 3 } });
      for (const one of appeals) {
        expect(await risksOf(one)).toMatchObject({ riskLevel: 'high', risks: [{ version: 1, factors: { repeats: 3 } }] });
        expect(await waysOf('leader', one)).toEqual(['assess', 'sign']);
      }
    });

    it('is told once to whoever must look, and signed once for all', async () => {
      const appeals = [await inHand(), await inHand()];
      const number = await opened(appeals);
      await ofMatter('officer', number, high).expect(200);
      const { body: notices } = await hub.as('leader').get('/api/v1/notices?limit=100').expect(200);
      expect(
        notices.items.filter((one: { text: string }) => one.text.startsWith(`事项 ${number}：风险评估为高风险`)),
      ).toHaveLength(1);
      await ofMatter('head', number, { decision: 'sign' }).expect(403);
      const { body } = await ofMatter('leader', number, { decision: 'sign', remark: '每周报进展' }).expect(200);
      expect([body.risk.signedBy, body.maySignRisk]).toEqual(['leader君', false]);
      for (const one of appeals) expect((await risksOf(one)).risks).toMatchObject([{ signedBy: 'leader君' }]);
      await ofMatter('leader', number, { decision: 'sign' }).expect(409);
    });

    it('reaches the heads of each section that has one of its appeals, none of whom sees the other’s', async () => {
      const [own, other] = [await inHand(), await elsewhere()];
      const number = await opened([own, other]);
      await ofMatter('officer', number).expect(200);
      expect([(await noticesOf('head', own)).length, (await noticesOf('stranger', other)).length]).toEqual([1, 1]);
      const { body } = await hub.as('stranger').get(`/api/v1/matters/${number}`).expect(200);
      expect([body.appeals.map((one: { number: string }) => one.number), body.maySignRisk]).toEqual([[other], true]);
      expect(body.riskGuess.repeats).toBe(1);
      await ofMatter('stranger', number, { decision: 'sign' }).expect(200);
      expect((await risksOf(own)).risks).toMatchObject([{ signedBy: 'stranger君' }]);
    });

    it('is that of an appeal that joins, beside what it had, and of one that parts it stays a part', async () => {
      const [first, late] = [await inHand(), await inHand()];
      const number = await opened([first]);
      await ofMatter('officer', number, high).expect(200);
      await assess('officer', late).expect(200);
      await hub.as('office').post(`/api/v1/matters/${number}/appeals`, { appeal: late }).expect(200);
      expect(await risksOf(late)).toMatchObject({ riskLevel: 'high', risks: [{ version: 2 }, { version: 1 }] });
      const parting = { appeal: late, reason: '另一件事' };
      await hub.as('office').post(`/api/v1/matters/${number}/partings`, parting).expect(204);
      await sign('leader', first).expect(200);
      expect((await risksOf(late)).risks).toMatchObject([{ signedBy: 'leader君' }, { signedBy: null }]);
    });

    it('keeps every version where two assess at the same time', async () => {
      const appeals = [await inHand(), await inHand()];
      await opened(appeals);
      await Promise.all(appeals.map((one, at) => assess(at ? 'head' : 'officer', one).expect(200)));
      for (const one of appeals) expect((await risksOf(one)).risks.map(({ version }) => version)).toEqual([2, 1]);
    });

    it('names no citizen, and is unknown to whoever sees none of its appeals', async () => {
      const entry = { source: '来信', text: '油烟扰民', name: '顾敏之', phone: '13800001234', place: '长寿路' };
      const { body } = await hub.as('office').post('/api/v1/appeals', entry).expect(201);
      const number = await opened([(body as { number: string }).number]);
      const named = await ofMatter('office', number, { ...high, measures: '上门找顾敏之解释' }).expect(409);
      expect(named.body.code).toBe('identity-in-shared-text');
      await ofMatter('officer', number, high).expect(404);
    });
  });
});
