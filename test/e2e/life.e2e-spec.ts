import { addDays, dayOf } from '@hub/domain';
import { aMail, mailMessage } from '../factories/letter';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

describeBothEngines('an appeal', (open) => {
  let hub: Hub;
  const today = dayOf(new Date());
  const ago = (days: number, time = '10:00') => `${addDays(today, -days)}T${time}:00+08:00`;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('stranger', 'handler', 'pollution-control');
    await hub.staff('leader', 'leader');
    await hub.staff('admin', 'administrator');
  });
  afterAll(() => hub.close());

  const registered = async (about: Parameters<typeof aMail>[0] = {}): Promise<string> => {
    const date = new Date(ago(4)).toUTCString();
    const [result] = await hub.intake.accept([mailMessage(aMail({ date, ...about }))]);
    return result!.number!;
  };
  const assigned = async (): Promise<string> => {
    const number = await registered();
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision', handlerId: null }).expect(200);
    return number;
  };

  it('goes from a letter to a delivered answer, each step by the person whose step it is', async () => {
    const number = await assigned();
    await hub.as('officer').act(number, 'receipt').expect(200);
    await hub
      .as('officer')
      .act(number, 'contact-records', { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通，约定晚间检查' })
      .expect(200);
    await hub
      .as('officer')
      .act(number, 'site-records', { at: ago(2), officers: ['沈佳', '顾敏'], place: '长寿路', findings: '风机未装消声器' })
      .expect(200);
    await hub.as('officer').act(number, 'draft', { text: '您好，已责令整改。', submit: true }).expect(200);
    await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
    const { body } = await hub.as('head').act(number, 'reply').expect(200);

    expect(body).toMatchObject({ status: 'answered', unit: '监察支队', handler: 'officer君' });
    expect(body.lamps.map((lamp: { state: string }) => lamp.state)).toEqual(['done', 'done', 'pending']);
    const { body: letters } = await hub.as('office').get('/api/v1/outbox').expect(200);
    expect(
      letters.filter((letter: { appeal: string }) => letter.appeal === number).map((letter: { kind: string }) => letter.kind),
    ).toEqual(['reply', 'acknowledgement']);
  });

  it('cannot be answered before contact and site are proved or waived, and says what lacks', async () => {
    const number = await assigned();
    await hub.as('officer').act(number, 'receipt').expect(200);
    const { body } = await hub.as('officer').act(number, 'draft', { text: '答复', submit: true }).expect(409);
    expect([body.code, body.detail]).toEqual(['milestone-missing', '还差联系记录、现场调查。']);
  });

  it('offers exactly the acts that the state table allows this person', async () => {
    const number = await assigned();
    const acts = async (account: string) => {
      const { body } = await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200);
      return body.allowedActions.map(({ name }: { name: string }) => name);
    };
    const [office, officer, leader] = [await acts('office'), await acts('officer'), await acts('leader')];
    expect(office).toEqual(expect.arrayContaining(['改派', '加协办单位', '撤回', '改归类', '存备注']));
    expect(officer).toEqual(expect.arrayContaining(['签收', '退单', '存备注']));
    expect(leader).toEqual(expect.arrayContaining(['改派', '发督办单']));
    for (const [names, others] of [
      [office, ['签收', '退单', '登记联系']],
      [officer, ['改派', '撤回', '登记联系', '送审']],
      [leader, ['签收', '撤回', '存草稿']],
    ] as const)
      expect(names.filter((name: string) => (others as readonly string[]).includes(name))).toEqual([]);
  });

  it('is not there for a section that it was not given to, and looks like a number that does not exist', async () => {
    const number = await assigned();
    const hidden = await hub.as('stranger').get(`/api/v1/appeals/${number}`).expect(404);
    const absent = await hub.as('stranger').get('/api/v1/appeals/YXT-20200101-9999').expect(404);
    expect(hidden.body).toEqual(absent.body);
    await hub.as('stranger').act(number, 'receipt').expect(404);
    const { body } = await hub.as('stranger').get('/api/v1/appeals').expect(200);
    expect([body.items, body.counts.open.count]).toEqual([[], 0]);
  });

  it('shows no name, telephone or address of the citizen but masked', async () => {
    const number = await registered({ from: 'Lu Wenjie <luwenjie@example.com>' });
    const { body } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
    expect(body.person).toMatchObject({ name: 'L**', email: 'l***@example.com' });
    expect(JSON.stringify(body)).not.toContain('luwenjie');
  });

  it('is refused to whoever decided on an older version', async () => {
    const number = await registered();
    await hub.as('office').act(number, 'acceptance', { version: 1 }).expect(200);
    const { body } = await hub
      .as('office')
      .act(number, 'transfer', { version: 1, departmentId: 'water', summary: '摘要', reason: '理由' })
      .expect(409);
    expect(body.code).toBe('version-conflict');
  });

  it('is handed to a department by a numbered letter, waits with a date, and tells the citizen where it went', async () => {
    const number = await registered({ subject: '路灯不亮' });
    const { body: departments } = await hub.as('office').get('/api/v1/departments').expect(200);
    const [{ id }] = departments;
    const { body } = await hub
      .as('office')
      .act(number, 'transfer', { departmentId: id, summary: '路灯不亮，影响出行。', reason: '属贵单位职责' })
      .expect(200);
    expect(body).toMatchObject({ status: 'transferred', due: { step: 'transfer', on: addDays(today, 15) } });
    expect(body.transfers[0].number).toMatch(/^普环转〔\d{4}〕\d+号$/);
    const { body: letters } = await hub.as('office').get('/api/v1/outbox').expect(200);
    expect(
      letters
        .filter((letter: { appeal: string }) => letter.appeal === number)
        .map((letter: { kind: string }) => letter.kind)
        .sort(),
    ).toEqual(['acknowledgement', 'transfer', 'whereabouts']);
  });

  it('needs the consent of a leader not to be accepted', async () => {
    const number = await registered();
    const ground = { ground: '属诉讼事项', rightPath: '向人民法院提起' };
    await hub.as('office').act(number, 'non-acceptance', ground).expect(409);
    await hub
      .as('office')
      .act(number, 'non-acceptance', { ...ground, consentBy: 'head' })
      .expect(409);
    const { body } = await hub
      .as('office')
      .act(number, 'non-acceptance', { ...ground, consentBy: 'leader' })
      .expect(200);
    expect(body.status).toBe('not-accepted');
  });

  it('shows nothing of its content to an administrator', async () => {
    const number = await registered();
    await hub.as('admin').get('/api/v1/appeals').expect(403);
    await hub.as('admin').get(`/api/v1/appeals/${number}`).expect(403);
  });

  it('is closed to whoever has not signed in', async () => {
    await hub.as(null).get('/api/v1/appeals').expect(401);
    await hub.as(null).act('YXT-20261116-0001', 'acceptance').expect(401);
  });

  it('names each field that is wrong and refuses unknown ones', async () => {
    const number = await registered();
    const { body } = await hub.as('office').act(number, 'acceptance', { kind: 'gossip', secret: true }).expect(400);
    expect(body.fields.map(({ field }: { field: string }) => field).sort()).toEqual(['kind', 'secret']);
  });
});
