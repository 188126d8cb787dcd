import type { Glance } from '@hub/domain';
import { Database, OperationsQuery, Secrets } from '@hub/persistence';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('letters that speak of an appeal', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('chief', 'leader');
  });
  afterAll(() => hub.close());

  let senders = 0;
  const someone = () => `person${(senders += 1)}@example.com`;
  const take = async (about: Parameters<typeof aMail>[0]) => (await hub.intake.accept([mailMessage(aMail(about))]))[0]!;
  /** An appeal of this sender, and the secret that stands in our letters about it. */
  const appealOf = async (from: string) => {
    const { number } = await take({ from });
    const { body } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
    const id = Number(body.id ?? (await idOf(number!)));
    return { number: number!, mark: `y.${id}.${hub.app.get(Secrets).threadToken(id)}` };
  };
  const idOf = async (number: string) => {
    const letters = await hub.app.get(OperationsQuery).letters(['pending'], 500);
    const owed = letters.find(({ subject, body }) => `${subject}${body}`.includes(number))!;
    return /^y\.(\d+)\./.exec(owed.messageId)![1];
  };
  const answering = (mark: string) => `In-Reply-To: <${mark}.0a@putuo-epb.example>`;
  const held = (reason: string) => ({ outcome: 'quarantined', reason: expect.stringContaining(reason) });
  const suggested = async () => {
    const { body } = await hub.as('office').get('/api/v1/quarantine').expect(200);
    return (body as { appeal: string | null; arrivedAt: string; id: number; glance: Glance | null }[]).toSorted(
      (a, b) => b.id - a.id,
    )[0]!;
  };

  it.each([
    ['in what it answers', (mark: string) => ({ headers: answering(mark) })],
    [
      'in its references alone',
      (mark: string) => ({ headers: `References: <other@example.com> <${mark}.0a@putuo-epb.example>` }),
    ],
    ['in the address it was sent to', (mark: string) => ({ to: `YiXianTong+${mark}@putuo-epb.example` })],
  ])('joins by the secret %s and a sender who is known, in any case of letters', async (_, bearing) => {
    const from = someone();
    const { number, mark } = await appealOf(from);
    expect(await take({ from: from.toUpperCase(), ...bearing(mark) })).toMatchObject({ outcome: 'joined', number });
  });

  it('suggests the appeal whose number is quoted before the newest one, and none of another citizen', async () => {
    const from = someone();
    const first = await appealOf(from);
    const second = await appealOf(from);
    const other = await appealOf(someone());
    await take({ from, text: `关于 ${first.number}，还有话说。` });
    expect((await suggested()).appeal).toBe(first.number);
    await take({ from, text: `关于 ${other.number}，还有话说。` });
    expect((await suggested()).appeal).toBe(second.number);
  });

  it('holds a letter that bears the secret but names two senders or none', async () => {
    const from = someone();
    const { mark } = await appealOf(from);
    expect(await take({ from: `${from}, ${someone()}`, headers: answering(mark) })).toMatchObject(held('不止一个发件人'));
    expect(await take({ from, headers: `From: ${someone()}\r\n${answering(mark)}` })).toMatchObject(held('不止一个发件人'));
    expect(await take({ from: 'Undisclosed:;', headers: answering(mark) })).toMatchObject(held('没有发件人'));
  });

  it('lets a person put a held letter where it belongs', async () => {
    const from = someone();
    const { number } = await appealOf(from);
    await take({ from, subject: 'Re: 风机', text: '昨晚又响了。' });
    const { id } = await suggested();
    const { body } = await hub.as('office').post(`/api/v1/quarantine/${id}/resolution`, { as: 'join', number }).expect(200);
    expect(body).toEqual({ outcome: 'joined', number });
    const appeal = (await hub.as('office').get(`/api/v1/appeals/${number}`)).body;
    expect(appeal.messages.at(-1).text).toBe('昨晚又响了。');
  });

  const row = (id: number) => hub.app.get(Database).reader.query(`SELECT sealedGlance FROM intake_items WHERE id = ${id}`);

  it('shows who wrote a held letter and how it begins, masked, until somebody has decided', async () => {
    const from = someone();
    const { number } = await appealOf(from);
    await take({ from: `邹晓梅 <${from}>`, subject: 'Re: 邹晓梅家的风机', text: '我是邹晓梅，电话 13812345678，昨晚又响了。' });
    const waiting = await suggested();
    expect(waiting).toMatchObject({ reason: expect.any(String), appeal: number });
    expect(waiting.glance).toEqual({
      sender: '邹** p***@example.com',
      subject: expect.stringContaining('邹**家的风机'),
      words: '我是邹**，电话 138****5678，昨晚又响了。',
    });
    const [{ sealedGlance }] = await row(waiting.id);
    expect(sealedGlance).toMatch(/^v2\./);
    await hub.as('office').post(`/api/v1/quarantine/${waiting.id}/resolution`, { as: 'join', number }).expect(200);
    expect(await row(waiting.id)).toEqual([{ sealedGlance: null }]);
  });

  it('is nothing at all to a leader who may not see the appeal it seems to belong to', async () => {
    const from = someone();
    const { number } = await appealOf(from);
    await take({ from, subject: 'Re: 风机', text: '昨晚又响了，附上录音。' });
    const { id } = await suggested();
    const ids = async () =>
      ((await hub.as('chief').get('/api/v1/quarantine').expect(200)).body as { id: number }[]).map((one) => one.id);
    expect(await ids()).toContain(id);
    await hub.as('office').act(number, 'confidentiality', { secrecy: 'confidential', reason: '来信人请求' }).expect(200);
    expect(await ids()).not.toContain(id);
    await hub.as('chief').get(`/api/v1/quarantine/${id}/original`).expect(404);
  });
});
