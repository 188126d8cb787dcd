import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebDoorService } from '@hub/casework';
import { instant, NEW_CONTACT, NEW_THING, webForm } from '@hub/domain';
import { Courier, FolderMailer, type Mailer, Undelivered } from '@hub/outbound';
import { Database, OperationsQuery, UnitOfWork } from '@hub/persistence';
import { simpleParser } from 'mailparser';
import { aMail, mailMessage } from '../../factories/letter';
import { ago, hireBureau } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('letters to whoever asked for secrecy', (open) => {
  let hub: Hub;
  let ids: Map<string, number>;
  let people = 0;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hireBureau(hub);
    const { body } = await hub.as('office').get('/api/v1/users').expect(200);
    ids = new Map((body as { name: string; id: number }[]).map(({ name, id }) => [name.replace('君', ''), id]));
  });
  afterAll(() => hub.close());

  const act = (account: string, number: string, name: string, body: object = {}) =>
    hub.as(account).act(number, name, body).expect(200);
  const reported = async (text = '请保密。曹杨路某厂夜里偷排废水。', subject = '举报某厂偷排') => {
    const from = `neighbour${(people += 1)}@example.com`;
    const mail = aMail({ from, subject, text, date: new Date(ago(4)).toUTCString() });
    const [result] = await hub.intake.accept([mailMessage(mail)]);
    return { from, number: result!.number!, code: result!.queryCode! };
  };
  const letter = async (kind: string, to: string) =>
    (await hub.app.get(OperationsQuery).letters(['pending'], 500)).find((one) => one.kind === kind && one.to === to)!;
  /** As a mail program has it. */
  const arrived = async (kind: string, to: string) => {
    const { office, mail } = hub.settings;
    const folder = await mkdtemp(join(tmpdir(), 'yxt-discreet-'));
    const sender = { ...mail.from, bureau: office.bureau, publicUrl: office.publicUrl };
    await new FolderMailer(folder, sender).send(await letter(kind, to));
    const raw = await readFile(join(folder, (await readdir(folder))[0]!));
    await rm(folder, { recursive: true });
    const { subject, text = '', html, from, replyTo } = await simpleParser(raw);
    const names = [from, replyTo].flatMap((one) => one?.value.map(({ name }) => name) ?? []);
    return { subject: subject!, text, html: String(html), names };
  };
  const page = async (number: string, code: string) =>
    (await hub.as(null).post('/track').type('form').send({ number, code })).text;
  const TELLING = /环保|环境|举报|投诉|来件|答复|受理|偷排|废水|曹杨路|021|转交|水务/;

  it('acknowledge without a word of the matter or of the bureau, but with number and code', async () => {
    const { from, number, code } = await reported();
    const { subject, text, html, names } = await arrived('acknowledgement', from);
    expect(subject).toBe('您有一条新消息');
    expect(names).toEqual(['消息通知', '消息通知']);
    expect(`${subject}${text}${html}`).not.toMatch(TELLING);
    expect(text).toContain(number);
    expect(text).toContain(code);
    expect(text).not.toContain(hub.settings.office.phone);
    expect(await page(number, code)).toContain(number);
  });

  it('tell everybody else whom they are from, as ever', async () => {
    const { from } = await reported('曹杨路某店风机太吵。', '投诉噪声');
    const { subject, names } = await arrived('acknowledgement', from);
    expect([subject, names[0]]).toEqual([expect.stringContaining('环保局'), hub.settings.mail.from.name]);
  });

  it('say of a refusal only that there is news; its ground stands behind the code', async () => {
    const { from, number, code } = await reported();
    await act('office', number, 'naming', { userId: ids.get('leader'), reason: '请审定' });
    await act('office', number, 'non-acceptance', { ground: '属诉讼事项', rightPath: '向人民法院提起', consentBy: 'leader' });
    const { subject, text } = await arrived('non-acceptance', from);
    expect(`${subject}${text}`).not.toMatch(TELLING);
    expect(text).not.toMatch(/诉讼|法院/);
    expect(text).not.toContain(code);
    expect(await page(number, code)).toMatch(/属诉讼事项[\s\S]*向人民法院提起/);
  });

  it('never carry the full answer, which is read by number and code', async () => {
    const { from, number, code } = await reported();
    await act('office', number, 'acceptance');
    await act('office', number, 'assignment', { unitId: 'supervision', handlerId: ids.get('officer') });
    await act('office', number, 'naming', { userId: ids.get('leader'), reason: '请审定' });
    await act('officer', number, 'receipt');
    await act('officer', number, 'contact-records', { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通' });
    const site = { at: ago(2), officers: ['沈佳', '顾敏'], place: '长寿路', findings: '已查' };
    await act('officer', number, 'site-records', site);
    await act('officer', number, 'draft', { text: '您好，已对排口加装在线监测。', submit: true });
    await act('head', number, 'approval', { decision: 'pass' });
    await act('leader', number, 'approval', { decision: 'pass' });
    const { body } = await hub.as('head').get(`/api/v1/appeals/${number}`).expect(200);
    expect(JSON.stringify(body)).toContain('邮箱里只提醒');
    await act('head', number, 'reply');
    const { subject, text, html } = await arrived('reply', from);
    expect(`${subject}${text}${html}`).not.toMatch(TELLING);
    expect(`${text}${html}`).not.toMatch(/排口|在线监测|\/rate\//);
    expect(await page(number, code)).toContain('已对排口加装在线监测');
  });

  describe('only when they were worded already', () => {
    const opened = async () => {
      const from = `neighbour${(people += 1)}@example.com`;
      const mail = aMail({ from, subject: '投诉噪声', text: '曹杨路某店风机太吵。', date: new Date(ago(4)).toUTCString() });
      const [result] = await hub.intake.accept([mailMessage(mail)]);
      return { from, number: result!.number!, code: result!.queryCode! };
    };
    const raise = (number: string) => act('office', number, 'confidentiality', { secrecy: 'confidential', reason: '怕报复' });
    const KINDS = ['acknowledgement', 'whereabouts'];

    it('are worded anew in the same breath, under their names and with their codes', async () => {
      const { from, number, code } = await opened();
      await act('office', number, 'acceptance');
      await act('office', number, 'transfer', { departmentId: 'water', summary: '河道有污水。', reason: '属贵单位职责' });
      const names = async () => Promise.all(KINDS.map(async (kind) => (await letter(kind, from)).messageId));
      const before = await names();
      const { body } = await raise(number);
      expect(body.history.at(-1).note).toBe('怕报复。还没寄出的 2 封信改成只作提醒');
      for (const kind of KINDS) {
        const { subject, text, html } = await arrived(kind, from);
        expect(`${subject}${text}${html}`).not.toMatch(TELLING);
        expect(text).toContain(number);
        expect(text.includes(code)).toBe(kind === 'acknowledgement');
      }
      expect(await names()).toEqual(before);
      expect(await page(number, code)).toContain(number);
    });

    it('go neutral the second time where secrecy was asked for while the first was refused', async () => {
      const { from, number } = await opened();
      const sent: string[] = [];
      const mailer: Mailer = {
        send: async ({ to, body }) => {
          if (to !== from || sent.push(body) > 1) return;
          await raise(number);
          throw new Undelivered('later', '对方暂时不收');
        },
      };
      for (const minutes of [1, 10])
        await new Courier(hub.app.get(UnitOfWork), mailer, { log: { warn: () => {} } }).runOnce(
          instant(Date.now() + minutes * 60_000),
        );
      expect(sent.map((body) => TELLING.test(body))).toEqual([true, false]);
    });

    it('stay here where the citizen wrote on the web, who reads by number and code', async () => {
      const email = `neighbour${(people += 1)}@example.com`;
      const thing = { ...NEW_THING, kind: 'complaint', subject: '某厂偷排', text: '夜里排水。' };
      const form = webForm(thing, { ...NEW_CONTACT, secrecy: 'named', name: '陈先生', email });
      const [appeal] = await hub.app.get(WebDoorService).submit(email, [{ form, files: [] }]);
      const { number } = appeal!;
      const { id } = await letter('acknowledgement', email);
      await raise(number);
      const [row] = await hub.app.get(Database).reader.query('SELECT state, body FROM outbox_letters WHERE id = ?', [id]);
      expect(row.state).toBe('bounced');
      expect(row.body).not.toMatch(TELLING);
    });
  });

  it('to a department are letters of the bureau', async () => {
    const { number, from } = await reported();
    await act('office', number, 'acceptance');
    const transfer = { departmentId: 'water', summary: '河道有污水。', reason: '属贵单位职责' };
    await act('office', number, 'transfer', transfer);
    const letters = await hub.app.get(OperationsQuery).letters(['pending'], 500);
    const mine = letters.filter(
      ({ messageId }) => messageId.split('.')[1] === letters.find(({ to }) => to === from)!.messageId.split('.')[1],
    );
    expect(mine.map(({ kind, discreet }) => [kind, Boolean(discreet)]).sort()).toEqual([
      ['acknowledgement', true],
      ['transfer', false],
      ['whereabouts', true],
    ]);
    expect((await arrived('whereabouts', from)).text).not.toMatch(TELLING);
  });
});
