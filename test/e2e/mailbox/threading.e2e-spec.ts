import { OperationsQuery, Secrets, UnitOfWork } from '@hub/persistence';
import { threadLocalPart } from '@hub/domain';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('threading by secret and sender', (open) => {
  let hub: Hub;
  let now = new Date('2026-11-24T02:00:00Z');
  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 100_000 });
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  type About = Parameters<typeof aMail>[0];
  const take = async (about: About) => (await hub.intake.accept([mailMessage(aMail(about))]))[0]!;
  const offered = async (from: string) => {
    const { number } = await take({ from });
    const mark = await hub.app.get(UnitOfWork).run(async ({ appeals }) => {
      const { id } = await appeals.hold(number!);
      return threadLocalPart({ appealId: id, token: hub.app.get(Secrets).threadToken(id) });
    });
    return { number: number!, mark, answers: `In-Reply-To: <${mark}.0f@putuo-epb.example>` };
  };
  const waiting = async () => (await hub.as('office').get('/api/v1/quarantine').expect(200)).body[0];
  const stand = (number: string, status: 'closed' | 'archived' | 'answered') =>
    hub.app.get(UnitOfWork).run(async ({ appeals }) => {
      const appeal = await appeals.hold(number);
      const line = { act: 'closing', way: null, byId: null, byName: '系统', at: now.toISOString(), note: '' } as const;
      await appeals.keep(appeal, { status }, line);
    });
  const statusOf = async (number: string) => (await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body.status;

  it.each([
    ['In-Reply-To', (mark: string) => ({ headers: `In-Reply-To: <${mark}.0f@putuo-epb.example>` })],
    [
      'References alone',
      (mark: string) => ({ headers: `References: <a@b.example> <${mark}.0f@putuo-epb.example> <c@d.example>` }),
    ],
    ['the plus address in other case', (mark: string) => ({ to: `YiXianTong+${mark.toUpperCase()}@PUTUO-EPB.example` })],
    ['a plus address named twice', (mark: string) => ({ to: `y+${mark}@putuo-epb.example, Y+${mark}@putuo-epb.example` })],
  ])('joins by %s what the citizen himself sends', async (title, about) => {
    const from = `join-${title.length}@example.com`;
    const { number, mark } = await offered(from);
    expect(await take({ from: from.toUpperCase(), ...about(mark) })).toMatchObject({ outcome: 'joined', number });
  });

  it('holds an answer with the secret that somebody else sends, and names the appeal', async () => {
    const { number, answers } = await offered('zhao@example.com');
    expect((await take({ from: 'third@example.net', headers: answers })).outcome).toBe('quarantined');
    expect(await waiting()).toMatchObject({ state: 'held', appeal: number, reason: expect.stringContaining('不是从反映人') });
  });

  it('holds an answer of a known sender without the secret; his fresh letter is a new appeal', async () => {
    const from = 'qian@example.com';
    const older = await offered(from);
    const newer = await offered(from);
    expect((await take({ from, subject: 'Re: 噪声' })).outcome).toBe('quarantined');
    expect(await waiting()).toMatchObject({ appeal: newer.number });
    expect((await take({ from, text: `我上次反映的 ${older.number} 怎么样了` })).outcome).toBe('quarantined');
    expect(await waiting()).toMatchObject({ appeal: older.number, reason: expect.stringContaining('没有带') });
    expect((await take({ from, subject: '另一件事' })).outcome).toBe('new');
  });

  it('never joins by a number, and a stranger who quotes one writes a new letter', async () => {
    const { number } = await offered('sun@example.com');
    expect((await take({ from: 'nobody-knows@example.net', subject: `Re: ${number}` })).outcome).toBe('new');
  });

  it('holds a broken or forged secret', async () => {
    const from = 'li@example.com';
    const { mark } = await offered(from);
    const last = mark.endsWith('a') ? 'b' : 'a';
    for (const bad of [mark.slice(0, -1) + last, mark.slice(0, -3), `${mark}a`])
      expect((await take({ from, headers: `In-Reply-To: <${bad}.0f@putuo-epb.example>` })).outcome).toBe('quarantined');
  });

  it('takes no secret out of the text', async () => {
    const from = 'zhou@example.com';
    const { mark } = await offered(from);
    expect((await take({ from, text: `> Message-ID: <${mark}.0f@putuo-epb.example>` })).outcome).toBe('new');
  });

  it('takes of two secrets the nearest that the sender belongs to', async () => {
    const [own, other] = [await offered('wu@example.com'), await offered('zheng@example.com')];
    const headers = `In-Reply-To: <${other.mark}.1@putuo-epb.example>\r\nReferences: <${own.mark}.1@putuo-epb.example>`;
    expect(await take({ from: 'wu@example.com', headers })).toMatchObject({ outcome: 'joined', number: own.number });
    const second = await offered('wu@example.com');
    const both = `References: <${own.mark}.1@putuo-epb.example> <${second.mark}.1@putuo-epb.example>`;
    expect(await take({ from: 'wu@example.com', headers: both })).toMatchObject({ outcome: 'joined', number: second.number });
  });

  it.each([
    ['two From headers', 'feng@example.com\r\nFrom: chen@example.com'],
    ['two addresses', 'feng@example.com, chen@example.com'],
    ['a group', 'neighbours: feng@example.com;'],
  ])('never joins a letter with %s in From', async (_, from) => {
    const { answers } = await offered('feng@example.com');
    expect((await take({ from, headers: answers })).outcome).toBe('quarantined');
  });

  it.each(['answered', 'closed'] as const)('opens a request where the citizen answers an appeal that is %s', async (status) => {
    const from = `${status}@example.com`;
    const { number, answers } = await offered(from);
    await stand(number, status);
    expect((await take({ from, headers: answers })).outcome).toBe('joined');
    expect(await statusOf(number)).toBe('reopen-requested');
  });

  it('holds an answer to what is archived', async () => {
    const from = 'archived@example.com';
    const { number, answers } = await offered(from);
    await stand(number, 'archived');
    expect(await take({ from, headers: answers })).toMatchObject({ outcome: 'quarantined', reason: expect.stringContaining('已归档') }); // prettier-ignore
  });

  it('joins on the last day after the closing and holds on the day after', async () => {
    const from = 'late@example.com';
    const days = hub.settings.office.mail.answerDays;
    const { number, answers } = await offered(from);
    await stand(number, 'closed');
    now = new Date(now.getTime() + (days + 1) * 86_400_000);
    expect((await take({ from, headers: answers })).outcome).toBe('quarantined');
    now = new Date(now.getTime() - 86_400_000);
    expect((await take({ from, headers: answers })).outcome).toBe('joined');
  });

  it('keeps our own mail that an alias brings back, without appeal and acknowledgement', async () => {
    const { mark } = await offered('han@example.com');
    const before = (await hub.app.get(OperationsQuery).letters(['pending'], 500)).length;
    const returned = aMail({ from: 'x@example.com' }).replace(
      /Message-ID: <[^>]+>/,
      `Message-ID: <${mark}.0f@putuo-epb.example>`,
    );
    for (const mail of [returned, aMail({ from: 'YiXianTong@putuo-epb.example' }), aMail({ headers: 'X-Loop: yixiantong@putuo-epb.example' })])
      expect((await hub.intake.accept([mailMessage(mail)]))[0]).toMatchObject({ outcome: 'quarantined', reason: expect.stringContaining('自己发出') }); // prettier-ignore
    expect((await hub.app.get(OperationsQuery).letters(['pending'], 500)).length).toBe(before);
  });

  it('takes a mail of the bureau’s own people for no act of theirs: an answer is held, a fresh letter is a letter', async () => {
    const { number, answers } = await offered('yang@example.com');
    const before = await statusOf(number);
    expect((await take({ from: 'clerk@putuo-epb.example', headers: answers })).outcome).toBe('quarantined');
    expect((await take({ from: 'clerk@mail.putuo-epb.example', subject: '转发：群众来信' })).outcome).toBe('quarantined');
    expect(await statusOf(number)).toBe(before);
    expect((await take({ from: 'clerk@putuo-epb.example', subject: '楼下噪声' })).outcome).toBe('new');
  });

  it('tells one batch apart as it tells single letters', async () => {
    const [a, b] = [await offered('batch-a@example.com'), await offered('batch-b@example.com')];
    const mails = [
      { from: 'batch-a@example.com', headers: a.answers },
      { from: 'batch-b@example.com', headers: a.answers },
      { from: 'batch-b@example.com', subject: 'Re: 噪声' },
      { from: 'batch-a@example.com' },
    ].map((about) => mailMessage(aMail(about)));
    const results = await hub.intake.accept(mails);
    expect(results.map(({ outcome }) => outcome)).toEqual(['joined', 'quarantined', 'quarantined', 'new']);
    const { body } = await hub.as('office').get('/api/v1/quarantine');
    expect(body.slice(0, 2).map((one: { appeal: string }) => one.appeal)).toEqual([b.number, a.number]);
  });
});
