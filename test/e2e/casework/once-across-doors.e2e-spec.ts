import { load } from 'cheerio';
import request from 'supertest';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

interface Shown {
  readonly number: string;
  readonly related: readonly { number: string; reason: string; matter: string | null }[];
}

const WORDS =
  '梅岭北路的那家洗车店，每天早上六点不到就开始用高压水枪冲车，水声和空压机的声音楼上听得清清楚楚，' +
  '污水直接流到人行道的雨水口里。我们跟老板讲过三趟，他讲有执照的，叫我们去告。家里有刚出生的小囡，实在吃不消。';

describeBothEngines('the same citizen at several doors', (open) => {
  let hub: Hub;
  let entered = 0;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('leader', 'leader');
  });
  afterAll(() => hub.close());

  const byMail = async (text: string, subject = '洗车店扰民'): Promise<string> => {
    const [taken] = await hub.intake.accept([mailMessage(aMail({ subject, text }))]);
    return taken!.number!;
  };
  const atDesk = async (about: Record<string, unknown>): Promise<string> => {
    const entry = {
      source: '来信',
      kind: 'complaint',
      subject: `来信 ${(entered += 1)}`,
      text: '见来信。',
      secrecy: 'named',
      ...about,
    };
    const { body } = await hub.as('office').post('/api/v1/appeals', entry).expect(201);
    return (body as { number: string }).number;
  };
  const related = async (number: string, account = 'office') =>
    ((await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body as Shown).related;

  it('is told with the reason: the same words, most of the words, the same telephone', async () => {
    const mail = await byMail(`您好！\n${WORDS}\n此致\n敬礼`);
    const copy = await atDesk({ text: WORDS, phone: '13800000001' });
    const half = await atDesk({ text: `打过电话没有回音。${WORDS.slice(0, 70)}请派人来看。`, phone: '138-0000-0001' });
    const other = await atDesk({ text: '咨询开面包房要办什么环保手续，烤箱用电，不用明火。', kind: 'inquiry' });

    const found = await related(copy);
    expect(found.map(({ number }) => number)).toEqual(expect.arrayContaining([mail, half]));
    expect(found.find(({ number }) => number === mail)!.reason).toMatch(/^文字有.成相同/);
    expect(found.find(({ number }) => number === half)!.reason).toMatch(/^文字有.成相同，同一电话/);
    expect(await related(other)).toEqual([]);

    const again = await byMail(WORDS, '再次反映');
    expect((await related(again)).find(({ number }) => number === copy)!.reason).toMatch(/^文字相同/);
  });

  it('becomes one matter when a person says so, each appeal with its own number', async () => {
    const text = '真北路天桥下夜市的烧烤摊，烟从八点冒到十二点，衣服不敢晒，窗也不敢开。';
    const one = await atDesk({ text, phone: '62541111' });
    const again = await byMail(`${text}！`);
    const { body } = await hub
      .as('office')
      .post('/api/v1/matters', { appeals: [one, again] })
      .expect(201);
    const third = await atDesk({ text, phone: '62541111' });
    const found = await related(third);
    expect(found.map(({ number, matter }) => [number, matter])).toEqual(
      expect.arrayContaining([one, again].map((number) => [number, (body as { number: string }).number])),
    );
    expect(await related(one)).toEqual([expect.objectContaining({ number: third })]);
  });

  it('says nothing of a telephone where one of them asked for confidence', async () => {
    const named = await atDesk({ text: '曹杨八村花坛里的垃圾一个月没人清理。', phone: '13800000002' });
    const secret = await atDesk({
      text: '举报某电镀作坊夜里偷排，地点在真南路。',
      phone: '13800000002',
      secrecy: 'confidential',
    });
    const third = await atDesk({ text: '请问社区医院旁的空调外机归谁管？', phone: '13800000002' });
    expect((await related(named)).map(({ number, reason }) => [number, reason])).toEqual([[third, '同一电话']]);
    expect(await related(secret)).toEqual([]);
  });

  it('does not show an appeal to whoever may not know of it, however much it says the same', async () => {
    const text = '宁夏路某印刷厂三楼窗口常年排出油墨味，附近幼儿园的小朋友经常头晕，请暗访。';
    const open = await atDesk({ text });
    const secret = await atDesk({ text, secrecy: 'confidential' });
    expect((await related(open)).map(({ number }) => number)).toContain(secret);
    expect((await related(open, 'leader')).map(({ number }) => number)).not.toContain(secret);
  });

  it('is found from the web form too', async () => {
    const text = '怀庆路菜场后门的冷库压缩机日夜不停，墙壁跟着震，老人血压都高了，请来测一测。';
    const desk = await atDesk({ text });
    const server = hub.app.getHttpServer();
    const page = load((await request(server).get('/submit').expect(200)).text);
    const form = {
      receipt: String(page('[name=receipt]').val()),
      kind: 'complaint',
      subject: '冷库噪声',
      text,
      secrecy: 'anonymous',
      street: '长寿路街道',
      place: '怀庆路菜场后门',
    };
    await request(server).post('/submit').type('form').send(form).expect(200);
    expect(await related(desk)).toEqual([expect.objectContaining({ reason: expect.stringMatching(/^文字相同/) as string })]);
  });
});
