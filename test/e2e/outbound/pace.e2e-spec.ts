import { instant } from '@hub/domain';
import { Courier, type CourierOptions, SmtpMailer } from '@hub/outbound';
import type { Database, OwedLetter, UnitOfWork } from '@hub/persistence';
import { owedLetter } from '../../factories/owed-letter';
import { describeBothEngines } from '../../support/mariadb';
import { SmtpSink } from '../../support/smtp-sink';
import { emptied, openStored } from '../../support/stored';

const NOW = '2026-11-24T02:00:00.000Z';
const after = (seconds: number) => instant(Date.parse(NOW) + seconds * 1000);
const from = { name: '普陀区环保局一线通', address: 'yixiantong@bureau.example' };

describeBothEngines('letters to one domain', (open) => {
  let database: Database;
  let work: UnitOfWork;
  let sink: SmtpSink;

  beforeAll(async () => {
    ({ database, work } = await openStored((await open()).url));
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await emptied(database, ['outbox_letters', 'outbox_domains']);
    sink = await SmtpSink.open();
  });
  afterEach(async () => {
    await sink.close();
  });

  const courier = (options: Partial<CourierOptions> = {}) => {
    const mailer = new SmtpMailer({ host: '127.0.0.1', port: sink.port, secure: false, timeoutMs: 400, answerMs: 400 }, from);
    return new Courier(work, mailer, { log: { warn: () => {} }, ...options });
  };
  const owe = (letters: readonly Partial<OwedLetter>[]) => work.run(({ outbox }) => outbox.add(letters.map(owedLetter)));
  const many = (count: number, change: Partial<OwedLetter>) => Array.from({ length: count }, () => change);
  const arrived = () => sink.messages.map(({ envelope }) => envelope.to[0]!);

  it('go out at the domain’s pace, and those to others do not wait for them', async () => {
    await owe([...many(6, { to: 'a@slow.example' }), ...many(3, { to: 'b@quick.example' })]);
    const perMinute = (domain: string) => (domain === 'slow.example' ? 2 : 0);
    await courier({ perMinute }).runOnce(NOW);
    expect(arrived().sort()).toEqual(['a@slow.example', ...many(3, {}).map(() => 'b@quick.example')]);
    await courier({ perMinute }).runOnce(after(29));
    expect(arrived()).toHaveLength(4);
    for (const second of [31, 62, 93]) await courier({ perMinute }).runOnce(after(second));
    expect(arrived()).toHaveLength(7);
  });

  it('keep the domain’s pace where several couriers work side by side', async () => {
    await owe(many(5, { to: 'a@slow.example' }));
    await Promise.all([1, 2, 3].map(() => courier({ perMinute: () => 1 }).runOnce(NOW)));
    expect(arrived()).toHaveLength(1);
  });

  it('go one at a time, while those to others go beside them', async () => {
    await owe([...many(5, { to: 'a@one.example' }), ...many(5, { to: 'b@two.example' })]);
    const onTheWay: string[] = [];
    const most = { of: new Map<string, number>(), all: 0 };
    const send = async ({ to }: { to: string }) => {
      onTheWay.push(to);
      most.of.set(to, Math.max(most.of.get(to) ?? 0, onTheWay.filter((one) => one === to).length));
      most.all = Math.max(most.all, onTheWay.length);
      await new Promise((resolve) => setTimeout(resolve, 30));
      onTheWay.splice(onTheWay.indexOf(to), 1);
    };
    await new Courier(work, { send }, { log: { warn: () => {} } }).runOnce(NOW);
    expect([[...most.of.values()], most.all]).toEqual([[1, 1], 2]);
  });

  it('rest when the domain refuses for now, each time longer, and the others go on', async () => {
    await owe([...many(3, { to: 'a@grumpy.example' }), ...many(3, { to: 'b@other.example' })]);
    let asked = 0;
    sink.behave({
      kind: 'refuse',
      code: 451,
      text: '4.7.1 try again later',
      to: (to) => to.endsWith('@grumpy.example') && ++asked > 0,
    });
    const passes: number[] = [];
    for (const second of [0, 20, 40, 60, 90, 120]) {
      await courier().runOnce(after(second));
      passes.push(asked);
    }
    expect(arrived()).toEqual(many(3, {}).map(() => 'b@other.example'));
    expect(passes).toEqual([1, 1, 2, 2, 2, 3]);
    sink.behave({ kind: 'accept' });
    await courier().runOnce(after(3600));
    expect(arrived().filter((to) => to === 'a@grumpy.example')).toHaveLength(3);
  });

  it.each(['4.7.1 <a@choosy.example>: Recipient address rejected: Greylisted, see you', '4.2.2 mailbox full'])(
    'do not rest for what is about one of them: %s',
    async (text) => {
      await owe(many(3, { to: 'a@choosy.example' }));
      sink.behave({ kind: 'refuse', code: 451, text });
      expect(await courier().runOnce(NOW)).toBe(3);
      sink.behave({ kind: 'accept' });
      await courier().runOnce(after(120));
      expect(arrived()).toHaveLength(3);
    },
  );

  it('go in their order, but what a person wrote goes first', async () => {
    await owe([...many(3, { to: 'robot@big.example', automated: true }), { to: 'person@big.example' }]);
    await courier().runOnce(NOW);
    expect(arrived()).toEqual(['person@big.example', ...many(3, {}).map(() => 'robot@big.example')]);
  });

  it('do not hide those to others, however many wait before them', async () => {
    await owe([...many(1000, { to: 'a@closed.example' }), { to: 'b@other.example', at: after(-1) }]);
    sink.behave({ kind: 'refuse', code: 451, to: (to) => to.endsWith('@closed.example') });
    expect(await courier().runOnce(NOW)).toBe(2);
    expect(arrived()).toEqual(['b@other.example']);
  });

  it('tell nobody in the table which domain it is', async () => {
    await owe([{ to: 'a@Small-Office.example' }, { to: 'b@small-office.example' }, { to: 'c@other.example' }]);
    const rows = (await database.reader.query('SELECT * FROM outbox_letters ORDER BY id')) as { domainKey: string }[];
    expect(JSON.stringify(rows)).not.toMatch(/small-office/i);
    expect([rows[0]!.domainKey === rows[1]!.domainKey, rows[0]!.domainKey === rows[2]!.domainKey]).toEqual([true, false]);
  });
});
