import { DeliveryService } from '@hub/casework';
import { addDays, dayOf, longDate, type DeadlineRules } from '@hub/domain';
import { AppealQuery } from '@hub/persistence';
import { aMail, mailMessage } from '../../factories/letter';
import sharp from 'sharp';
import request, { type Response } from 'supertest';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

interface Shown {
  number: string;
  status: string;
  subject: string;
  due: { step: string; on: string } | null;
  lamps: { name: string; state: string; dueOn: string; late: boolean; waiver: string | null; stateName: string }[];
  files: { name: string; href: string }[];
  siteVisits: { id: number; photos: { name: string; href: string }[] }[];
  contacts: { called: string | null }[];
  contactResult: { name: string } | null;
  statutory: { informBy: string; finishBy: string };
  extensions: { state: string; stateName: string; newDueOn: string; statutory: boolean }[];
  extensionUntil: string;
  messages: { direction: string; remarks: string[] }[];
  history: { title: string; note: string }[];
  allowedActions: { act: string; way: string | null; name: string }[];
}

const binary = (response: Response, done: (error: Error | null, body: Buffer) => void): void => {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
};

/** The head of a PNG that says it is 60000 dots wide and high. */
const HUGE = Buffer.from(
  '89504e470d0a1a0a0000000d494844520000ea600000ea6008020000000fb0e2150000000c49444154789c63606060000000040001f61738550000000049454e44ae426082',
  'hex',
);

