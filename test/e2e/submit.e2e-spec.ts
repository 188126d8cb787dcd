import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WebDraftService } from '@hub/casework';
import { AppealQuery, FileStore } from '@hub/persistence';
import sharp from 'sharp';
import { Citizen } from '../support/citizen';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

const WHAT = {
  subject: '楼下饭店的风机夜里太吵',
  text: '每天晚上十点以后还在响。\n家里老人睡不好。',
  'from-y': '2026',
  'from-m': '9',
  hours: ['night', 'evening'],
  street: '长寿路街道',
  place: '梧桐里 3 号',
  site: '某某饭店',
};
const WHO = { secrecy: 'confidential', name: '陈女士', phone: '138 0000 0000' };

describeBothEngines('the form in steps', (open) => {
  let hub: Hub;
  let minutes = 0;
  const now = () => new Date(Date.parse('2026-11-24T02:00:00Z') + minutes * 60_000);

  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now });
  });
  afterAll(() => hub.close());

  const begun = async () => (await new Citizen(hub).get('/submit?kind=complaint')).send({});
  const atFiles = async () => (await (await begun()).send({ act: 'next' })).send({ ...WHAT, act: 'next' });
  const atCheck = async (who: object = WHO) =>
    (await (await atFiles()).upload([], { act: 'next' })).send({ ...(who as typeof WHO), act: 'next' });
  const registeredNumber = (citizen: Citizen) => citizen.page('.done .big').first().text();
  const wholeOf = async (number: string) => {
    const appeals = hub.app.get(AppealQuery);
    return appeals.whole(await appeals.byNumber(number));
  };

  it('sets no cookie before something is begun', async () => {
    const citizen = await new Citizen(hub).get('/submit');
    expect([citizen.answer.headers['set-cookie'], citizen.jar]).toEqual([undefined, '']);
    await citizen.send({});
    expect(citizen.jar).toMatch(/^yxt_draft=[\w-]{32}$/);
    expect(citizen.h1).toBe('您想反映哪一类事情？');
  });

  it('leads through all steps to number, code and three dates', async () => {
    const citizen = await atCheck();
    expect(citizen.h1).toBe('请核对一遍');
    expect(citizen.answers).toMatchObject({
      类型: '投诉',
      概括: WHAT.subject,
      开始时间: '2026年9月',
      时段: '傍晚到 22 点、22 点到清晨 6 点',
      地点: '长寿路街道，梧桐里 3 号',
      单位: '某某饭店',
      照片和文件: '没有填',
      方式: '保密',
      称呼: '陈女士',
    });
    await citizen.send({ act: 'send' });
    expect(citizen.h1).toBe('已收到您的来件');
    expect(citizen.page('.key .big').text()).toMatch(/^\w{4}(-\w{4}){3}$/);
    expect(
      citizen
        .page('.lamps .st')
        .map((_, one) => citizen.page(one).text())
        .get(),
    ).toEqual(['2026年12月1日（星期二）以前', '2026年12月8日（星期二）以前', '2026年12月22日（星期二）以前']);
    const { messages } = await wholeOf(registeredNumber(citizen));
    expect(messages[0]!.text).toContain('开始时间：2026年9月\n时段：傍晚到 22 点、22 点到清晨 6 点\n被反映的单位：某某饭店');
  });

  it('shows the codes once, and the numbers as often as the page is loaded again', async () => {
    const citizen = await (await atCheck()).send({ act: 'send' });
    const [number, code] = [registeredNumber(citizen), citizen.page('.key .big').text()];
    await citizen.get(citizen.path);
    expect([citizen.h1, registeredNumber(citizen)]).toEqual(['这一件已经收到，不用再交', number]);
    expect(citizen.answer.text).not.toContain(code);
    await citizen.post('/track', { number, code });
    expect(citizen.h1).toBe('已收到');
  });

  it('registers once, however often and at once the last button is pressed', async () => {
    const citizen = await atCheck();
    const { path } = citizen;
    const pressed = await Promise.all([1, 2, 3].map(() => citizen.in(hub).post(path, { act: 'send' })));
    const numbers = new Set(pressed.map(registeredNumber));
    expect(numbers.size).toBe(1);
    expect(pressed.filter(({ page }) => page('.key').length).length).toBe(1);
    await citizen.post(path, { act: 'send' });
    expect(numbers).toContain(registeredNumber(citizen));
  });

  it('names the faults of a step in three places and keeps what was typed', async () => {
    const citizen = await (await begun()).send({ act: 'next' });
    await citizen.send({ ...WHAT, subject: '', 'from-m': '12', street: '外滩街道', act: 'next' });
    expect(citizen.answer.status).toBe(422);
    expect(citizen.faults).toEqual(['#subject', '#from-y', '#street']);
    expect(citizen.page('title').text()).toMatch(/^有误：请说说这件事 - 一线通/);
    expect(citizen.page('#subject-e').text()).toBe('请更正：请用一句话概括');
    expect(citizen.page('.errors').attr('autofocus')).toBeDefined();
    expect([citizen.page('#text').val(), citizen.page('#h-night').prop('checked')]).toEqual([WHAT.text, true]);
    await citizen.get(citizen.path);
    expect(citizen.page('#text').val()).toBe(WHAT.text);
  });

  it('warns of a telephone number in the text, and takes it as it is where the citizen says so', async () => {
    const citizen = await (await begun()).send({ act: 'next' });
    await citizen.send({ ...WHAT, text: '店招上写着 138 0000 0000', act: 'next' });
    expect([citizen.answer.status, citizen.page('.errors').length, citizen.page('#hint').text()]).toEqual([
      200,
      0,
      '提醒您：文字里好像有手机号码',
    ]);
    await citizen.send({ act: 'keep' });
    expect(citizen.h1).toBe('有照片或文件吗？');
  });

  it('comes back to the answers after one of them was changed', async () => {
    const citizen = await atCheck();
    await citizen.get(citizen.page('a.act:contains("更改概括")').attr('href')!);
    await citizen.send({ subject: '换了一句', act: 'next' });
    expect([citizen.h1, citizen.answers['概括']]).toEqual(['请核对一遍', '换了一句']);
  });

  it('leads to the pages where something is missing, when somebody goes straight to the end', async () => {
    const citizen = await begun();
    await citizen.get(citizen.path.replace(/kind.*/, 'check'));
    await citizen.send({ act: 'send' });
    expect([citizen.answer.status, citizen.faults[0]]).toEqual([422, expect.stringMatching(/\/what\?then=check#subject$/)]);
  });

  it('takes photos without their hidden data and papers by their content, and names what it does not take', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#654' } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'LuWenjie' } })
      .toBuffer();
    const citizen = await atFiles();
    await citizen.upload(
      [
        { name: '后墙 风机.png', bytes: photo },
        { name: '约定.pdf', bytes: Buffer.from('%PDF-1.4 hello') },
        { name: '现场.zip', bytes: Buffer.from('504b030414000000', 'hex') },
        { name: '../../夜.jpg', bytes: Buffer.from('<script>') },
      ],
      { act: 'add' },
    );
    expect(citizen.answer.status).toBe(422);
    expect(citizen.page('.errors li').text()).toContain('“现场.zip”没有收下：压缩包打不开看');
    expect(citizen.page('.errors li').text()).toContain('“夜.jpg”没有收下：这种文件打不开看');
    expect(citizen.page('.list b').text()).toBe('后墙 风机.jpg约定.pdf');
    await citizen.upload([], { remove: String(citizen.page('[name=remove]').last().val()) });
    expect(citizen.page('.list b').text()).toBe('后墙 风机.jpg');
    await citizen.upload([], { act: 'next' });
    await (await citizen.send({ ...WHO, act: 'next' })).send({ act: 'send' });
    const { attachments } = await wholeOf(registeredNumber(citizen));
    expect(attachments).toMatchObject([{ name: '后墙 风机.jpg', mediaType: 'image/jpeg' }]);
    const kept = await hub.app.get(FileStore).load(attachments[0]!.fileHash);
    expect([kept.length, kept.includes('LuWenjie')]).toEqual([attachments[0]!.size, false]);
  });

  it('takes no more files than it says', async () => {
    const citizen = await atFiles();
    const pdf = (at: number) => ({ name: `${at}.pdf`, bytes: Buffer.from(`%PDF-1.4 ${at}`) });
    await citizen.upload([1, 2, 3, 4, 5].map(pdf), { act: 'add' });
    await citizen.upload([6, 7, 8, 9].map(pdf), { act: 'add' });
    expect(citizen.page('h2').first().text()).toContain('1 处');
    expect([citizen.page('.list > li').length, citizen.page('.errors').text()]).toEqual([
      8,
      expect.stringContaining('“9.pdf”没有收下：最多附 8 个文件'),
    ]);
  });

  it('asks for whom somebody speaks, and for the guardian of a child', async () => {
    const citizen = await (await atFiles()).upload([], { act: 'next' });
    await citizen.send({ ...WHO, agent: 'yes', act: 'next' });
    expect(citizen.faults).toEqual(['#whom']);
    await citizen.send({ ...WHO, agent: 'minor', act: 'next' });
    expect(citizen.faults).toEqual(['#guardian', '#guardianPhone', '#agreed']);
    await citizen.send({ ...WHO, agent: 'minor', guardian: '陈先生', guardianPhone: '13900000000', agreed: 'yes', act: 'next' });
    await citizen.send({ act: 'send' });
    const { party, messages } = await wholeOf(registeredNumber(citizen));
    expect(party.representatives).toEqual([{ name: '陈先生', phone: '13900000000', as: '监护人' }]);
    expect(messages[0]!.remarks).toContain('反映人不满 14 周岁，先与监护人联系');
    expect(JSON.stringify(messages[0]!.remarks)).not.toContain('陈先生');
  });

  it('asks apart whether name and telephone may go to another department, and keeps it for the named only', async () => {
    const remarks = async (who: object) => {
      const citizen = await (await atCheck(who)).send({ act: 'send' });
      return (await wholeOf(registeredNumber(citizen))).messages[0]!.remarks;
    };
    expect(await remarks({ ...WHO, secrecy: 'named', share: 'yes' })).toContain('转别的部门时，同意一起转姓名和电话');
    expect(await remarks({ ...WHO, share: 'yes' })).toContain('转别的部门时，不同意转姓名和电话');
    expect(await remarks({ ...WHO, secrecy: 'anonymous', share: 'yes' })).toEqual([]);
  });

  it('keeps nothing of the contact where 匿名 was chosen last', async () => {
    const citizen = await (await atCheck({ ...WHO, secrecy: 'anonymous' })).send({ act: 'send' });
    const { party } = await wholeOf(registeredNumber(citizen));
    expect([party.name, party.phone]).toEqual(['', '']);
  });

  it('goes on with the same contact for the next one', async () => {
    const citizen = await (await atCheck()).send({ act: 'more' });
    expect(citizen.page('.key').length).toBe(1);
    await citizen.get(citizen.page('a.btn:contains("接着写下一件")').attr('href')!);
    await citizen.get(citizen.path.replace(/kind.*/, 'contact'));
    expect([citizen.page('#name').val(), citizen.page('#phone').val()]).toEqual([WHO.name, WHO.phone]);
  });

  it('does not write over what another window has changed, unless it is asked twice', async () => {
    const citizen = await (await begun()).send({ act: 'next' });
    const old = String(citizen.page('[name=seen]').val());
    const { path } = citizen;
    await citizen.post(path, { ...WHAT, seen: old, act: 'next' });
    await citizen.post(path, { ...WHAT, subject: '另一个窗口', seen: old, act: 'next' });
    expect([citizen.answer.status, citizen.page('#conflict').length, citizen.page('#subject').val()]).toEqual([
      409,
      1,
      '另一个窗口',
    ]);
    await citizen.send({ act: 'next' });
    await citizen.get(path);
    expect(citizen.page('#subject').val()).toBe('另一个窗口');
  });

  it('lets two windows write two things side by side', async () => {
    const citizen = await begun();
    const first = citizen.path;
    await (await citizen.get('/submit')).send({});
    expect(citizen.path).not.toBe(first);
    await citizen.get('/submit');
    expect(citizen.page('section[aria-labelledby=unfinished] li').length).toBe(2);
  });

  it('parts what holds two things by its sentences, and hands both in at once under numbers of their own', async () => {
    const citizen = await (await begun()).send({ act: 'next' });
    await citizen.send({ ...WHAT, text: '楼下油烟太大。河边有人倒垃圾。请来看看。', act: 'next' });
    await (
      await citizen.upload([{ name: '1.pdf', bytes: Buffer.from('%PDF-1.4 two') }], { act: 'next' })
    ).send({ ...WHO, act: 'next' });
    await citizen.get(citizen.page('a:contains("分开写")').attr('href')!);
    await citizen.send({ leaves: ['1'], act: 'part' });
    expect([citizen.h1, citizen.page('#text').val(), citizen.page('#street').val()]).toEqual([
      '第 2 件：请说说这件事',
      '河边有人倒垃圾。',
      WHAT.street,
    ]);
    await citizen.send({ subject: '河边垃圾', place: '苏州河边', act: 'next' });
    await citizen.get(citizen.page('a.act:contains("更改第 2 件的照片和文件")').attr('href')!);
    const file = String(citizen.page('select').attr('name'));
    await citizen.upload([], { [file]: '2', act: 'next' });
    await citizen.send({ act: 'send' });
    const numbers = citizen
      .page('.done .big')
      .map((_, one) => citizen.page(one).text())
      .get();
    expect([new Set(numbers).size, citizen.page('.key > .big').length]).toEqual([2, 2]);
    const [first, second] = await Promise.all(numbers.map(wholeOf));
    expect([first!.messages[0]!.text.split('\n')[0], second!.messages[0]!.text]).toEqual([
      '楼下油烟太大。请来看看。',
      '河边有人倒垃圾。',
    ]);
    expect([first!.party.phone, second!.party.phone]).toEqual([WHO.phone, WHO.phone]);
    expect([first!.attachments.length, second!.attachments.length]).toEqual([0, 1]);
  });

  it('takes one of two things out again', async () => {
    const citizen = await atCheck();
    await citizen.get(citizen.page('a:contains("分开写")').attr('href')!);
    await citizen.send({ act: 'part' });
    await citizen.get(citizen.path.replace(/what.*/, 'check'));
    await citizen.post(citizen.path.replace('check', 'split?n=2'), { act: 'remove' });
    expect([citizen.h1, citizen.page('h2').first().text()]).toEqual(['请核对一遍', '事情']);
  });

  it('says whom else it may belong to, and takes it all the same', async () => {
    const citizen = await (await begun()).send({ act: 'next' });
    await citizen.send({ ...WHAT, subject: '广场舞', text: '每晚广场舞音响太吵，跳舞的人很多。', act: 'next' });
    await (await citizen.upload([], { act: 'next' })).send({ ...WHO, act: 'next' });
    expect(citizen.page('section[aria-labelledby=others]').text()).toMatch(/可能归公安分局管.*110/);
    await citizen.send({ act: 'send' });
    expect(citizen.h1).toBe('已收到您的来件');
  });

  it('makes a picture of number and code for whoever has both, and for nobody else', async () => {
    const citizen = await (await atCheck()).send({ act: 'send' });
    const form = citizen.page('form[action="/submit/picture"]');
    const [number, code] = [form.find('[name=number]').val(), form.find('[name=code]').val()];
    await citizen.post('/submit/picture', { number, code });
    const { headers, body } = citizen.answer;
    expect(headers['content-disposition']).toContain(`${number as string}.png`);
    expect((await sharp(body as Buffer).metadata()).format).toBe('png');
    await citizen.post('/submit/picture', { number, code: 'AAAA-BBBB-CCCC-DDDD' });
    expect(citizen.answer.status).toBe(404);
  });

  it('belongs to one browser: the address alone opens nothing', async () => {
    const citizen = await atCheck();
    const stranger = await new Citizen(hub).get(citizen.path);
    expect([stranger.h1, stranger.page('#gone').length]).toEqual(['反映之前，请看一看', 1]);
  });

  it('bears a hub that was started anew', async () => {
    const citizen = await atCheck();
    await hub.close();
    hub = await Hub.open(hub.settings.databaseUrl, { now });
    expect((await citizen.in(hub).get(citizen.path)).h1).toBe('请核对一遍');
  });

  it('lives as long as the page says from the last step on, and goes with its files; a page sent too late begins anew', async () => {
    const citizen = await atFiles();
    await citizen.upload([{ name: '1.pdf', bytes: Buffer.from('%PDF-1.4') }], { act: 'add' });
    const drafts = join(hub.settings.dataDir, 'drafts');
    const key = citizen.path.split('/')[2]!;
    minutes += hub.settings.office.web.draftMinutes - 1;
    await hub.app.get(WebDraftService).sweep();
    expect(await readdir(drafts)).toContain(key);
    await citizen.get(citizen.path);
    expect(citizen.h1).toBe('有照片或文件吗？');
    minutes += 2;
    await hub.app.get(WebDraftService).sweep();
    expect(await readdir(drafts)).not.toContain(key);
    await citizen.post(`/submit/${key}/what`, { ...WHAT, act: 'next' });
    await citizen.get(citizen.path.replace(/\/[a-z]+(?:\?.*)?$/, '/what'));
    expect([citizen.page('#subject').val(), citizen.path.includes(key)]).toEqual([WHAT.subject, false]);
  });

  it('leaves nothing of the draft when it is handed in', async () => {
    const citizen = await atFiles();
    await citizen.upload([{ name: '1.pdf', bytes: Buffer.from('%PDF-1.4 x') }], { act: 'next' });
    await (await citizen.send({ ...WHO, act: 'next' })).send({ act: 'send' });
    expect(await readdir(join(hub.settings.dataDir, 'drafts'))).not.toContain(citizen.path.split('/')[2]);
    await citizen.get(citizen.path.replace('done', 'what'));
    expect(citizen.h1).toBe('这一件已经收到，不用再交');
  });

  it('refuses what fills the field that people do not see', async () => {
    const citizen = await (await atCheck()).send({ act: 'send', website: 'x' });
    expect([citizen.answer.status, citizen.faults]).toEqual([422, ['#send']]);
  });
});
