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
});
