import { addDays, dayOf } from '@hub/domain';
import { hireBureau, WalkedAppeal } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('an appeal that several units handle', (open) => {
  let hub: Hub;
  let walked: WalkedAppeal;
  const today = dayOf(new Date());

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hireBureau(hub);
    walked = new WalkedAppeal(hub);
  });
  afterAll(() => hub.close());

  const office = () => hub.as('office');
  const shown = async (number: string, account: string) =>
    (await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body as { allowedActions: { name: string }[] };

  const part = { unitId: 'monitoring', demand: '监测厂界噪声', dueOn: addDays(today, 5) };

  it('are answered by the leading unit only after the others have answered', async () => {
    const number = await walked.proved();
    await office().act(number, 'co-handling', part).expect(200);
    const early = await hub.as('officer').act(number, 'draft', { text: '答复', submit: true }).expect(409);
    expect(early.body.detail).toBe('还差协办意见。');
    await hub.as('chemist').act(number, 'co-handling', { decision: 'answer', text: '夜间 58 分贝，超标' }).expect(200);
    await hub.as('officer').act(number, 'draft', { text: '答复', submit: true }).expect(200);
  });

  it('are answered without a unit that the office has released, which then no longer sees them', async () => {
    const number = await walked.proved();
    await office().act(number, 'co-handling', part).expect(200);
    await hub.as('chemist').get(`/api/v1/appeals/${number}`).expect(200);
    await office().act(number, 'co-handling', { decision: 'release', unitId: 'monitoring', reason: '已有监测报告' }).expect(200);
    await hub.as('chemist').get(`/api/v1/appeals/${number}`).expect(404);
    await hub.as('officer').act(number, 'draft', { text: '答复', submit: true }).expect(200);
  });

  it('stand in the queue of the unit that helps, once, with the acts of a helper only', async () => {
    const number = await walked.inHand();
    await office().act(number, 'co-handling', part).expect(200);
    const { body } = await hub.as('chemist').get('/api/v1/appeals?limit=200').expect(200);
    expect(body.items.filter((one: { number: string }) => one.number === number)).toHaveLength(1);
    const { allowedActions } = await shown(number, 'chemist');
    const names = allowedActions.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['提交协办意见', '登记现场调查']);
    for (const leading of ['登记联系', '存草稿', '送审', '申请延期', '退单']) expect(names).not.toContain(leading);
    await hub.as('chemist').act(number, 'draft', { text: '越权' }).expect(403);
  });

  it('do not take the leading unit for a helper, nor one twice', async () => {
    const number = await walked.inHand();
    await office()
      .act(number, 'co-handling', { ...part, unitId: 'supervision' })
      .expect(400);
    await office().act(number, 'co-handling', part).expect(200);
    await office().act(number, 'co-handling', part).expect(409);
  });
});
