import { Courier, SmtpMailer, type CourierOptions, type Mailer } from '@hub/outbound';
import type { Database, OwedLetter, UnitOfWork } from '@hub/persistence';
import { owedLetter } from '../../factories/owed-letter';
import { describeBothEngines } from '../../support/mariadb';
import { SmtpSink, type Mood } from '../../support/smtp-sink';
import { emptied, openStored } from '../../support/stored';

const NOW = '2026-11-24T02:00:00.000Z';
const LATER = '2026-11-24T02:02:00.000Z';
const from = { name: '普陀区环保局一线通', address: 'yixiantong@bureau.example' };
const messageIdOf = (raw: Buffer) => /^Message-ID: <(.+)>/im.exec(raw.toString())?.[1];

const refused = () => Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
/** The same unit of work over a line to the database that may fail. */
const shakyLine = (work: UnitOfWork, line: <T>(run: () => Promise<T>) => Promise<T>): UnitOfWork =>
  Object.assign(Object.create(work) as UnitOfWork, {
    run: <T>(what: Parameters<typeof work.run<T>>[0]) => line(() => work.run(what)),
  });

describeBothEngines('the courier', (open) => {
  let database: Database;
  let work: UnitOfWork;
  let sink: SmtpSink;
  let lines: string[];

  beforeAll(async () => {
    ({ database, work } = await openStored((await open()).url));
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await emptied(database, ['outbox_letters', 'outbox_domains']);
    sink = await SmtpSink.open();
    lines = [];
  });
  afterEach(async () => {
    await sink.close();
  });

  const smtp = () => new SmtpMailer({ host: '127.0.0.1', port: sink.port, secure: false, timeoutMs: 400, answerMs: 400 }, from);
  const courier = (mailer: Mailer = smtp(), options: Partial<CourierOptions> = {}) =>
    new Courier(work, mailer, { log: { warn: (line) => lines.push(line) }, ...options });
  const owe = async (change: Partial<OwedLetter> = {}) => {
    const letter = owedLetter(change);
    await work.run(({ outbox }) => outbox.add([letter]));
    return letter;
  };
  const rows = () =>
    database.reader.query('SELECT state, attempts, doubts, lastError, nextAt, sentAt FROM outbox_letters ORDER BY id') as Promise<
      Record<'state' | 'lastError' | 'nextAt' | 'sentAt', string>[] & { attempts: number }[]
    >;

  it('sends a letter once and writes down when', async () => {
    const { messageId, returnPath } = await owe();
    expect([await courier().runOnce(NOW), await courier().runOnce(LATER)]).toEqual([1, 0]);
    expect(sink.messages.map(({ raw }) => messageIdOf(raw))).toEqual([messageId]);
    expect(sink.messages[0]!.envelope).toEqual({ from: returnPath, to: ['citizen@example.test'] });
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: null });
    expect(row!.sentAt >= NOW && row!.sentAt < LATER).toBe(true);
  });

  it('tries what was refused for now again after a minute, as the same letter', async () => {
    const { messageId } = await owe();
    sink.behave({ kind: 'refuse', code: 451, text: 'greylisted, citizen@example.test, come back' });
    await courier().runOnce(NOW);
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'pending', attempts: 1, sentAt: null });
    expect(row!.lastError).toMatch(/^对方暂时不收这封信.*greylisted, 〔地址〕, come back/);
    expect(Date.parse(row!.nextAt) - Date.parse(NOW)).toBeGreaterThanOrEqual(60_000);

    sink.behave({ kind: 'accept' });
    expect(await courier().runOnce(NOW)).toBe(0);
    await courier().runOnce(LATER);
    expect(sink.messages.map(({ raw }) => messageIdOf(raw))).toEqual([messageId]);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2, lastError: null }]);
  });

  it('gives up at once what is refused for ever, and sends the others', async () => {
    await owe({ to: 'two@example.test, more@example.test' });
    sink.behave({ kind: 'refuse', code: 550, text: 'no such user' });
    await owe();
    await courier().runOnce(NOW);
    const [twoAddresses, unknown] = await rows();
    expect(twoAddresses).toMatchObject({ state: 'dead', lastError: expect.stringContaining('不是一个能用的邮箱地址') });
    expect(unknown).toMatchObject({ state: 'dead', lastError: expect.stringMatching(/^对方不收这封信.*550 no such user/) });
    sink.behave({ kind: 'accept' });
    expect(await courier().runOnce(LATER)).toBe(0);
  });

  it('gives up after the twelfth attempt', async () => {
    await owe();
    sink.behave({ kind: 'refuse', code: 450 });
    for (let day = 1; day <= 13; day++) await courier().runOnce(`2026-12-${String(day).padStart(2, '0')}T00:00:00.000Z`);
    expect(await rows()).toMatchObject([{ state: 'dead', attempts: 12 }]);
  });

  it.each([
    ['cuts the line', { kind: 'drop' }, 2],
    ['says nothing more', { kind: 'hang' }, 1],
  ] as const)('sends once more, as the same letter, what a server took before it %s', async (_how, mood, copies) => {
    const { messageId } = await owe();
    sink.behave(mood);
    await courier().runOnce(NOW);
    expect(await rows()).toMatchObject([
      { state: 'pending', attempts: 1, doubts: 1, lastError: expect.stringContaining('不知道') },
    ]);
    sink.behave({ kind: 'accept' });
    expect(await courier().runOnce(NOW)).toBe(0);
    await courier().runOnce(LATER);
    expect(sink.messages.map(({ raw }) => messageIdOf(raw))).toEqual(Array(copies).fill(messageId));
    expect(sink.messages.every(({ raw }) => raw.equals(sink.messages[0]!.raw))).toBe(true);
    expect(await rows()).toMatchObject([{ state: 'sent', doubts: 1 }]);
  });

  it('leaves a letter to a person after two copies without an answer, and sends a third only where he wants it', async () => {
    await owe();
    sink.behave({ kind: 'drop' });
    await courier().runOnce(NOW);
    await courier().runOnce('2026-11-24T02:10:00.000Z');
    expect(await rows()).toMatchObject([
      { state: 'dead', attempts: 2, doubts: 2, lastError: expect.stringContaining('请先向收信人核实') },
    ]);
    sink.behave({ kind: 'accept' });
    await courier().runOnce('2026-12-24T02:10:00.000Z');
    expect(sink.messages).toHaveLength(2);
    const [{ id }] = (await database.reader.query('SELECT id FROM outbox_letters')) as [{ id: number }];
    await work.run(({ outbox }) => outbox.retry([id], '2026-12-24T03:00:00.000Z'));
    await courier().runOnce('2026-12-24T03:00:00.000Z');
    expect(new Set(sink.messages.map(({ raw }) => messageIdOf(raw))).size).toBe(1);
    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });

  it('counts two doubts with refusals between them', async () => {
    await owe();
    for (const [hour, mood] of [{ kind: 'drop' }, { kind: 'refuse', code: 451 }, { kind: 'drop' }].entries()) {
      sink.behave(mood as Mood);
      await courier().runOnce(`2026-11-24T0${hour + 2}:00:00.000Z`);
    }
    expect(await rows()).toMatchObject([{ state: 'dead', attempts: 3, doubts: 2 }]);
  });

  it('says that a letter is refused where that is what came of a doubt', async () => {
    await owe();
    sink.behave({ kind: 'drop' });
    await courier().runOnce(NOW);
    sink.behave({ kind: 'refuse', code: 550 });
    await courier().runOnce(LATER);
    expect(await rows()).toMatchObject([{ state: 'dead', doubts: 0 }]);
  });

  it('asks a server that is away only once in a pass', async () => {
    for (let left = 3; left; left--) await owe();
    sink.behave({ kind: 'hang', at: 'connect' });
    const mailer = smtp();
    const asked = jest.spyOn(mailer, 'send');
    await courier(mailer).runOnce(NOW);
    expect(asked).toHaveBeenCalledTimes(1);
    expect((await rows()).map(({ state }) => state)).toEqual(['pending', 'pending', 'pending']);
    expect(lines).toHaveLength(1);
  });

  it('rests with the server, and then asks it with one letter', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await owe({ to: `citizen@${name}.example` });
    sink.behave({ kind: 'hang', at: 'connect' });
    const first = await courier().runOnce(NOW);
    expect(first).toBeLessThanOrEqual(4);
    expect(await courier().runOnce('2026-11-24T02:00:20.000Z')).toBe(0);
    expect(await courier().runOnce('2026-11-24T02:00:40.000Z')).toBe(1);
    expect(await rows()).toMatchObject(Array(5).fill({ state: 'pending', attempts: 0 }));
    sink.behave({ kind: 'accept' });
    expect(await courier().runOnce('2026-11-24T02:05:00.000Z')).toBe(5);
  });

  it('says at once when a server is away for days, and holds that against no letter', async () => {
    await owe();
    sink.behave({ kind: 'hang', at: 'connect' });
    for (let day = 1; day <= 14; day++) await courier().runOnce(`2026-12-${String(day).padStart(2, '0')}T00:00:00.000Z`);
    sink.behave({ kind: 'refuse', code: 451 });
    await courier().runOnce('2026-12-16T00:00:00.000Z');
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 1 }]);
  });

  it('writes no result once its lease ran out and another took over', async () => {
    await owe();
    let release = () => {};
    const slow: Mailer = { send: () => new Promise((resolve) => (release = resolve)) };
    const pass = courier(slow, { leaseMs: 60_000 }).runOnce(NOW);
    while (!(await rows()).some(({ state }) => state === 'sending')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await courier().runOnce('2026-11-24T02:01:01.000Z')).toBe(0);
    release();
    await pass;
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 1, doubts: 1, sentAt: null }]);
  });

  it('knows that a letter has gone, however long the database is away just then', async () => {
    const { messageId } = await owe();
    let away = false;
    const shaky = shakyLine(work, (run) => (away ? Promise.reject(refused()) : run()));
    const sending: Mailer = {
      send: async (letter, signal) => {
        await smtp().send(letter, signal);
        away = true;
        setTimeout(() => (away = false), 1_500);
      },
    };
    const one = new Courier(shaky, sending, { log: { warn: (line) => lines.push(line) }, leaseMs: 500 });
    await one.runOnce(NOW).catch(() => undefined);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect(await one.runOnce(LATER)).toBe(0);
    expect(sink.messages.map(({ raw }) => messageIdOf(raw))).toEqual([messageId]);
  });

  it('has no doubts about a letter of which it only does not know whether it had claimed it', async () => {
    await owe();
    let transactions = 0;
    // The first looks, the second claims.
    const shaky = shakyLine(work, async (run) => {
      const done = await run();
      if (++transactions === 2) throw refused();
      return done;
    });
    const one = new Courier(shaky, smtp(), { log: { warn: (line) => lines.push(line) } });
    await expect(one.runOnce(NOW)).rejects.toThrow('away');
    expect(await rows()).toMatchObject([{ state: 'sending' }]);
    expect(await one.runOnce(LATER)).toBe(1);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1, doubts: 0 }]);
  });

  it('never sends a letter twice where several work side by side', async () => {
    const owed: string[] = [];
    for (let left = 30; left; left--) owed.push((await owe({ to: `citizen@${'abc'[left % 3]}.example` })).messageId);
    const all = Array.from({ length: 4 }, () => courier(smtp(), { hands: 2 }));
    const drain = async (one: Courier) => {
      while (await one.runOnce(NOW));
    };
    await Promise.all(all.map(drain));
    await drain(courier());
    expect(sink.messages.map(({ raw }) => messageIdOf(raw)).sort()).toEqual(owed.sort());
    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  it('tells of a delivered reply, and of nothing else', async () => {
    const told: string[] = [];
    await owe({ kind: 'acknowledgement' });
    const { messageId } = await owe();
    await courier(smtp(), { onDelivered: async (letter) => void told.push(letter.messageId) }).runOnce(NOW);
    expect(told).toEqual([messageId]);
  });

  it('counts a letter as sent where the one who is told fails', async () => {
    await owe();
    await courier(smtp(), { onDelivered: () => Promise.reject(new Error('away')) }).runOnce(NOW);
    expect(await rows()).toMatchObject([{ state: 'sent' }]);
    expect(lines).toEqual([expect.stringContaining('没有记下')]);
  });

  it('works by itself between start and stop, and finishes the letter on its way', async () => {
    await owe();
    let sent = false;
    let begun = () => {};
    const onItsWay = new Promise<void>((resolve) => (begun = resolve));
    const slow: Mailer = {
      send: async () => {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 100));
        sent = true;
      },
    };
    const one = courier(slow);
    one.start(20);
    await onItsWay;
    await one.stop();
    expect(sent).toBe(true);
    expect(await rows()).toMatchObject([{ state: 'sent' }]);
  });
});
