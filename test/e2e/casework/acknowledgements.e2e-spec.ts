import { AcknowledgementService } from '@hub/casework';
import { OperationsQuery } from '@hub/persistence';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('acknowledgements', (open) => {
  let hub: Hub;
  let now = new Date('2026-11-16T02:10:00Z');
  beforeAll(async () => {
    const acknowledgements = { perAddressPerHour: 2, perAddressPerDay: 4, perHour: 12 };
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 24 * 30, office: { acknowledgements } });
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());
  const nextHour = () => (now = new Date(now.getTime() + 3_600_000));
  const nextDay = () => (now = new Date(now.getTime() + 86_400_000));
  beforeEach(nextDay);

  const lettersTo = async (to: string) =>
    (await hub.app.get(OperationsQuery).letters(['pending'], 500)).filter((one) => one.to === to).reverse();
  const take = (from: string, many: number) =>
    hub.intake.accept(Array.from({ length: many }, () => mailMessage(aMail({ from }))));
  const raise = (number: string) =>
    hub.as('office').act(number, 'confidentiality', { secrecy: 'confidential', reason: '怕报复' }).expect(200);
  const flush = () => hub.app.get(AcknowledgementService).run();

  it('go to one address so often an hour; every letter is registered all the same', async () => {
    const results = await take('flood@a.example', 10);
    expect(results.every(({ outcome }) => outcome === 'new')).toBe(true);
    expect((await lettersTo('flood@a.example')).length).toBe(2);
  });

  it('that waited go out in the next hour as one letter with every number and its code', async () => {
    const results = await take('fold@a.example', 5);
    await flush();
    expect((await lettersTo('fold@a.example')).length).toBe(2);
    nextHour();
    await flush();
    const last = (await lettersTo('fold@a.example')).at(-1)!;
    for (const { number, queryCode } of results.slice(2)) {
      expect(last.body).toContain(number);
      expect(last.body).toContain(queryCode);
    }
    await flush();
    expect((await lettersTo('fold@a.example')).length).toBe(3);
  });

  it('of a confidential appeal that waited stand in no letter that tells of the bureau', async () => {
    const from = 'secret@a.example';
    await take(from, 3);
    const [secret] = await hub.intake.accept([mailMessage(aMail({ from, subject: '举报偷排', text: '请保密。' }))]);
    nextHour();
    await flush();
    const [open, neutral] = (await lettersTo(from)).slice(-2).sort((a, b) => Number(a.discreet) - Number(b.discreet));
    expect([Boolean(open!.discreet), Boolean(neutral!.discreet)]).toEqual([false, true]);
    expect(open!.body).not.toContain(secret!.number);
    expect(neutral!.body).toContain(secret!.queryCode);
  });

  it('of what becomes confidential while they wait tell nothing of the bureau, and still bring number and code', async () => {
    const from = 'later@a.example';
    await take(from, 2);
    const [first, second] = await take(from, 2);
    const { body } = await raise(second!.number!);
    expect(body.history.at(-1).note).toBe('怕报复。还没寄出的 1 封信改成只作提醒');
    nextHour();
    await flush();
    const [open, neutral] = (await lettersTo(from)).slice(-2).sort((a, b) => Number(a.discreet) - Number(b.discreet));
    expect(open!.body).toContain(first!.queryCode);
    expect(open!.body).not.toContain(second!.number);
    expect(`${neutral!.subject}${neutral!.body}`).not.toMatch(/环保|来件|受理/);
    expect(neutral!.body).toMatch(new RegExp(`${second!.number}[\\s\\S]*${second!.queryCode}`));
  });

  it('that tell of one that becomes confidential and of others are worded anew whole', async () => {
    const from = 'folded@a.example';
    await take(from, 2);
    const waited = await take(from, 3);
    nextHour();
    await flush();
    const before = (await lettersTo(from)).at(-1)!;
    await raise(waited[2]!.number!);
    const after = (await lettersTo(from)).at(-1)!;
    expect([before.discreet, after.discreet].map(Boolean)).toEqual([false, true]);
    expect([after.id, after.messageId]).toEqual([before.id, before.messageId]);
    expect(`${after.subject}${after.body}`).not.toMatch(/环保|来件|受理/);
    for (const { number, queryCode } of waited) expect(after.body).toMatch(new RegExp(`${number}\\D[\\s\\S]*${queryCode}`));
  });

  it('to one address end with the day and go on with the next', async () => {
    for (let hour = 0; hour < 4; hour++, nextHour()) await take('day@a.example', 2);
    expect((await lettersTo('day@a.example')).length).toBe(4);
    nextDay();
    await flush();
    expect((await lettersTo('day@a.example')).length).toBe(5);
  });

  it('to others go on while one floods', async () => {
    await take('loud@a.example', 40);
    await take('quiet@a.example', 1);
    expect((await lettersTo('quiet@a.example')).length).toBe(1);
  });

  it('of the whole hub end at its budget: the office is told once, and the rest flow out with the hours', async () => {
    const senders = Array.from({ length: 20 }, (_, at) => `s${at}@b.example`);
    for (const from of senders) await take(from, 1);
    const written = async () => (await Promise.all(senders.map(lettersTo))).filter((one) => one.length === 1).length;
    expect(await written()).toBe(12);
    const { body } = await hub.as('office').get('/api/v1/notices').expect(200);
    expect((body as { items: { text: string }[] }).items.filter(({ text }) => text.includes('回执已达上限')).length).toBe(1);
    nextHour();
    await flush();
    expect(await written()).toBe(20);
  });
});
