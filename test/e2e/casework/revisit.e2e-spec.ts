import { addDays, dayOf, type Office } from '@hub/domain';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { loadSettings } from '@hub/settings';

const usual = (): Office['revisit'] =>
  loadSettings({ configDir: 'config', env: { HUB_DATA_DIR: '/tmp', HUB_SECRET_KEY: 'x'.repeat(40) } }).office.revisit;

describeBothEngines('a revisit', (open) => {
  let hub: Hub;
  let now = new Date('2026-11-02T02:00:00Z');
  const today = () => dayOf(now);
  const forward = (days: number) => (now = new Date(now.getTime() + days * 86_400_000));
  let phones = 13_800_000_000;

  beforeAll(async () => {
    const office = { revisit: { ...usual(), percent: 100, samples: [{ kinds: ['suggestion' as const], percent: 0 }] } };
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 24 * 365, office });
    await hub.staff('office', 'dispatcher');
    await hub.staff('caller', 'revisitor');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('leader', 'leader');
  });
  afterAll(() => hub.close());

  /** Answered by telephone or on the citizen's page, so that the answer is delivered at once. */
  const answered = async (
    about: { phone?: string; kind?: string; supervised?: boolean; secrecy?: string } = {},
  ): Promise<string> => {
    const { phone = String(++phones), kind = 'complaint', supervised = false, ...rest } = about;
    const entry = { source: '来信', text: '楼下风机夜间噪声很大', place: '长寿路 1 号', kind, name: '某人', phone, ...rest };
    const { body } = await hub.as('office').post('/api/v1/appeals', entry).expect(201);
    const { number } = body as { number: string };
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    const order = { decision: 'issue', ground: 'important', reason: '多次反映', demand: '限期办结' };
    if (supervised) await hub.as('leader').act(number, 'supervision', order).expect(200);
    if (kind === 'complaint') {
      const at = now.toISOString();
      await hub
        .as('officer')
        .act(number, 'contact-records', { at, method: 'phone', outcome: 'reached', words: '已接通' })
        .expect(200);
      await hub.as('officer').act(number, 'site-records', { at, officers: ['沈佳', '顾敏'], place: '长寿路', findings: '已查' }).expect(200); // prettier-ignore
    }
    await hub.as('officer').act(number, 'draft', { text: '您好，已责令整改。', submit: true }).expect(200);
    await sent(number);
    return number;
  };
  /** Approved by all whom the office's rules ask for it, then sent. */
  const sent = async (number: string): Promise<void> => {
    await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
    const { allowedActions } = await shown(number, 'leader');
    if (allowedActions.some(({ act, way }: { act: string; way: string }) => act === 'approval' && way === 'pass'))
      await hub.as('leader').act(number, 'approval', { decision: 'pass' });
    await hub.as('head').act(number, 'reply').expect(200);
  };
  const shown = async (number: string, account = 'office') =>
    (await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body;
  const revisit = (number: string, body: object, account = 'caller') => hub.as(account).act(number, 'revisit', body);
  const tasks = async (state = 'open') =>
    (await hub.as('caller').get(`/api/v1/revisit-tasks?state=${state}&limit=200`).expect(200)).body as { appeal: string }[];

  it('is begun by the system when the answer is delivered to a citizen who is drawn', async () => {
    const number = await answered();
    const body = await shown(number);
    expect(body).toMatchObject({ status: 'revisit', due: { step: 'revisit', on: addDays(today(), 14) } });
    expect(body.history.slice(-2).map(({ title, by }: { title: string; by: string }) => [title, by])).toEqual([
      ['发出答复', 'head君'],
      ['安排回访', '系统'],
    ]);
    expect((await tasks()).map(({ appeal }) => appeal)).toContain(number);
  });

  it('is not begun for whoever is not drawn, except where the appeal was supervised', async () => {
    expect((await shown(await answered({ kind: 'suggestion' }))).status).toBe('answered');
    const body = await shown(await answered({ kind: 'suggestion', supervised: true }));
    expect([body.status, body.revisits[0].reason]).toEqual(['revisit', 'supervised']);
  });

  it('leaves a citizen in peace who was revisited within ninety days, under whatever appeal', async () => {
    const phone = String(++phones);
    const first = await answered({ phone });
    await revisit(first, { outcome: 'satisfied' }).expect(200);
    forward(60);
    const second = await answered({ phone });
    expect((await shown(second)).status).toBe('answered');
    const { body } = await revisit(second, { outcome: 'plan' }).expect(409);
    expect(body.code).toBe('not-rested');
    forward(31);
    expect((await shown(await answered({ phone }))).status).toBe('revisit');
  });

  it('does not ask twice while the first call still waits', async () => {
    const phone = String(++phones);
    await answered({ phone });
    expect((await shown(await answered({ phone }))).status).toBe('answered');
  });

  it('keeps the five dimensions, the answers to the script and the words, and closes when satisfied', async () => {
    const number = await answered();
    const { script } = await shown(number, 'caller');
    expect(script.questions.length).toBeGreaterThan(2);
    const sheet = {
      outcome: 'satisfied',
      solved: 'partly',
      scores: { efficiency: 5, openness: 4, charges: null, service: 3, integrity: 1 },
      answers: ['联系过', '收到了'],
      words: '夜里还有一点声音',
    };
    const { body } = await revisit(number, sheet).expect(200);
    expect(body.status).toBe('closed');
    const [record] = body.revisitRecords;
    expect(record).toMatchObject({ by: 'caller君', solved: 'partly', outcomeName: '满意', words: '夜里还有一点声音' });
    expect(record.scores.map(({ name, score }: { name: string; score: number | null }) => [name, score])).toEqual([
      ['行政效率', 5],
      ['公开透明', 4],
      ['收费规范', null],
      ['服务质量', 3],
      ['清正廉洁', 1],
    ]);
    expect(record.answers.map(({ answer }: { answer: string }) => answer)).toEqual(['联系过', '收到了']);
    expect((await tasks('done')).map(({ appeal }) => appeal)).toContain(number);
  });

  it.each([{ efficiency: 0 }, { openness: 6 }, { charges: 2.5 }, { mood: 3 }])('refuses the score %j', async (scores) => {
    const number = await answered();
    await revisit(number, { outcome: 'satisfied', scores }).expect(400);
  });

  it('asks for words where the citizen is not satisfied, then for a decision, and suggests supervision', async () => {
    const number = await answered();
    await revisit(number, { outcome: 'unsatisfied' }).expect(400);
    const { body } = await revisit(number, { outcome: 'unsatisfied', solved: 'no', words: '风机照样响' }).expect(200);
    expect(body.status).toBe('reopen-requested');
    const { orders } = await shown(number);
    expect(orders).toMatchObject([{ state: 'suggested', ground: 'unsatisfied' }]);
    const { body: notices } = await hub.as('office').get('/api/v1/notices').expect(200);
    expect(notices.items[0].text).toBe(`${number}：回访不满意，请决定是否重办。`);
  });

  it('is owed again after a new answer to whoever was not satisfied, rest or no rest', async () => {
    const number = await answered({ kind: 'suggestion', supervised: false });
    await revisit(number, { outcome: 'plan' }).expect(200);
    await revisit(number, { outcome: 'unsatisfied', words: '没有说清楚' }).expect(200);
    await hub.as('office').act(number, 'reopening', { decision: 'grant', reason: '重办' }).expect(200);
    const draft = { text: '再次答复如下。', submit: true };
    await hub.as('officer').act(number, 'draft', draft).expect(200);
    await sent(number);
    const before = await shown(number);
    if (before.status === 'answered') await hub.as('office').act(number, 'closing', { archive: false }).expect(200);
    expect(await shown(number)).toMatchObject({ status: 'revisit', revisits: [{ state: 'done' }, { reason: 'unsatisfied' }] });
  });

  it('ends as closed after three calls on two days that reached nobody; the number stands masked', async () => {
    const number = await answered();
    const tried = { outcome: 'try', result: 'no-answer' };
    await revisit(number, tried).expect(200);
    await revisit(number, { outcome: 'try', result: 'refused' }).expect(200);
    const same = await revisit(number, tried).expect(200);
    expect([same.body.status, same.body.revisits[0].tries]).toEqual(['revisit', 3]);
    forward(1);
    const last = await revisit(number, tried).expect(200);
    expect([last.body.status, last.body.revisits[0].state]).toEqual(['closed', 'unreachable']);
    expect((await tasks('unreachable')).map(({ appeal }) => appeal)).toContain(number);
  });

  it('refuses a call that has not been made yet and a try without its result', async () => {
    const number = await answered();
    await revisit(number, { outcome: 'try' }).expect(400);
    await revisit(number, { outcome: 'try', result: 'no-answer', at: `${addDays(today(), 1)}T10:00:00+08:00` }).expect(400);
  });

  it('is never made by those who handled the appeal, who see no list of it either', async () => {
    const number = await answered();
    for (const account of ['head', 'officer']) {
      await revisit(number, { outcome: 'satisfied' }, account).expect(403);
      await hub.as(account).get('/api/v1/revisit-tasks').expect(403);
      expect((await shown(number, account)).script).toBeNull();
    }
  });

  it('comes before closing where the appeal was supervised only after its answer', async () => {
    const number = await answered({ kind: 'suggestion' });
    const order = { decision: 'issue', ground: 'important', reason: '领导批示', demand: '回头看' };
    await hub.as('leader').act(number, 'supervision', order).expect(200);
    const { body } = await hub.as('office').act(number, 'closing', {}).expect(200);
    expect([body.status, body.revisits[0].reason]).toEqual(['revisit', 'supervised']);
    await revisit(number, { outcome: 'satisfied' }, 'office').expect(200);
  });

  it('follows an order that was issued after closing, once', async () => {
    const number = await answered({ kind: 'suggestion' });
    await hub.as('office').act(number, 'closing', {}).expect(200);
    const order = { decision: 'issue', ground: 'important', reason: '领导批示', demand: '回头看' };
    await hub.as('leader').act(number, 'supervision', order).expect(200);
    const close = { decision: 'close', words: '同意办结' };
    const { body } = await hub.as('leader').act(number, 'supervision', close).expect(200);
    expect([body.status, body.revisits]).toMatchObject(['revisit', [{ reason: 'supervised', state: 'open' }]]);
    expect((await revisit(number, { outcome: 'satisfied' }).expect(200)).body.status).toBe('closed');
    expect((await hub.as('office').act(number, 'closing', { archive: true }).expect(200)).body.status).toBe('archived');
  });

  it('is dropped once the citizen asks for more by himself', async () => {
    const number = await answered();
    await hub.as('office').act(number, 'reopening', { decision: 'request', reason: '反映人来电' }).expect(200);
    expect((await tasks()).map(({ appeal }) => appeal)).not.toContain(number);
  });
});
