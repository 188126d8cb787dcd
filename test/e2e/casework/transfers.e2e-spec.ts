import type { AppealView, TransferPage } from '@hub/contract';
import { TransferWatch } from '@hub/casework';
import { addDays, dayOf } from '@hub/domain';
import { Database, FileStore, UnitOfWork } from '@hub/persistence';
import { readdir } from 'node:fs/promises';
import request from 'supertest';
import PizZip from 'pizzip';
import sharp from 'sharp';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MB = 1024 * 1024;

describeBothEngines('a transfer to an outside department', (open) => {
  let hub: Hub;
  // A Tuesday; the National Day holidays are far away.
  let clock = Date.parse('2026-11-10T02:00:00Z');
  const ahead = (days: number) => (clock += days * DAY);
  const today = () => dayOf(new Date(clock));

  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => new Date((clock += 1)), sessionHours: 24 * 365 });
    await hub.staff('office', 'dispatcher');
    await hub.staff('leader', 'leader');
    await hub.staff('officer', 'handler', 'supervision');
  });
  afterAll(() => hub.close());

  const office = () => hub.as('office');
  const sql = (text: string, values: unknown[] = []) => hub.app.get(Database).writer.query(text, values) as Promise<any[]>;
  let writer = 0;
  const registered = async (about: Parameters<typeof aMail>[0] = {}): Promise<string> =>
    (
      await hub.intake.accept([
        mailMessage(
          aMail({ from: `=?utf-8?B?${Buffer.from('王小明').toString('base64')}?= <wang${(writer += 1)}@example.org>`, ...about }),
        ),
      ])
    )[0]!.number!;
  const shown = async (number: string): Promise<AppealView> => (await office().get(`/api/v1/appeals/${number}`).expect(200)).body;
  const out = { departmentId: 'water', summary: '河道发黑，有臭味。', reason: '河道属贵单位管理' };
  const handed = async (more: object = {}): Promise<string> => {
    const number = await registered();
    await office()
      .act(number, 'transfer', { ...out, ...more })
      .expect(200);
    return number;
  };
  const lettersOf = (number: string, kind: string) =>
    sql(
      `SELECT o.id, o.body, o.subject FROM outbox_letters o JOIN appeals a ON a.id = o.appealId
       WHERE a.number = ? AND o.kind = ? ORDER BY o.id`,
      [number, kind],
    );
  const linkOf = async (number: string): Promise<string> => {
    const [letter] = (await lettersOf(number, 'transfer')).reverse();
    return /\/transfers\/[a-z2-7]+/.exec(letter.body as string)![0];
  };
  const noticesOf = async (account: string, number: string): Promise<string[]> => {
    const { body } = await hub.as(account).get('/api/v1/notices?limit=100').expect(200);
    return body.items.filter(({ appeal }: { appeal: string }) => appeal === number).map(({ text }: { text: string }) => text);
  };
  const leftAside = async () => (await readdir(hub.settings.filesDir)).filter((name) => name.startsWith('.tmp-'));
  const server = () => hub.app.getHttpServer() as Parameters<typeof request>[0];
  const page = (link: string) => request(server()).get(link);
  const officer = { officer: '李办事', phone: '021-62560000' };
  const say = (link: string, fields: Record<string, string>, files: readonly (readonly [Buffer, string])[] = []) => {
    const form = request(server()).post(link);
    for (const [name, value] of Object.entries({ ...officer, ...fields })) form.field(name, value);
    for (const [bytes, name] of files) form.attach('files', bytes, { filename: name });
    return form;
  };
  const objection = { way: 'objection', text: '该河段由市管，依据河道管理条例，不属我局职责。' };

  it('gives the department a page by a link in its letter, with the letter and both days in words', async () => {
    const number = await handed();
    const { text } = await page(await linkOf(number)).expect(200);
    for (const words of ['河道发黑，有臭味。', number, '2026年11月17日', '2026年11月25日', '（星期三）'])
      expect(text).toContain(words);
  });

  it('tells neither who wrote nor what he wrote, on the page or in the letter', async () => {
    const number = await registered({ text: '我叫王小明，电话13812345678，河道发黑' });
    await office().act(number, 'transfer', out).expect(200);
    const [letter] = await lettersOf(number, 'transfer');
    const { text } = await page(await linkOf(number));
    for (const secret of ['王小明', '13812345678', 'example.org']) expect(text + letter.body).not.toContain(secret);
  });

  it.each([
    ['his name', { summary: '王小明反映河道发黑。' }],
    ['his mail address', { reason: '结果请寄 own@example.org' }],
  ])('is refused where its words hold %s', async (_, words) => {
    const name = `=?utf-8?B?${Buffer.from('王小明').toString('base64')}?=`;
    const number = await registered({ from: `${name} <own@example.org>` });
    const { body } = await office()
      .act(number, 'transfer', { ...out, ...words })
      .expect(409);
    expect(body.code).toBe('leak-found');
    expect((await shown(number)).transfers).toEqual([]);
  });

  it('shares name and phone only where the citizen agreed, on the page and not in the mail, and never of a confidential one', async () => {
    const number = await registered();
    await office()
      .act(number, 'transfer', { ...out, shareIdentity: true })
      .expect(400);
    const consent = { shareIdentity: true, consent: '11月10日电话中本人同意' };
    const { body } = await office()
      .act(number, 'transfer', { ...out, ...consent })
      .expect(200);
    expect(body.history.at(-1).note).toContain('本人同意');
    expect((await page(await linkOf(number))).text).toContain('王小明');
    expect((await lettersOf(number, 'transfer'))[0].body).not.toContain('王小明');
    const secret = await registered();
    await sql(`UPDATE appeals SET secrecy = 'confidential', guard = 'confidential' WHERE number = ?`, [secret]);
    const refused = await office()
      .act(secret, 'transfer', { ...out, ...consent })
      .expect(409);
    expect(refused.body.code).toBe('identity-kept');
  });

  it('sends copies of chosen files only, and of a photo without where and when it was taken', async () => {
    const exif = { IFD0: { Make: 'SECRETCAM' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } };
    const photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#333' } })
      .withExif(exif)
      .jpeg()
      .toBuffer();
    expect(photo.includes('SECRETCAM')).toBe(true);
    const number = await registered();
    const [{ id: appealId }] = (await sql('SELECT id FROM appeals WHERE number = ?', [number])) as [{ id: number }];
    const fileHash = await hub.app.get(FileStore).put(photo);
    const row = { appealId, messageId: null, siteRecordId: null, mediaType: 'image/jpeg', size: photo.length, fileHash };
    const names = ['现场.jpg', '我的身份证.jpg'];
    await hub.app.get(UnitOfWork).run(({ messages }) => messages.addAttachments(names.map((name) => ({ ...row, name }))));
    const [wanted] = (await sql('SELECT id FROM attachments WHERE appealId = ? ORDER BY id', [appealId])) as [{ id: number }];
    await office()
      .act(number, 'transfer', { ...out, attachments: [wanted.id] })
      .expect(200);
    const link = await linkOf(number);
    const { text } = await page(link);
    expect(text).not.toContain('身份证');
    const href = /\/transfers\/[a-z2-7]+\/files\/\d+/.exec(text)![0];
    const copy = await request(server())
      .get(href)
      .buffer(true)
      .parse(bytesOf as never)
      .expect(200);
    expect([copy.headers['content-disposition'], (copy.body as Buffer).includes('SECRETCAM')]).toEqual([
      expect.stringContaining('attachment'),
      false,
    ]);
  });

  describe('with a paper', () => {
    const paper = (creator: string): Buffer => {
      const zip = new PizZip();
      zip.file('[Content_Types].xml', '<Types/>').file('word/document.xml', '<w:t>排口照片说明</w:t>');
      zip.file('docProps/core.xml', `<cp:coreProperties><dc:creator>${creator}</dc:creator></cp:coreProperties>`);
      return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    };
    const pdf = (info: string) => Buffer.from(`%PDF-1.7\n7 0 obj\n<< ${info} >>\nendobj\ntrailer << /Info 7 0 R >>\n`);
    const laid = async (number: string, name: string, bytes: Buffer): Promise<number> => {
      const [{ id: appealId }] = (await sql('SELECT id FROM appeals WHERE number = ?', [number])) as [{ id: number }];
      const fileHash = await hub.app.get(FileStore).put(bytes);
      const row = { appealId, messageId: null, siteRecordId: null, mediaType: 'application/pdf', size: bytes.length, fileHash };
      await hub.app.get(UnitOfWork).run(({ messages }) => messages.addAttachments([{ ...row, name }]));
      return ((await sql('SELECT MAX(id) AS id FROM attachments WHERE appealId = ?', [appealId])) as [{ id: number }])[0].id;
    };
    const sendWith = (number: string, id: number) => office().act(number, 'transfer', { ...out, attachments: [id] });

    it('in Word, the department gets it without its author', async () => {
      const number = await registered();
      await sendWith(number, await laid(number, '说明.docx', paper('王小明'))).expect(200);
      const { text } = await page(await linkOf(number));
      const href = /\/transfers\/[a-z2-7]+\/files\/\d+/.exec(text)![0];
      const copy = await request(server())
        .get(href)
        .buffer(true)
        .parse(bytesOf as never)
        .expect(200);
      const zip = new PizZip(copy.body as Buffer);
      expect(zip.file('docProps/core.xml')!.asText()).not.toContain('王小明');
      expect(zip.file('word/document.xml')!.asText()).toContain('排口照片说明');
    });

    it.each([
      ['names him as its author', '说明.pdf', '/Author (王小明)', '附件“说明.pdf”的作者信息'],
      ['has his name for a name', '王小明的照片.pdf', '/Author (x)', '附件“王小明的照片.pdf”的文件名'],
    ])('that %s, it stays; a second person may let it go as it was', async (_, name, info, where) => {
      const number = await registered();
      const id = await laid(number, name, pdf(info));
      const { body: refused } = await sendWith(number, id).expect(409);
      expect(refused.leaks).toMatchObject([{ kind: 'name', where }]);
      const ask = { decision: 'ask', ...refused.review };
      const review = (await office().act(number, 'leak-review', ask).expect(200)).body.leakReviews[0];
      await hub.as('leader').act(number, 'leak-review', { decision: 'allow', id: review.id, reason: '本人同意' }).expect(200);
      await sendWith(number, await laid(number, name, pdf(`${info} /Title (王小明的信)`))).expect(409);
      await sendWith(number, id).expect(200);
    });

    it('shows who chooses it what its author would tell', async () => {
      const number = await registered();
      const attachments = [
        await laid(number, '说明.pdf', pdf('/Author (王小明)')),
        await laid(number, '扫描.pdf', pdf('/Author 9 0 R')),
        await laid(number, '说明.docx', paper('王小明')),
      ];
      const question = { audience: 'department', parts: [{ where: '摘要', text: '河道发黑' }], attachments };
      const { body } = await office().act(number, 'leak-check', question).expect(200);
      expect(body.hits).toMatchObject([
        { kind: 'name', weight: 'block', where: '附件“说明.pdf”的作者信息' },
        { kind: 'unread', weight: 'warn', where: '附件“扫描.pdf”的作者信息' },
      ]);
    });

    it('whose author cannot be read, it goes and the history says that it is to be looked at', async () => {
      const number = await registered();
      const { body } = await sendWith(number, await laid(number, '扫描.pdf', pdf('/Author 9 0 R'))).expect(200);
      expect(body.history.at(-1).note).toContain('附件“扫描.pdf”的作者信息读不出');
    });
  });

  it('takes no file of another appeal with it', async () => {
    const number = await registered();
    const { body } = await office()
      .act(number, 'transfer', { ...out, attachments: [987654] })
      .expect(400);
    expect(body.code).toBe('attachments');
  });

  it('is acknowledged by an officer with name and phone, once', async () => {
    const number = await handed();
    const link = await linkOf(number);
    await say(link, { way: 'receipt', officer: '' }).expect(422);
    await say(link, { way: 'receipt' }).expect(303);
    const view = await shown(number);
    expect([view.status, view.transfers[0]]).toEqual([
      'transferred',
      expect.objectContaining({ state: 'received', stateName: '已签收', officer: '李办事', officerPhone: '021-62560000' }),
    ]);
    expect((await page(link)).text).not.toContain('value="receipt"');
  });

  it('comes back to the office by an objection with reasons, and the citizen is told', async () => {
    const number = await handed();
    const link = await linkOf(number);
    await say(link, { way: 'objection', text: '不归我管' }).expect(422);
    await say(link, objection).expect(303);
    const view = await shown(number);
    expect([view.status, view.transferBounces, view.department]).toEqual(['accepted', 1, null]);
    expect(view.history.at(-1)).toMatchObject({ act: 'transfer', by: '区水务局', note: expect.stringContaining('河道管理条例') });
    expect((await lettersOf(number, 'transfer-returned'))[0].body).toContain('区水务局');
    expect((await page(link)).text).toContain('贵单位的异议已经收到');
  });

  it('may be objected to on the fifth working day and not on the next', async () => {
    const [first, second] = [await handed(), await handed()];
    const links = [await linkOf(first), await linkOf(second)];
    const start = clock;
    const view = await shown(first);
    clock = Date.parse(`${view.transfers[0]!.objectBy}T15:50:00Z`);
    await say(links[0]!, objection).expect(303);
    clock += 20 * MINUTE;
    await say(links[1]!, objection).expect(422);
    expect((await page(links[1]!)).text).toContain('提出异议的期限已经过了');
    expect([(await shown(first)).status, (await shown(second)).status]).toEqual(['accepted', 'transferred']);
    clock = Math.max(clock, start);
  });

  it('goes to a leader after the second objection, and what he names cannot be objected to', async () => {
    const number = await handed();
    await say(await linkOf(number), objection).expect(303);
    await office()
      .act(number, 'transfer', { ...out, departmentId: 'greening' })
      .expect(200);
    await say(await linkOf(number), objection).expect(303);
    const again = await office().act(number, 'transfer', out).expect(409);
    expect(again.body.code).toBe('leader-names-owner');
    await office().act(number, 'assignment', { unitId: 'supervision' }).expect(409);
    await office()
      .act(number, 'transfer', { ...out, outcome: 'designate' })
      .expect(403);
    const { body } = await hub
      .as('leader')
      .act(number, 'transfer', { ...out, outcome: 'designate' })
      .expect(200);
    expect([body.status, body.transferBounces, body.transfers.at(-1).designated]).toEqual(['transferred', 2, true]);
    const link = await linkOf(number);
    expect((await page(link)).text).toContain('不再提异议');
    await say(link, objection).expect(422);
    expect((await lettersOf(number, 'whereabouts')).length).toBe(3);
    expect((await lettersOf(number, 'transfer-returned')).length).toBe(2);
  });

  it('brings the answer with its files back as a message, and waits for us to pass it on', async () => {
    const number = await handed();
    const link = await linkOf(number);
    const pdf = Buffer.from('%PDF-1.4 answer');
    await say(link, { way: 'reply', text: '已派人清淤。' }, [[pdf, '..\\..\\答复\u202efdp.exe']]).expect(303);
    const view = await shown(number);
    expect([view.status, view.due?.step, view.due?.on]).toEqual(['transferred', 'pass-on', expect.any(String)]);
    expect(view.messages.at(-1)).toMatchObject({ direction: 'in', author: '区水务局', text: '已派人清淤。' });
    expect(view.transfers[0]).toMatchObject({ state: 'replied', reply: '已派人清淤。' });
    expect(view.transfers[0]!.replyFiles.map(({ name }) => name)).toEqual(['答复fdp.pdf']);
    const acts = view.allowedActions.filter(({ act }) => act === 'transfer').map(({ way }) => way);
    expect(acts).toEqual(['answer', 'take-back']);
    const { body } = await office().act(number, 'transfer', { outcome: 'answer', answer: '已派人清淤。' }).expect(200);
    expect([body.status, body.transfers[0].state]).toEqual(['answered', 'answered']);
    expect((await page(link)).text).toContain('贵单位的答复已转告来件人');
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script>'), '答复.pdf'],
    ['a program', Buffer.from('MZ\x90\x00'), '答复.docx'],
  ])('takes %s for no file, whatever it is called, and keeps what was typed', async (_, bytes, name) => {
    const number = await handed();
    const { text } = await say(await linkOf(number), { way: 'reply', text: '已派人清淤。' }, [[bytes, name]]).expect(422);
    expect(text).toContain('已派人清淤。</textarea>');
    expect((await shown(number)).transfers[0]!.state).toBe('sent');
  });

  it.each([
    ['a file over 20 MB', 413, [[20 * MB + 1, '监测 报告.pdf']], '“监测 报告.pdf”超过 20 MB'],
    ['more than five files', 422, [1, 2, 3, 4, 5, 6].map((at) => [9, `${at}.pdf`]), '最多附 5 个文件，这次选了 6 个'],
  ] as const)(
    'says beside the field that %s is not taken, keeps what was typed and leaves nothing behind',
    async (_, status, sent, words) => {
      const number = await handed();
      const files = sent.map(([size, name]) => [Buffer.alloc(size as number, '%PDF-1.4 '), name as string] as const);
      const { text } = await say(await linkOf(number), { way: 'reply', text: '已派人清淤。' }, files).expect(status);
      expect(text).toMatch(new RegExp(`id="files-e">[^<]*${words}`));
      expect(text).toContain('已派人清淤。</textarea>');
      expect(text).toContain('value="李办事"');
      expect((await shown(number)).transfers[0]!.state).toBe('sent');
      expect(await leftAside()).toEqual([]);
    },
  );

  it('takes five files of just 20 MB and keeps none of them aside', async () => {
    const number = await handed();
    const files = [1, 2, 3, 4, 5].map((at) => [Buffer.alloc(20 * MB, `%PDF-1.4 ${at}`), `${at}.pdf`] as const);
    await say(await linkOf(number), { way: 'reply', text: '已派人清淤。' }, files).expect(303);
    expect((await shown(number)).transfers[0]!.replyFiles.map(({ size }) => size)).toEqual(files.map(() => 20 * MB));
    expect(await leftAside()).toEqual([]);
  });

  it('tells the department that files come with an answer only, rather than losing them', async () => {
    const number = await handed();
    const { text } = await say(await linkOf(number), objection, [[Buffer.from('%PDF-1.4 '), '依据.pdf']]).expect(422);
    expect(text).toContain('附件只随“已经办结”的答复收');
    expect((await shown(number)).status).toBe('transferred');
  });

  it('puts a notice before the office of an objection and of an answer, and none of a receipt', async () => {
    const number = await handed();
    const link = await linkOf(number);
    await say(link, { way: 'receipt' }).expect(303);
    expect(await noticesOf('office', number)).toEqual([]);
    await say(link, { way: 'reply', text: '已派人清淤。' }).expect(303);
    expect(await noticesOf('office', number)).toEqual([expect.stringContaining('区水务局已经答复，请转告来件人')]);
    const other = await handed();
    await say(await linkOf(other), objection).expect(303);
    expect(await noticesOf('office', other)).toEqual([expect.stringContaining('区水务局提出异议')]);
    expect(await noticesOf('officer', other)).toEqual([]);
  });

  it('puts a notice before the leader when it has come back twice, whoever wrote the objection down', async () => {
    const number = await handed();
    await say(await linkOf(number), objection).expect(303);
    expect(await noticesOf('leader', number)).toEqual([]);
    await office().act(number, 'transfer', out).expect(200);
    await office().act(number, 'transfer', { outcome: 'objection', reason: '仍不归其管' }).expect(200);
    expect(await noticesOf('leader', number)).toEqual([expect.stringContaining('第 2 次退回，请指定')]);
  });

  it('takes one answer once, however often it is sent', async () => {
    const number = await handed();
    const link = await linkOf(number);
    await Promise.all([1, 2, 3].map(() => say(link, { way: 'reply', text: '已派人清淤。' })));
    expect((await shown(number)).messages.filter(({ text }) => text === '已派人清淤。')).toHaveLength(1);
  });

  it('refuses what another site sends', async () => {
    const number = await handed();
    const link = await linkOf(number);
    await say(link, { way: 'receipt' }).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await say(link, { way: 'receipt' }).set('Origin', 'https://evil.example').expect(403);
    expect((await shown(number)).transfers[0]!.state).toBe('sent');
  });

  it('keeps nothing by which a link could be made without the key', async () => {
    const number = await handed();
    const token = (await linkOf(number)).split('/').at(-1)!;
    const rows = JSON.stringify(await sql('SELECT * FROM transfers'));
    expect(rows).not.toContain(token);
  });

  it('gets a new link by a new letter, and the old one opens nothing', async () => {
    const number = await handed();
    const old = await linkOf(number);
    const [{ id }] = (await shown(number)).transfers as unknown as [{ id: number }];
    await hub.as('officer').post(`/api/v1/transfers/${id}/link`).expect(404);
    await office().post(`/api/v1/transfers/${id}/link`).expect(200);
    const fresh = await linkOf(number);
    expect(fresh).not.toBe(old);
    await page(old).expect(404);
    await page(fresh).expect(200);
  });

  it('answers an unknown, a void and a misshapen link with one and the same page', async () => {
    const pages = await Promise.all(
      ['a'.repeat(26), 'b'.repeat(26), 'x'].map((token) => page(`/transfers/${token}`).set('X-Forwarded-For', token).expect(404)),
    );
    expect(new Set(pages.map(({ text }) => text.replace(/value="[^"]*"/g, ''))).size).toBe(1);
  });

  it('after its last day shows what was done and no longer what it was about', async () => {
    const number = await handed();
    const link = await linkOf(number);
    await say(link, { way: 'receipt' }).expect(303);
    ahead(46);
    const { text } = await page(link).expect(200);
    expect(text).toContain('链接已经到期');
    expect(text).toContain('李办事');
    expect(text).not.toContain('河道发黑');
    await say(link, { way: 'reply', text: '已办。' }).expect(303);
    expect((await shown(number)).transfers[0]!.state).toBe('received');
  });

  it('goes on paper where the department has no mailbox; the office writes down receipt and answer', async () => {
    const number = await registered();
    await office()
      .act(number, 'transfer', { ...out, delivery: 'paper' })
      .expect(200);
    expect(await lettersOf(number, 'transfer')).toEqual([]);
    await office().act(number, 'transfer', { outcome: 'receipt', officer: '张收文', phone: '62560001', on: today() }).expect(200);
    const { body } = await office()
      .act(number, 'transfer', { outcome: 'reply', answer: '已处理', officer: '张收文' })
      .expect(200);
    expect([body.transfers[0].delivery, body.transfers[0].state, body.due.step]).toEqual(['paper', 'replied', 'pass-on']);
  });

  it('writes down an objection that came by phone, on the day it came', async () => {
    const number = await handed();
    ahead(20);
    const late = { outcome: 'objection', reason: '不归其管' };
    expect((await office().act(number, 'transfer', late).expect(409)).body.code).toBe('objection-late');
    const { body } = await office()
      .act(number, 'transfer', { ...late, on: addDays(today(), -19) })
      .expect(200);
    expect([body.status, body.transferBounces]).toEqual(['accepted', 1]);
  });

  it('says that its letter has reached nobody where the mail server refused it', async () => {
    const number = await handed();
    await sql(
      `UPDATE outbox_letters SET state = 'dead', lastError = 'no such user' WHERE id = (SELECT outboxId FROM transfers ORDER BY id DESC LIMIT 1)`,
    );
    expect((await shown(number)).transfers[0]).toMatchObject({ state: 'undelivered', undelivered: 'no such user' });
    const { body } = await office().get('/api/v1/transfers?state=undelivered').expect(200);
    expect((body as TransferPage).items.map(({ appeal }) => appeal)).toEqual([number]);
  });

  it('reminds the department before and after its day, once each, and then hints at supervision', async () => {
    const number = await handed();
    const watch = hub.app.get(TransferWatch);
    const due = (await shown(number)).transfers[0]!.dueOn;
    const sent = async () => (await lettersOf(number, 'transfer-reminder')).length;
    const counts: number[] = [];
    for (const day of [-5, -3, 0, 1, 4, 9, 30]) {
      clock = Date.parse(`${addDays(due, day)}T03:00:00Z`);
      await Promise.all([watch.run(), watch.run()]);
      counts.push(await sent());
    }
    expect(counts.at(-1)).toBe(3);
    expect(counts).toEqual([...counts].sort());
    const { history } = await shown(number);
    expect(history.filter(({ title }) => title === '外单位逾期未答复')).toHaveLength(1);
  });

  it('is not reminded once it has answered', async () => {
    const number = await handed();
    await say(await linkOf(number), { way: 'reply', text: '已办结。' }).expect(303);
    ahead(40);
    await hub.app.get(TransferWatch).run();
    expect(await lettersOf(number, 'transfer-reminder')).toEqual([]);
  });

  it('is listed page by page by state and department, without what the reader may not know of', async () => {
    const number = await handed({ departmentId: 'police' });
    const hidden = await handed({ departmentId: 'police' });
    await sql(`UPDATE appeals SET guard = 'conduct', aboutConduct = 1 WHERE number = ?`, [hidden]);
    const { body } = await office().get('/api/v1/transfers?department=police&state=sent').expect(200);
    expect(body.items.map((one: { appeal: string }) => one.appeal)).toEqual([number]);
    const seen: number[] = [];
    for (let cursor = ''; ;) {
      const { body: part } = await office().get(`/api/v1/transfers?limit=3${cursor}`).expect(200);
      seen.push(...part.items.map(({ id }: { id: number }) => id));
      if (!part.nextCursor) break;
      cursor = `&cursor=${part.nextCursor}`;
    }
    const all = await sql(
      `SELECT t.id FROM transfers t JOIN appeals a ON a.id = t.appealId WHERE a.guard NOT LIKE 'conduct%' ORDER BY t.id DESC`,
    );
    expect(seen).toEqual(all.map(({ id }) => id));
    expect((await hub.as('officer').get('/api/v1/transfers').expect(200)).body.items).toEqual([]);
  });

  it('lets nobody try links for long', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 7; at++) statuses.push((await page(`/transfers/${'c'.repeat(25)}${'abcdefg'[at]}`)).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

const bytesOf = (answer: NodeJS.ReadableStream, done: (error: Error | null, bytes: Buffer) => void) => {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part));
  answer.on('end', () => done(null, Buffer.concat(parts)));
};
