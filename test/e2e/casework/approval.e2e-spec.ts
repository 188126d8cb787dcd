import { ago, hireBureau, WalkedAppeal } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('an answer, before it goes out,', (open) => {
  let hub: Hub;
  let walked: WalkedAppeal;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hireBureau(hub);
    walked = new WalkedAppeal(hub);
  });
  afterAll(() => hub.close());

  const submit = (number: string, account = 'officer', text = '您好，已责令整改。') =>
    hub.as(account).act(number, 'draft', { text, submit: true });
  const pass = (number: string, account: string, more: object = {}) =>
    hub.as(account).act(number, 'approval', { decision: 'pass', ...more });
  const names = async (number: string, account: string): Promise<string[]> => {
    const { body } = await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200);
    return body.allowedActions.map(({ name }: { name: string }) => name);
  };

  it('is passed by the section head, and then sent', async () => {
    const number = await walked.proved();
    const { body } = await submit(number).expect(200);
    expect(body.approval).toMatchObject({ next: 'section-head', steps: [{ name: '科室负责人', state: 'waiting' }] });
    await hub.as('officer').act(number, 'reply').expect(409);
    await pass(number, 'head').expect(200);
    expect((await hub.as('officer').act(number, 'reply').expect(200)).body.status).toBe('answered');
  });

  it('on a petition goes on from the section head to a leader, and not out before both have passed it', async () => {
    const number = await walked.proved({ acceptance: { track: 'petition' } });
    await submit(number).expect(200);
    const { body } = await pass(number, 'head').expect(200);
    expect(body.approval.steps).toMatchObject([
      { name: '科室负责人', state: 'passed', by: 'head君' },
      { name: '局领导', state: 'waiting' },
    ]);
    await hub.as('head').act(number, 'reply').expect(409);
    expect((await pass(number, 'head').expect(409)).body.code).toBe('not-your-step');
    await pass(number, 'leader').expect(200);
    await hub.as('head').act(number, 'reply').expect(200);
  });

  it('written by a section head goes to a leader, not to himself', async () => {
    const number = await walked.proved();
    const { body } = await submit(number, 'head').expect(200);
    expect(body.approval.next).toBe('leader');
    await pass(number, 'head').expect(409);
    expect(await names(number, 'head')).not.toContain('通过');
    await pass(number, 'director').expect(200);
  });

  it('may be passed by a leader at once where no section head is there', async () => {
    const number = await walked.proved({ acceptance: { track: 'petition' } });
    await submit(number).expect(200);
    const { body } = await pass(number, 'leader').expect(200);
    expect([body.approval.next, body.draft.approvedBy]).toEqual([null, 'leader君']);
  });

  it('is sent back with a reason only, and passes anew once it was changed', async () => {
    const number = await walked.proved({ acceptance: { track: 'petition' } });
    await submit(number).expect(200);
    await pass(number, 'head').expect(200);
    await hub.as('leader').act(number, 'approval', { decision: 'send-back' }).expect(400);
    const { body } = await hub
      .as('leader')
      .act(number, 'approval', { decision: 'send-back', reason: '写明法律依据' })
      .expect(200);
    expect(body).toMatchObject({ status: 'in-hand', approval: { sentBack: { by: 'leader君', reason: '写明法律依据' } } });
    const again = await submit(number, 'officer', '您好，依据噪声法第五十条，已责令整改。').expect(200);
    expect(again.body.approval.next).toBe('section-head');
    const versions = await hub.as('officer').get(`/api/v1/appeals/${number}/draft-versions`).expect(200);
    expect(versions.body.map(({ version, text }: { version: number; text: string }) => [version, text.slice(0, 6)])).toEqual([
      [2, '您好，依据噪'],
      [1, '您好，已责令'],
    ]);
  });

  it('waits for a leader after all where the appeal has become a petition meanwhile', async () => {
    const number = await walked.proved();
    await submit(number).expect(200);
    await pass(number, 'head').expect(200);
    await hub.as('leader').act(number, 'classification', { track: 'petition', reason: '反映人坚持信访' }).expect(200);
    expect((await hub.as('head').act(number, 'reply').expect(409)).body.code).toBe('approval-missing');
    await pass(number, 'leader').expect(200);
    await hub.as('head').act(number, 'reply').expect(200);
  });

  it('is not written over: who began from an older version gets both texts and may save on from the newer one', async () => {
    const number = await walked.proved();
    const save = (account: string, text: string, base?: number) =>
      hub.as(account).act(number, 'draft', base === undefined ? { text } : { text, base });
    await save('officer', '第一稿', 0).expect(200);
    await save('head', '科长改过的一稿', 1).expect(200);
    const { body } = await save('officer', '承办人改的一稿', 1).expect(409);
    expect(body).toMatchObject({ code: 'version-conflict', theirs: { text: '科长改过的一稿', version: 2, by: 'head君' } });
    const merged = await save('officer', '合并稿', 2).expect(200);
    expect(merged.body.draft).toMatchObject({ text: '合并稿', version: 3 });
    const { body: versions } = await hub.as('officer').get(`/api/v1/appeals/${number}/draft-versions`).expect(200);
    expect(versions.map(({ text }: { text: string }) => text)).toEqual(
      expect.arrayContaining(['第一稿', '科长改过的一稿', '合并稿']),
    );
  });

  it('is saved although a record was added meanwhile, but not from an outdated view where the draft has changed', async () => {
    const number = await walked.proved();
    const { version } = (await hub.as('officer').get(`/api/v1/appeals/${number}`).expect(200)).body;
    const call = { at: ago(1), method: 'phone', outcome: 'reached', words: '又通了一次电话' };
    await hub.as('head').act(number, 'contact-records', call).expect(200);
    await hub.as('officer').act(number, 'draft', { text: '一稿', version, base: 0 }).expect(200);
    const { body } = await hub.as('head').act(number, 'draft', { text: '另一稿', version }).expect(409);
    expect(body).toMatchObject({ code: 'version-conflict', theirs: { text: '一稿', version: 1 } });
  });

  it('is not passed by who is not asked', async () => {
    const number = await walked.proved();
    await submit(number).expect(200);
    for (const account of ['officer', 'office']) await pass(number, account).expect(403);
  });
});
