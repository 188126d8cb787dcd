import { dayOf } from '@hub/domain';
import { hireBureau, WalkedAppeal } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the states of an appeal', (open) => {
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
  const shown = async (number: string, account = 'office') =>
    (await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body as Record<string, never> & {
      history: { title: string; note: string }[];
    };

  describe('returned by a unit', () => {
    it('stand with the office, which agrees and gives them to another unit', async () => {
      const number = await walked.assigned();
      await hub.as('officer').act(number, 'return', { reason: '属污染控制科' }).expect(200);
      expect(await shown(number)).toMatchObject({ status: 'accepted', returns: 1, returnedFrom: { id: 'supervision' } });
      await office().act(number, 'return', { decision: 'confirm', reason: '同意' }).expect(200);
      const { body } = await office().act(number, 'assignment', { unitId: 'pollution-control' }).expect(200);
      expect(body).toMatchObject({ status: 'assigned', unitId: 'pollution-control', returnedFrom: null, designated: false });
    });

    it('go back to the unit where the office refuses the return', async () => {
      const number = await walked.assigned();
      await hub.as('officer').act(number, 'return', { reason: '人手不足' }).expect(200);
      const { body } = await office().act(number, 'return', { decision: 'refuse', reason: '属监察支队职责' }).expect(200);
      expect(body).toMatchObject({ status: 'assigned', unitId: 'supervision', returnedFrom: null });
    });

    it('are given by a leader after the second return, and then cannot be returned or moved by the office', async () => {
      const number = await walked.assigned();
      await hub.as('officer').act(number, 'return', { reason: '一退' }).expect(200);
      await office().act(number, 'return', { decision: 'refuse', reason: '仍由你队办' }).expect(200);
      await hub.as('officer').act(number, 'return', { reason: '二退' }).expect(200);
      const blocked = await office().act(number, 'assignment', { unitId: 'monitoring' }).expect(409);
      expect(blocked.body.code).toBe('leader-designates');
      const { body } = await hub.as('leader').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
      expect(body).toMatchObject({ status: 'assigned', designated: true });
      expect((await hub.as('officer').act(number, 'return', { reason: '三退' }).expect(409)).body.code).toBe('designated');
      await office().act(number, 'assignment', { unitId: 'monitoring' }).expect(409);
    });

    it('are not confirmed by the unit that returns them', async () => {
      const number = await walked.assigned();
      await hub.as('officer').act(number, 'return', { reason: '不属本队' }).expect(200);
      await hub.as('officer').act(number, 'return', { decision: 'confirm', reason: '自己同意' }).expect(404);
    });
  });

  describe('not accepted', () => {
    const ground = { ground: '属诉讼事项', rightPath: '向人民法院提起' };

    it('wait for a leader where the office proposes, and are refused by his consent with the words proposed', async () => {
      const number = await walked.received();
      await office()
        .act(number, 'non-acceptance', { ...ground, decision: 'propose' })
        .expect(200);
      await hub.as('head').act(number, 'non-acceptance').expect(404);
      const { body } = await hub.as('leader').act(number, 'non-acceptance').expect(200);
      expect(body).toMatchObject({ status: 'not-accepted', refusal: ground });
      expect(body.history.at(-1).note).toContain('leader君同意');
    });

    it('are accepted after all where the leader declines the proposal', async () => {
      const number = await walked.received();
      await office()
        .act(number, 'non-acceptance', { ...ground, decision: 'propose' })
        .expect(200);
      await hub.as('leader').act(number, 'non-acceptance', { decision: 'decline', reason: '应当受理' }).expect(200);
      expect(await shown(number)).toMatchObject({ status: 'received', refusal: null });
      await office().act(number, 'acceptance').expect(200);
    });

    it('are not refused by the office alone', async () => {
      const number = await walked.received();
      expect((await office().act(number, 'non-acceptance', ground).expect(409)).body.code).toBe('consent-missing');
    });
  });

  describe('after the answer', () => {
    it('are taken up again by a person’s decision, by the same unit or by another that signs for them', async () => {
      for (const [unitId, status] of [
        [undefined, 'in-hand'],
        ['pollution-control', 'assigned'],
      ] as const) {
        const number = await walked.answered();
        await hub.as('caller').act(number, 'reopening', { decision: 'request', reason: '仍然吵' }).expect(200);
        await hub.as('caller').act(number, 'reopening', { decision: 'grant', reason: '自行决定' }).expect(403);
        const { body } = await hub
          .as('director')
          .act(number, 'reopening', { decision: 'grant', reason: '重查', unitId })
          .expect(200);
        expect(body.status).toBe(status);
      }
    });

    it('count as answered by phone where the letter did not arrive, with a note only, and can then be closed', async () => {
      const number = await walked.answered();
      expect((await office().act(number, 'closing').expect(409)).body.code).toBe('reply-undelivered');
      const phone = { otherwise: true, delivery: 'phone' };
      await hub.as('officer').act(number, 'reply', phone).expect(400);
      const { body } = await hub
        .as('officer')
        .act(number, 'reply', { ...phone, note: '11月24日电话告知本人，无异议' })
        .expect(200);
      expect(body.lamps[2].state).toBe('done');
      await hub
        .as('officer')
        .act(number, 'reply', { ...phone, note: '再记一次' })
        .expect(409);
    });

    it('that a department answered can be taken up by a unit of the bureau', async () => {
      const number = await walked.received();
      await office().act(number, 'transfer', { departmentId: 'water', summary: '河道发黑', reason: '属其职责' }).expect(200);
      await office().act(number, 'transfer', { outcome: 'answer', answer: '已清淤' }).expect(200);
      await office().act(number, 'reopening', { decision: 'request', reason: '仍黑' }).expect(200);
      expect((await office().act(number, 'reopening', { decision: 'grant', reason: '重办' }).expect(409)).body.code).toBe(
        'unit-missing',
      );
      await office().act(number, 'reopening', { decision: 'grant', unitId: 'supervision', reason: '重办' }).expect(200);
    });

    it('are reviewed by the upper authority only on the petition track, and only once the answer was delivered', async () => {
      const number = await walked.answered();
      const ask = { decision: 'ask', authority: '市环保局', askedOn: today, ground: '不服处理意见' };
      expect((await office().act(number, 'review', ask).expect(409)).body.code).toBe('no-review-rights');
      await office().act(number, 'classification', { track: 'petition', reason: '按信访办理' }).expect(200);
      expect((await office().act(number, 'review', ask).expect(409)).body.code).toBe('reply-undelivered');
    });
  });

  describe('withdrawn', () => {
    it('end, from any open state, and can then be closed', async () => {
      const number = await walked.inHand();
      await office().act(number, 'withdrawal', { reason: '反映人来电撤回' }).expect(200);
      expect((await office().act(number, 'closing').expect(200)).body.status).toBe('closed');
    });

    it('go on by the office’s own duty where they are reports, and only then', async () => {
      const report = await walked.assigned({ subject: '举报某厂偷排' });
      // A report is confidential: without a named handler it is the head of the unit who sees it.
      await hub.as('head').act(report, 'receipt').expect(200);
      const { body } = await office().act(report, 'withdrawal', { reason: '举报人撤回', exOfficio: true }).expect(200);
      expect(body.status).toBe('in-hand');
      const complaint = await walked.inHand();
      await office().act(complaint, 'withdrawal', { reason: '撤回', exOfficio: true }).expect(409);
    });
  });

  describe('at the end', () => {
    it('are archived with a complete file only, and stay as they are', async () => {
      const number = await walked.received();
      await office().act(number, 'withdrawal', { reason: '撤回' }).expect(200);
      await office().act(number, 'closing').expect(200);
      const early = await office().act(number, 'closing', { archive: true }).expect(409);
      expect([early.body.code, early.body.detail]).toEqual(['pack-incomplete', '案卷还差1 封没有发出的信，不能归档。']);
      expect((await shown(number)) as unknown as object).toMatchObject({
        allowedActions: expect.arrayContaining([expect.objectContaining({ name: '归档', waitsFor: '还差：1 封没有发出的信' })]),
      });
    });

    it('are not archived over an open order, an unsigned risk or a draft paper', async () => {
      const entry = { source: '来访', text: '夜间有风机噪声', phone: '13800001234', place: '长寿路' };
      const { number } = (await office().post('/api/v1/appeals', entry).expect(201)).body as { number: string };
      const order = { decision: 'issue', ground: 'important', reason: '多次反映', demand: '限期办结' };
      await hub.as('leader').act(number, 'supervision', order).expect(200);
      await office().act(number, 'risk', { decision: 'assess' }).expect(200);
      const papers = await office().act(number, 'documents', { kind: 'risk-sheet' }).expect(201);
      await office().act(number, 'withdrawal', { reason: '撤回' }).expect(200);
      await office().act(number, 'closing').expect(200);
      const early = await office().act(number, 'closing', { archive: true }).expect(409);
      const lacking = '督办单的办结、风险评估的审阅、风险评估表的签发（还是草稿）';
      expect(early.body.detail).toBe(`案卷还差${lacking}，不能归档。`);
      expect((await shown(number)) as unknown as object).toMatchObject({
        allowedActions: expect.arrayContaining([expect.objectContaining({ name: '归档', waitsFor: `还差：${lacking}` })]),
      });
      await hub.as('leader').act(number, 'supervision', { decision: 'close', words: '已撤回' }).expect(200);
      await hub.as('leader').act(number, 'risk', { decision: 'sign' }).expect(200);
      const [{ id }] = papers.body.items as { id: number }[];
      await office().act(number, `documents/${id}/void`, { reason: '不用了' }).expect(200);
      expect((await office().act(number, 'closing', { archive: true }).expect(200)).body.status).toBe('archived');
    });

    it('come back from the invalid ones with a reason', async () => {
      const number = await walked.received();
      await office().act(number, 'discard', { reason: '看似广告' }).expect(200);
      expect((await office().act(number, 'restore', { reason: '误判' }).expect(200)).body.status).toBe('received');
    });
  });
});
