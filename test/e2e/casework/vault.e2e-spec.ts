import type { AuditEntryView } from '@hub/contract';
import type { Role } from '@hub/domain';
import { addDays, dayOf } from '@hub/domain';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { ROUTES } from '../access/routes';

const WRITER = { name: '陆文杰', phone: '13812345678', email: 'luwenjie@citizen.example', address: '普陀区长寿路88弄6号302室' };
const STAFF: readonly [account: string, role: Role, unitId: string | null][] = [
  ['office', 'dispatcher', null],
  ['second', 'dispatcher', null],
  ['head', 'section-head', 'supervision'],
  ['officer', 'handler', 'supervision'],
  ['colleague', 'handler', 'supervision'],
  ['lab', 'section-head', 'monitoring'],
  ['purity', 'section-head', 'discipline'],
  ['caller', 'revisitor', null],
  ['leader', 'leader', null],
  ['director', 'director', null],
  ['inspector', 'discipline', null],
  ['admin', 'administrator', null],
];

describeBothEngines('the vault', (open) => {
  let hub: Hub;
  const ids = new Map<string, number>();
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    for (const [account, role, unitId] of STAFF) await hub.staff(account, role, unitId);
    const { body } = await hub.as('office').get('/api/v1/users').expect(200);
    for (const { account, id } of body as { account: string; id: number }[]) ids.set(account, id);
  });
  afterAll(() => hub.close());

  const today = dayOf(new Date());
  const entered = async (about: object = {}): Promise<string> => {
    const letter = {
      source: '来信',
      kind: 'complaint',
      subject: '陆文杰反映饭店油烟',
      text: `我叫陆文杰，住${WRITER.address}，电话138 1234 5678。\n楼下饭店油烟很大。\n\n陆文杰`,
      place: '长寿路90号',
      receivedAt: `${addDays(today, -2)}T10:00:00+08:00`,
      ...WRITER,
      ...about,
    };
    return (await hub.as('office').post('/api/v1/appeals', letter).expect(201)).body.number;
  };
  const reported = () => entered({ kind: 'report' });
  const assigned = async (number: string, to: object = { unitId: 'supervision' }): Promise<string> => {
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', to).expect(200);
    return number;
  };
  const status = async (account: string, number: string): Promise<number> =>
    (await hub.as(account).get(`/api/v1/appeals/${number}`)).status;
  const whoSees = async (number: string): Promise<string[]> => {
    const seen: string[] = [];
    for (const [account] of STAFF) if ((await status(account, number)) === 200) seen.push(account);
    return seen;
  };
  const inQueueOf = async (account: string, number: string): Promise<boolean> => {
    const { body } = await hub.as(account).get(`/api/v1/appeals?view=all&q=${number}`).expect(200);
    return body.items.length === 1;
  };
  const looks = async (number: string): Promise<AuditEntryView[]> =>
    (await hub.as('inspector').get(`/api/v1/audit?subject=${number}&action=identity`).expect(200)).body.items;

  describe('of a report, which is confidential from the start,', () => {
    it('opens to the office, the director, the inspectors, the head of the unit that has it and its named handler', async () => {
      const number = await assigned(await reported(), { unitId: 'supervision', handlerId: ids.get('officer') });
      expect(await whoSees(number)).toEqual(['office', 'second', 'head', 'officer', 'director', 'inspector']);
      for (const [account, role] of STAFF)
        if (role !== 'administrator')
          expect([account, await inQueueOf(account, number)]).toEqual([account, (await status(account, number)) === 200]);
    });

    it('opens to whoever is named with a reason, and closes again', async () => {
      const number = await reported();
      const who = { userId: ids.get('leader'), reason: '分管领导批示' };
      await hub.as('office').act(number, 'naming', who).expect(200);
      expect([await status('leader', number), await inQueueOf('leader', number)]).toEqual([200, true]);
      await hub
        .as('office')
        .act(number, 'naming', { ...who, end: true })
        .expect(200);
      expect([await status('leader', number), await inQueueOf('leader', number)]).toEqual([404, false]);
    });

    it('lets the head of the unit name a handler of his own, and nobody of another unit', async () => {
      const number = await assigned(await reported());
      await hub.as('colleague').act(number, 'receipt').expect(404);
      await hub
        .as('head')
        .act(number, 'naming', { userId: ids.get('lab'), reason: '请协助' })
        .expect(403);
      await hub
        .as('head')
        .act(number, 'naming', { userId: ids.get('colleague'), reason: '由他办' })
        .expect(200);
      await hub.as('colleague').act(number, 'receipt').expect(200);
    });

    it('is not given to a unit in which nobody could see it', async () => {
      const number = await reported();
      await hub.as('office').act(number, 'acceptance').expect(200);
      const { body } = await hub.as('office').act(number, 'assignment', { unitId: 'research' }).expect(409);
      expect(body.code).toBe('nobody-named');
    });
  });

  describe('of secrecy', () => {
    it('is closed further by anyone who sees the appeal, who goes on seeing it', async () => {
      const number = await entered();
      expect(await status('leader', number)).toBe(200);
      const { body } = await hub
        .as('leader')
        .act(number, 'confidentiality', { secrecy: 'confidential', reason: '怕报复' })
        .expect(200);
      expect(body).toMatchObject({ secrecy: 'confidential', subject: '陆**反映饭店油烟' });
      expect(await status('leader', number)).toBe(200);
      expect(body.history.at(-1)).toMatchObject({ title: '提密', note: '怕报复', by: 'leader君' });
    });

    it('is opened by nobody without the consent of the citizen, and his words are kept', async () => {
      const number = await reported();
      const lower = { secrecy: 'named', reason: '反映人要求公开答复' };
      const consent = { who: '本人', how: '电话', at: new Date().toISOString(), words: '可以公开我的名字' };
      for (const account of ['office', 'director']) {
        const { body } = await hub.as(account).act(number, 'confidentiality', lower).expect(409);
        expect(body.code).toBe('consent-missing');
      }
      await hub
        .as('inspector')
        .act(number, 'confidentiality', { ...lower, consent })
        .expect(403);
      const { body } = await hub
        .as('office')
        .act(number, 'confidentiality', { ...lower, consent })
        .expect(200);
      expect(body.secrecy).toBe('named');
      expect(body.history.at(-1).note).toContain('本人于');
      expect(body.history.at(-1).note).toContain('可以公开我的名字');
    });
  });

  describe('of what is about the bureau itself', () => {
    it('closes to everybody of the unit that it is about, which cannot get it by any act', async () => {
      const number = await assigned(await entered());
      expect(await whoSees(number)).toContain('head');
      const { body } = await hub
        .as('office')
        .act(number, 'target', { targetUnitId: 'supervision', reason: '信中反映监察支队' })
        .expect(200);
      expect(body).toMatchObject({ status: 'accepted', unitId: null, guard: { targetUnit: '监察支队', aboutConduct: false } });
      expect(await whoSees(number)).toEqual(['office', 'second', 'director', 'inspector']);
      const refused = await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(409);
      expect(refused.body).toMatchObject({ code: 'accused-unit', detail: '这一件反映的就是监察支队，不能交给它办。' });
      const named = await hub
        .as('office')
        .act(number, 'naming', { userId: ids.get('officer'), reason: '误选' })
        .expect(409);
      expect(named.body.code).toBe('accused-unit');
      await hub.as('office').act(number, 'assignment', { unitId: 'monitoring' }).expect(200);
      const part = { unitId: 'supervision', demand: '说明', dueOn: addDays(today, 5) };
      await hub.as('office').act(number, 'co-handling', part).expect(409);
      for (const account of ['head', 'officer']) {
        expect(await inQueueOf(account, number)).toBe(false);
        await hub.as(account).act(number, 'notes', { text: '看看' }).expect(404);
      }
    });

    it('goes to the inspection unit alone where it is about conduct, and to whoever said so', async () => {
      const number = await entered();
      await hub.as('office').act(number, 'acceptance').expect(200);
      await hub.as('office').act(number, 'target', { aboutConduct: true, reason: '反映收受好处' }).expect(200);
      expect(await whoSees(number)).toEqual(['office', 'director', 'inspector']);
      const { body } = await hub.as('office').act(number, 'assignment', { unitId: 'monitoring' }).expect(409);
      expect([body.code, body.hint]).toEqual(['discipline-only', '请派给纪检监察室。']);
      await hub.as('office').act(number, 'assignment', { unitId: 'discipline' }).expect(200);
      expect(await whoSees(number)).toEqual(['office', 'purity', 'director', 'inspector']);
    });

    it('suggests the unit that the letter blames, with its words', async () => {
      const number = await entered({ text: '监察支队的工作人员态度恶劣，推诿不管。' });
      const { body } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
      expect(body.guard.suggestion).toMatchObject({ unitId: 'supervision', unit: '监察支队', aboutConduct: true });
    });
  });

  describe('behind the masks', () => {
    it.each([
      ['office', undefined, 200],
      ['head', undefined, 400],
      ['head', '需约反映人到现场', 200],
      ['director', '批示', 200],
      ['inspector', '核查', 200],
      ['officer', '联系', 403],
      ['colleague', '好奇', 404],
      ['leader', '批示', 404],
      ['lab', '好奇', 404],
      ['admin', '维护', 403],
    ])('of a confidential appeal %s (reason: %s) is answered %i', async (account, reason, code) => {
      const number = await assigned(await reported(), { unitId: 'supervision', handlerId: ids.get('officer') });
      const { body } = await hub
        .as(account)
        .act(number, 'identity', reason ? { reason } : {})
        .expect(code);
      if (code === 200) expect(body).toMatchObject(WRITER);
      else expect(JSON.stringify(body)).not.toContain('13812345678');
      expect((await looks(number)).map(({ actor, detail }) => [actor, detail?.reason])).toEqual(
        code === 200 ? [[`${account}君`, reason ?? '']] : [],
      );
    });

    it('shows the handler of a named appeal whom to call, and no other handler', async () => {
      const number = await assigned(await entered(), { unitId: 'supervision', handlerId: ids.get('officer') });
      await hub.as('officer').act(number, 'identity', { reason: '联系' }).expect(200);
      await hub.as('colleague').act(number, 'identity', { reason: '联系' }).expect(404);
    });

    it('shows who calls back the telephone and nothing else', async () => {
      const number = await entered();
      await hub.as('office').act(number, 'acceptance').expect(200);
      await hub.as('office').act(number, 'transfer', { departmentId: 'water', summary: '河道', reason: '属其职责' }).expect(200);
      await hub.as('office').act(number, 'transfer', { outcome: 'answer', answer: '已办' }).expect(200);
      const { body } = await hub.as('caller').act(number, 'identity').expect(200);
      expect(body).toMatchObject({ phone: WRITER.phone, name: '', email: '', address: '', messages: [] });
    });

    it('leaves a line in the history that the office reads and the unit does not', async () => {
      const number = await assigned(await reported());
      await hub.as('head').act(number, 'identity', { reason: '约现场' }).expect(200);
      const lines = async (account: string) =>
        (await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body.history.filter(
          ({ act }: { act: string }) => act === 'identity',
        );
      expect(await lines('office')).toMatchObject([{ by: 'head君', note: '约现场', title: '查看身份' }]);
      expect(await lines('head')).toEqual([]);
    });

    it('opens the letter as it came only to whoever has looked', async () => {
      const date = new Date(`${addDays(today, -2)}T02:00:00Z`).toUTCString();
      const [result] = await hub.intake.accept([
        mailMessage(aMail({ date, subject: '举报偷排废水', text: '我举报某厂夜里偷排废水' })),
      ]);
      const number = await assigned(result!.number!);
      const { body } = await hub.as('head').get(`/api/v1/appeals/${number}`).expect(200);
      expect(body.secrecy).toBe('confidential');
      const { href } = body.messages[0].original;
      await hub.as('head').get(href).expect(403);
      await hub.as('head').act(number, 'identity', { reason: '核对原信' }).expect(200);
      await hub.as('head').get(href).expect(200);
    });
  });

  it('lets no route tell anybody the name, telephone, mail or home of whoever reported', async () => {
    const number = await assigned(await reported(), { unitId: 'supervision', handlerId: ids.get('officer') });
    const planted = ['陆文杰', '13812345678', '138 1234 5678', 'luwenjie', '88弄6号302室'];
    const told: string[] = [];
    for (const route of Object.keys(ROUTES).filter((one) => one.startsWith('GET /api/'))) {
      for (const [account] of STAFF) {
        const path = route.slice(4).replace(':number', number).replace(/:\w+/g, '1');
        // The stream of changes never ends, and carries numbers alone.
        if (/attachments|originals|original$|stream$/.test(path)) continue;
        const { text, headers } = await hub.as(account).get(path);
        const said = `${text} ${JSON.stringify(headers)}`;
        told.push(...planted.filter((one) => said.includes(one)).map((one) => `${account} ${route}: ${one}`));
      }
    }
    expect(told).toEqual([]);
  });
});