describeBothEngines('the promise of 1, 2 and 4 weeks by evidence', (open) => {
  let hub: Hub;
  let now = new Date('2026-11-02T02:00:00Z');
  const today = () => dayOf(now);
  const forward = (days: number) => (now = new Date(now.getTime() + days * 86_400_000));
  const moment = (daysAgo = 0) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString();

  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 24 * 365 });
    await hub.staff('office', 'dispatcher');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('stranger', 'handler', 'pollution-control');
    await hub.staff('leader', 'leader');
    await hub.staff('director', 'director');
  });
  afterAll(() => hub.close());

  const act = (account: string, number: string, name: string, body: object = {}) => hub.as(account).act(number, name, body);
  const done = async (account: string, number: string, name: string, body: object = {}): Promise<Shown> =>
    (await act(account, number, name, body).expect(200)).body as Shown;
  const shown = async (number: string, account = 'officer'): Promise<Shown> =>
    (await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body as Shown;
  const lamp = ({ lamps }: Shown, name: string) => lamps.find((one) => one.name === name)!;

  const taken = async (number: string): Promise<string> => {
    await act('office', number, 'acceptance').expect(200);
    await act('office', number, 'assignment', { unitId: 'supervision' }).expect(200);
    await act('officer', number, 'receipt').expect(200);
    return number;
  };
  const inHand = async (): Promise<string> => {
    const [result] = await hub.intake.accept([mailMessage(aMail({ date: now.toUTCString() }))]);
    return taken(result!.number!);
  };
  const byPhone = async (): Promise<string> => {
    const entry = { source: '来访', text: '夜间有风机噪声', phone: '13800001234', place: '长寿路' };
    const { body } = await hub.as('office').post('/api/v1/appeals', entry).expect(201);
    return taken((body as { number: string }).number);
  };
  const phoned = (number: string, outcome: string, more: object = {}) =>
    done('officer', number, 'contact-records', { at: moment(), method: 'phone', outcome, words: '见记录', ...more });
  const waived = async (number: string): Promise<void> => {
    await done('officer', number, 'waivers', { milestone: 'contact', reason: '反映人要求不联系' });
    await done('officer', number, 'waivers', { milestone: 'site', reason: '无需现场，只需解释答复' });
  };
  const approved = async (number: string): Promise<void> => {
    await waived(number);
    await done('officer', number, 'draft', { text: '您好，已责令整改。', submit: true });
    await done('head', number, 'approval', { decision: 'pass' });
  };
  const lettersOf = async (number: string): Promise<string[]> => {
    const { body } = await hub.as('office').get('/api/v1/outbox').expect(200);
    return (body as { appeal: string; kind: string }[]).filter(({ appeal }) => appeal === number).map(({ kind }) => kind);
  };

  describe('contact', () => {
    it('is a record of who called whom, with the number masked', async () => {
      const view = await phoned(await inHand(), 'reached', { called: '139-1234-5678' });
      expect(view.contacts).toMatchObject([{ called: '139****5678', by: 'officer君', outcomeName: '接通' }]);
      expect(JSON.stringify(view)).not.toContain('5678-');
      expect(JSON.stringify(view)).not.toContain('1234-5678');
      expect([lamp(view, 'contact').state, view.contactResult?.name]).toEqual(['done', '接通']);
    });

    it('takes the number that the citizen left where none is typed', async () => {
      const view = await phoned(await byPhone(), 'no-answer');
      expect(view.contacts[0]!.called).toBe('138****1234');
    });

    it('is done as 联系不上 by the third try where the tries fall on two days', async () => {
      const number = await inHand();
      await phoned(number, 'no-answer');
      await phoned(number, 'refused');
      const twice = await phoned(number, 'no-answer');
      expect([lamp(twice, 'contact').state, twice.contactResult]).toEqual(['pending', null]);
      forward(1);
      const view = await phoned(number, 'no-answer');
      expect([lamp(view, 'contact').state, view.contactResult?.name]).toEqual(['done', '联系不上']);
      expect(view.history.at(-1)!.note).toContain('联系不上');
    });

    it('is not recorded by a section that the appeal was not given to, nor by the office', async () => {
      const number = await inHand();
      const body = { method: 'phone', outcome: 'reached', words: '已接通' };
      await act('stranger', number, 'contact-records', body).expect(404);
      await act('office', number, 'contact-records', body).expect(403);
    });
  });

  describe('a visit on site', () => {
    const visit = (about: object = {}) => ({
      at: moment(),
      officers: ['沈佳', '顾敏'],
      place: '长寿路',
      findings: '已查',
      ...about,
    });

    it('is done by two officers, a place and what they found', async () => {
      expect(lamp(await done('officer', await inHand(), 'site-records', visit()), 'site').state).toBe('done');
    });

    it('is not done by one officer twice, nor before it has happened', async () => {
      const number = await inHand();
      await act('officer', number, 'site-records', visit({ officers: ['沈佳', ' 沈佳 '] })).expect(400);
      await act('officer', number, 'site-records', visit({ at: moment(-1) })).expect(400);
      expect(lamp(await shown(number), 'site').state).toBe('pending');
    });
  });

  describe('a photo or a paper', () => {
    const taken = async (): Promise<Buffer> =>
      sharp({ create: { width: 40, height: 30, channels: 3, background: '#456' } })
        .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '31/1 15/1 0/1' } })
        .jpeg()
        .toBuffer();
    const upload = (account: string, number: string, name: string, bytes: Buffer, more = '') =>
      request(hub.app.getHttpServer() as Parameters<typeof request>[0])
        .post(`/api/v1/appeals/${number}/attachments?name=${encodeURIComponent(name)}${more}`)
        .set('Cookie', hub.as(account).cookie)
        .set('Content-Type', 'application/octet-stream')
        .send(bytes);

    it('is laid to the visit that it shows, known by its content and without what the camera wrote into it', async () => {
      const number = await inHand();
      const visit = { at: moment(), officers: ['沈佳', '顾敏'], place: '长寿路', findings: '已查' };
      const { siteVisits } = await done('officer', number, 'site-records', visit);
      const bytes = await taken();
      expect(bytes.includes('SecretCamera')).toBe(true);
      const { body } = await upload('officer', number, '../现场.pdf', bytes, `&siteRecordId=${siteVisits[0]!.id}`).expect(200);
      const [photo] = (body as Shown).siteVisits[0]!.photos;
      expect(photo).toMatchObject({ name: '现场.jpg', mediaType: 'image/jpeg' });
      const file = await hub.as('officer').get(photo!.href).buffer(true).parse(binary).expect(200);
      expect((file.body as Buffer).includes('SecretCamera')).toBe(false);
      expect(await sharp(file.body as Buffer).metadata()).toMatchObject({ width: 40, height: 30, format: 'jpeg' });
      expect((await sharp(file.body as Buffer).metadata()).exif).toBeUndefined();
    });

    it('is laid to the appeal itself where it shows no visit', async () => {
      const { body } = await upload('officer', await inHand(), '报告.pdf', Buffer.from('%PDF-1.7 report')).expect(200);
      expect((body as Shown).files).toMatchObject([{ name: '报告.pdf', mediaType: 'application/pdf' }]);
    });

    it.each([
      ['a program under the name of a photo', 'x.jpg', Buffer.from('MZ program'), 'file-type'],
      ['a page under the name of a paper', 'x.pdf', Buffer.from('<html><script>1</script></html>'), 'file-type'],
      ['a drawing under the name of a photo', 'x.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-type'],
      ['a dot that claims to be 60000 by 60000', 'x.png', HUGE, 'picture'],
      ['a photo that breaks off', 'x.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'picture'],
      ['a photo that is broken', 'x.png', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'picture'],
    ])('is not %s', async (_, name, bytes, code) => {
      const number = await inHand();
      expect((await upload('officer', number, name, bytes).expect(400)).body.code).toBe(code);
      expect((await shown(number)).files).toEqual([]);
    });

    it('is not laid to a visit of another appeal', async () => {
      const visit = { at: moment(), officers: ['沈佳', '顾敏'], place: '长寿路', findings: '已查' };
      const { siteVisits } = await done('officer', await inHand(), 'site-records', visit);
      await upload('officer', await inHand(), 'x.jpg', await taken(), `&siteRecordId=${siteVisits[0]!.id}`).expect(400);
    });

    it('is not laid by who may not know of the appeal, nor by the office, nor read by a stranger', async () => {
      const number = await inHand();
      await upload('stranger', number, 'x.jpg', await taken()).expect(404);
      await upload('office', number, 'x.jpg', await taken()).expect(403);
      const { body } = await upload('officer', number, 'x.jpg', await taken()).expect(200);
      await hub
        .as('stranger')
        .get((body as Shown).files[0]!.href)
        .expect(404);
    });
  });

  describe('a waiver', () => {
    it('takes a reason of the office, and a remark that stands in the history', async () => {
      const number = await inHand();
      const view = await done('officer', number, 'waivers', {
        milestone: 'site',
        reason: '无需现场，只需解释答复',
        remark: '问的是收费',
      });
      expect(lamp(view, 'site')).toMatchObject({ state: 'waived', waiver: '无需现场，只需解释答复', late: false });
      expect(view.history.at(-1)!.note).toBe('现场：无需现场，只需解释答复。问的是收费');
    });

    it('takes no other reason, and says which there are', async () => {
      const { body } = await act('officer', await inHand(), 'waivers', { milestone: 'contact', reason: '太忙' }).expect(400);
      expect(body).toMatchObject({ code: 'waiver-reason', hint: '可选：匿名；无联系方式；反映人要求不联系。' });
    });

    it('does not take a reason of the other step', async () => {
      await act('officer', await inHand(), 'waivers', { milestone: 'site', reason: '匿名' }).expect(400);
    });

    it('lists its reasons to whoever may read appeals', async () => {
      const { body } = await hub.as('officer').get('/api/v1/waiver-reasons').expect(200);
      expect(body.contact).toContain('匿名');
    });
  });

  describe('the reply', () => {
    it('by mail stops the clock when it is delivered, not when it is sent', async () => {
      const number = await inHand();
      await approved(number);
      expect(lamp(await done('head', number, 'reply'), 'reply').state).not.toBe('done');
      const { id } = await hub.app.get(AppealQuery).byNumber(number);
      await hub.app.get(DeliveryService).letterSent({ appealId: id, kind: 'reply' }, now.toISOString());
      expect(lamp(await shown(number), 'reply').state).toBe('done');
    });

    it.each(['phone', 'visit', 'post'])('by %s counts only with a written note', async (delivery) => {
      const number = await inHand();
      await approved(number);
      const { body } = await act('head', number, 'reply', { delivery }).expect(400);
      expect(body.code).toBe('delivery-note');
      const view = await done('head', number, 'reply', { delivery, note: '下午三点告知本人，表示认可' });
      expect(lamp(view, 'reply').state).toBe('done');
      expect(view.messages.at(-1)!.remarks[0]).toContain('下午三点告知本人');
      expect(await lettersOf(number)).not.toContain('reply');
    });

    it('cannot go by mail where there is no address', async () => {
      const number = await byPhone();
      await approved(number);
      expect((await act('head', number, 'reply', { delivery: 'mail' }).expect(409)).body.code).toBe('no-address');
      expect(lamp(await done('head', number, 'reply', { delivery: 'published' }), 'reply').state).toBe('done');
    });
  });

  describe('an extension', () => {
    const ask = (newDueOn: string) => ({ decision: 'ask', reason: '等监测报告', newDueOn });
    const petition = async (): Promise<string> => {
      const number = await inHand();
      await done('office', number, 'classification', { track: 'petition', reason: '要求信访答复' });
      return number;
    };

    it('is asked for by the section, approved by a leader, and told to the citizen with reason and date', async () => {
      const number = await inHand();
      const [old, finish] = [lamp(await shown(number), 'reply').dueOn, (await shown(number)).statutory.finishBy];
      const until = addDays(old, 10);
      await act('office', number, 'extension', ask(until)).expect(403);
      const asked = await done('officer', number, 'extension', ask(until));
      expect(asked.extensions).toMatchObject([{ state: 'asked', oldDueOn: old, newDueOn: until, reason: '等监测报告' }]);
      expect(lamp(asked, 'reply').dueOn).toBe(old);
      await act('head', number, 'extension', { decision: 'approve' }).expect(403);
      const view = await done('leader', number, 'extension', { decision: 'approve' });
      expect([lamp(view, 'reply').dueOn, lamp(view, 'contact').dueOn, view.statutory.finishBy]).toEqual([
        until,
        addDays(old, -21),
        finish,
      ]);
      expect(view.extensions).toMatchObject([{ stateName: '已同意', decidedBy: 'leader君' }]);
      expect(await lettersOf(number)).toContain('extension');
      expect(view.history.at(-1)!.note).toContain(longDate(until));
    });

    it('may be refused, with a reason, and then nothing moves', async () => {
      const number = await inHand();
      const old = lamp(await shown(number), 'reply').dueOn;
      await done('head', number, 'extension', ask(addDays(old, 5)));
      await act('leader', number, 'extension', { decision: 'refuse' }).expect(400);
      const view = await done('leader', number, 'extension', { decision: 'refuse', words: '现有材料足够' });
      expect([lamp(view, 'reply').dueOn, view.extensions[0]!.stateName]).toEqual([old, '不同意']);
      expect(await lettersOf(number)).not.toContain('extension');
    });

    it('never shortens, and names the last day that there is', async () => {
      const number = await petition();
      const view = await shown(number);
      const old = lamp(view, 'reply').dueOn;
      expect(view.extensionUntil).toBe(addDays(view.statutory.finishBy, 30));
      await act('officer', number, 'extension', ask(old)).expect(400);
      const { body } = await act('officer', number, 'extension', ask(addDays(view.extensionUntil, 1))).expect(400);
      expect(body.hint).toContain(longDate(view.extensionUntil));
    });

    it('beyond the day to finish by law is the director’s, once', async () => {
      const number = await petition();
      const { finishBy } = (await shown(number)).statutory;
      const until = addDays(finishBy, 20);
      await done('officer', number, 'extension', ask(until));
      expect((await act('leader', number, 'extension', { decision: 'approve' }).expect(403)).body.code).toBe('director-decides');
      const view = await done('director', number, 'extension', { decision: 'approve', words: '同意' });
      expect([lamp(view, 'reply').dueOn, view.statutory.finishBy, view.extensionUntil]).toEqual([until, until, until]);
      expect((await act('officer', number, 'extension', ask(addDays(until, 1))).expect(409)).body.code).toBe(
        'extension-exhausted',
      );
    });

    it('ends with the day to finish where the appeal is not a petition', async () => {
      const number = await inHand();
      const { extensionUntil, statutory } = await shown(number);
      expect(extensionUntil).toBe(statutory.finishBy);
      const { body } = await act('officer', number, 'extension', ask(addDays(extensionUntil, 1))).expect(400);
      expect(body.hint).toContain('只有信访类可以延到办结日以后');
      await done('officer', number, 'extension', ask(extensionUntil));
      const view = await done('leader', number, 'extension', { decision: 'approve' });
      expect([lamp(view, 'reply').dueOn, view.statutory.finishBy]).toEqual([extensionUntil, extensionUntil]);
    });

    it('waits for one answer at a time', async () => {
      const number = await inHand();
      const old = lamp(await shown(number), 'reply').dueOn;
      await done('officer', number, 'extension', ask(addDays(old, 5)));
      expect((await act('officer', number, 'extension', ask(addDays(old, 6))).expect(409)).body.code).toBe('extension-pending');
    });

    it('does not make a late reply punctual', async () => {
      const number = await inHand();
      const old = lamp(await shown(number), 'reply').dueOn;
      forward(30);
      await done('officer', number, 'extension', ask(addDays(old, 10)));
      await done('leader', number, 'extension', { decision: 'approve' });
      expect(lamp(await shown(number), 'reply')).toMatchObject({ dueOn: addDays(old, 10), late: true });
      await approved(number);
      const view = await done('head', number, 'reply', { delivery: 'visit', note: '当面告知本人' });
      expect(lamp(view, 'reply')).toMatchObject({ state: 'done', late: true, stateName: '已完成，迟了 2 天' });
    });
  });

  describe('while the citizen is asked', () => {
    const question = (days: number) => ({ text: '请问噪声在几点出现？', dueOn: addDays(today(), days) });
    const offered = ({ allowedActions }: Shown) => allowedActions.some(({ act, way }) => act === 'supplement' && way === 'none');

    it('the question has its own date and the promise goes on', async () => {
      const number = await inHand();
      const before = await shown(number);
      const view = await done('officer', number, 'question', question(5));
      expect([view.status, view.due]).toMatchObject(['awaiting-citizen', { step: 'supplement', on: addDays(today(), 5) }]);
      forward(3);
      const after = await done('officer', number, 'supplement', { text: '夜里十一点' });
      expect(after.lamps.map(({ dueOn }) => dueOn)).toEqual(before.lamps.map(({ dueOn }) => dueOn));
    });

    it('the section goes on without an answer once the date has passed, and not before', async () => {
      const number = await inHand();
      await done('officer', number, 'question', question(5));
      forward(5);
      expect(offered(await shown(number))).toBe(false);
      const { body } = await act('officer', number, 'supplement', { text: '没有回音', none: true }).expect(409);
      expect(body.code).toBe('still-waiting');
      forward(1);
      expect(offered(await shown(number))).toBe(true);
      expect((await done('officer', number, 'supplement', { text: '没有回音', none: true })).status).toBe('in-hand');
    });

    it('the promise stands still by the days waited where the office has set so, and what was late stays late', async () => {
      const rules = hub.settings.office.rules as { -readonly [K in keyof DeadlineRules]: DeadlineRules[K] };
      rules.pauseWhileWaiting = true;
      try {
        const number = await inHand();
        const [contact, site, reply] = (await shown(number)).lamps.map(({ dueOn }) => dueOn) as [string, string, string];
        forward(10);
        await done('officer', number, 'question', question(3));
        forward(4);
        expect((await shown(number)).lamps.map(({ dueOn }) => dueOn)).toEqual([contact, addDays(site, 4), addDays(reply, 4)]);
        const view = await done('officer', number, 'supplement', { text: '没有回音', none: true });
        forward(2);
        expect(view.lamps.map(({ dueOn }) => dueOn)).toEqual([contact, addDays(site, 4), addDays(reply, 4)]);
        expect(lamp(view, 'contact').late).toBe(true);
      } finally {
        rules.pauseWhileWaiting = false;
      }
    });
  });
});
