import { addDays, dayOf, longDate } from '@hub/domain';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('reply templates', (open) => {
  let hub: Hub;
  const today = dayOf(new Date());
  const ago = (days: number) => `${addDays(today, -days)}T10:00:00+08:00`;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('stranger', 'handler', 'pollution-control');
    await hub.staff('admin', 'administrator');
  });
  afterAll(() => hub.close());

  const registered = async (about: object = {}): Promise<string> => {
    const entry = {
      source: '来信',
      kind: 'complaint',
      subject: '洗车店噪声',
      text: '洗车店噪声很大',
      place: '梧桐路近桃浦路',
      name: '欧阳敏',
      receivedAt: ago(4),
    };
    const { number } = (
      await hub
        .as('office')
        .post('/api/v1/appeals', { ...entry, ...about })
        .expect(201)
    ).body;
    await hub.as('office').act(number, 'acceptance', { topic: 'noise', track: 'enforcement' }).expect(200);
    return number;
  };
  const inHand = async (): Promise<string> => {
    const number = await registered();
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    return number;
  };
  const visited = async (number: string): Promise<void> => {
    const contact = { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通' };
    await hub.as('officer').act(number, 'contact-records', contact).expect(200);
    const site = { at: ago(2), officers: ['沈佳', '顾敏'], place: '洗车店后院', findings: '高压水泵没有隔声罩。' };
    await hub.as('officer').act(number, 'site-records', site).expect(200);
  };
  const templates = async (number: string, account = 'officer') =>
    (await hub.as(account).get(`/api/v1/templates?appeal=${number}`).expect(200)).body as {
      id: string;
      text: string;
      missing: string[];
    }[];

  it('are offered by kind, topic and track, filled from what is on file', async () => {
    const number = await inHand();
    await visited(number);
    const offered = await templates(number);
    expect(offered.map(({ id }) => id)).toEqual(expect.arrayContaining(['noise-restaurant', 'site-mended']));
    expect(offered.map(({ id }) => id)).not.toContain('inquiry');
    const { text, missing } = offered.find(({ id }) => id === 'site-mended')!;
    for (const part of [
      '洗车店噪声',
      '沈佳、顾敏',
      '洗车店后院',
      '高压水泵没有隔声罩。',
      '监察支队',
      longDate(addDays(today, -4)),
    ])
      expect(text).toContain(part);
    expect(missing).toEqual([]);
  });

  it('say what is still to be written, and a reply does not go to approval with it', async () => {
    const number = await inHand();
    const { text, missing } = (await templates(number)).find(({ id }) => id === 'site-mended')!;
    expect(missing).toContain('调查情况');
    expect(text).toContain('【请填写调查情况】');
    await visited(number);
    await hub.as('officer').act(number, 'draft', { text }).expect(200);
    const { body } = await hub.as('officer').act(number, 'draft', { text, submit: true }).expect(409);
    expect([body.code, body.detail]).toEqual(['draft-unfilled', expect.stringContaining('调查情况')]);
  });

  it('tell no more of the citizen than the mask of his name does', async () => {
    const open = await templates(await inHand());
    expect(open[0]!.text).toContain('欧阳先生/女士，您好');
    const closed = await templates(await registered({ secrecy: 'confidential' }), 'office');
    expect(closed.every(({ text }) => !text.includes('欧阳'))).toBe(true);
    expect(JSON.stringify([open, closed])).not.toContain('欧阳敏');
  });

  it('are not filled for who may not know of the appeal', async () => {
    const number = await inHand();
    await hub.as('stranger').get(`/api/v1/templates?appeal=${number}`).expect(404);
    await hub.as('officer').get('/api/v1/templates?appeal=YXT-20200101-9999').expect(404);
    await hub.as('admin').get('/api/v1/templates').expect(403);
  });

  it('are listed as they are written where no appeal is named', async () => {
    const { body } = await hub.as('officer').get('/api/v1/templates').expect(200);
    expect(body.find(({ id }: { id: string }) => id === 'inquiry').text).toContain('{{称呼}}');
  });
});
