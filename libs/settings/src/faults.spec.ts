import { loadSettings, SettingsFaults } from './index';
import { OfficeFixture } from './office-fixture';

let office: OfficeFixture;
beforeEach(() => void (office = new OfficeFixture()));
afterEach(() => office.remove());

describe('faulty settings', () => {
  it('are told all at once, with file, key and what would work', () => {
    office.edit('hub.yaml', 'port: 3000', 'port: abc');
    office.edit('hub.yaml', /^session:.*$/m, '');
    office.edit('deadlines.yaml', 'count: calendar', 'count: weekly');
    office.edit('routing.yaml', 'department: water', 'department: waterr');
    office.edit('letters/reply.txt', '{{number}}', '{{nummer}}');
    expect(office.faults({ HUB_SECRET_KEY: 'short', HUB_ROLES: 'all' })).toEqual([
      'hub.yaml server.port: “abc”不是 1 到 65535 的整数。',
      'hub.yaml session: 没有写，请写一组设置。',
      expect.stringMatching(
        /^routing\.yaml rules\[下水和河道保洁\]\.department: 外单位里没有“waterr”。units\.yaml 里有：urban-management、/,
      ),
      'deadlines.yaml count: “weekly”不是 calendar、working 中的一个。',
      expect.stringMatching(/^reply\.txt \{\{nummer\}\}: 没有这样的栏目/),
      '环境变量 HUB_ROLES: “all”不是 api、portal、worker 中的一个或几个（用逗号隔开）。',
      expect.stringMatching(/^环境变量 HUB_SECRET_KEY: 太短/),
    ]);
  });

  it('make one message, a line for each', () => {
    const load = () =>
      loadSettings({
        configDir: 'config',
        env: { HUB_DATA_DIR: office.dataDir, HUB_PORT: 'abc', HUB_CHANNELS_FILE: 'samples/channels.yaml' },
      });
    expect(load).toThrow(SettingsFaults);
    expect(load).toThrow(
      '环境变量  HUB_PORT  “abc”不是 1 到 65535 的整数。\n' +
        'samples/channels.yaml  channels[demo-dongfang].profile.listUrl  要用环境变量 DEMO_SITE_URL，但没有设。请在启动前设好 DEMO_SITE_URL。',
    );
  });

  it.each<[string, string, string | RegExp, string, RegExp]>([
    ['an unknown key', 'hub.yaml', '  hours:', '  openingHours:', /bureau\.openingHours: 没有这一项设置.*documentPrefix/],
    [
      'an unknown key of a channel',
      'channels.yaml',
      'everySeconds: 30',
      'everySecond: 30',
      /channels\[mail-drop\]\.everySecond: 没有这一项/,
    ],
    ['an unknown column', 'channels.yaml', 'receivedAt:', 'date:', /channels\[discipline-hotline\]\.columns\.date: 没有这一项/],
    ['an unknown type of channel', 'channels.yaml', 'type: mail-folder', 'type: fax', /channels\[mail-drop\]\.type: “fax”不是/],
    [
      'one name for two channels',
      'channels.yaml',
      'name: report-line',
      'name: mail-drop',
      /channels\[mail-drop\]: name“mail-drop”写了两次/,
    ],
    [
      'a number where a text is wanted',
      'hub.yaml',
      'phone: 021-0000 1240',
      'phone: 12369',
      /bureau\.phone: “12369”不是一行文字.*引号/,
    ],
    ['a key left empty', 'hub.yaml', 'documentPrefix: 普环', 'documentPrefix:', /bureau\.documentPrefix: 没有写/],
    ['smtp without its server', 'hub.yaml', 'delivery: folder', 'delivery: smtp', /mail\.smtp: delivery 写了 smtp/],
    [
      'smtp with password and token',
      'hub.yaml',
      'delivery: folder',
      'delivery: smtp\n  smtp: { host: h.example, port: 465, secure: true, user: u, password: p, tokenFile: t }',
      /mail\.smtp\.tokenFile: password 和 tokenFile 只能写一个/,
    ],
    ['an address with a plus', 'hub.yaml', 'replyTo: yixiantong@', 'replyTo: yixian+tong@', /mail\.replyTo: .*加号/],
    [
      'a bounce address with a plus',
      'hub.yaml',
      '# bounceAddress: tuixin@',
      'bounceAddress: tui+xin@',
      /mail\.bounceAddress: .*加号/,
    ],
    [
      'a pace that stands still',
      'hub.yaml',
      'domain: qq.com, perMinute: 30',
      'domain: qq.com, perMinute: 0',
      /mail\.pace\.domains\[.*perMinute: “0”不是 1 到 6000/,
    ],
    ['two paces for one domain', 'hub.yaml', 'domain: 163.com', 'domain: qq.com', /mail\.pace\.domains\[qq\.com\]: .*写了两次/],
    ['one id for two units', 'units.yaml', 'id: monitoring', 'id: office', /units\[office\]: id“office”写了两次/],
    ['a rule for nobody', 'routing.yaml', '    unit: office\n', '', /rules\[工作作风\]: 没有写派给谁/],
    [
      'a rule for two',
      'routing.yaml',
      '    unit: office\n',
      '    unit: office\n    department: water\n',
      /rules\[工作作风\]: unit 和 department 只能写一个/,
    ],
    ['a rule that hides the next', 'routing.yaml', / {4}words: \[态度恶劣.*\n/, '', /rules\[工作作风\]: 一个条件也没有/],
    [
      'a transfer without a person',
      'routing.yaml',
      'department: water\n',
      'department: water\n    auto: true\n',
      /rules\[下水和河道保洁\]\.auto: 转外单位/,
    ],
    [
      'a kind that is none',
      'routing.yaml',
      'kinds: [comment]',
      'kinds: [comments]',
      /rules\[评论和感谢\]\.kinds: “comments”不是这些里的/,
    ],
    ['grades out of order', 'deadlines.yaml', 'severe: 15', 'severe: 4', /warning.severe: 严重超期的天数要大于/],
    [
      'a step that nothing can waive',
      'deadlines.yaml',
      'contact: [匿名, 无联系方式, 反映人要求不联系]',
      'contact: []',
      /waiverReasons.contact/,
    ],
    ['a promise out of order', 'deadlines.yaml', 'siteDays: 14', 'siteDays: 5', /siteDays: 现场的天数不能少于/],
    ['more days than the law gives', 'deadlines.yaml', 'informDays: 15', 'informDays: 30', /informDays: “30”不是 1 到 15/],
    [
      'a day that is none',
      'calendar.yaml',
      'holidays: []',
      "holidays: ['2027-02-30']",
      /holidays: “2027-02-30”不是若干个真有的日子/,
    ],
    [
      'a subject with what somebody wrote',
      'letters/question.txt',
      'Subject: ',
      'Subject: {{ place }}',
      /question\.txt \{\{place\}\}: 邮件标题会显示在锁屏/,
    ],
    [
      'a reminder that names the bureau',
      'letters/discreet.txt',
      '您好：',
      '您好，上海市普陀区环境保护局告知：',
      /discreet\.txt 上海市普陀区环境保护局: 保密来件的通知不能让旁人看出/,
    ],
    ['a letter without a subject', 'letters/question.txt', 'Subject:', 'Title:', /question\.txt : 格式不对/],
    [
      'a letter that hides the query code',
      'letters/acknowledgement.txt',
      '{{queryCode}}',
      '',
      /\{\{queryCode\}\}: 信里少了这一栏/,
    ],
    ['a tab before a key', 'hub.yaml', '  port:', '\tport:', /hub\.yaml 第 \d+ 行: 行首用了 Tab/],
    [
      'a key written twice',
      'hub.yaml',
      'dataDir: var',
      'dataDir: var\ndataDir: other',
      /hub\.yaml 第 \d+ 行: 同一个名字写了两次/,
    ],
    [
      'half a variable',
      'hub.yaml',
      'documentPrefix: 普环',
      'documentPrefix: "${PREFIX"',
      /bureau\.documentPrefix: “\$\{PREFIX”写法不对/,
    ],
  ])('%s', (_, file, from, to, fault) => {
    office.edit(file, from, to);
    expect(office.faults()).toContainEqual(expect.stringMatching(fault));
  });

  it('name a file that is missing, or saved in another encoding', () => {
    office.write('calendar.yaml', Buffer.from('hoildays: [] # \xb7\xc5\xbc\xd9', 'latin1'));
    expect(office.faults({ HUB_CHANNELS_FILE: 'samples/none.yaml' })).toEqual([
      'none.yaml : 没有这个文件，请从安装包里补上。',
      expect.stringMatching(/^calendar\.yaml : 不是 UTF-8 编码/),
    ]);
  });

  it('never repeat what may be a password', () => {
    office.edit(
      'hub.yaml',
      'delivery: folder',
      'delivery: smtp\n  smtp: { host: h.example, port: 465, secure: true, user: u, password: 7788991 }',
    );
    const told = office.faults({ HUB_DATABASE_URL: 'mysql:/user:hunter2@db' }).join('\n');
    expect(told).toMatch(/HUB_DATABASE_URL[^]*mail\.smtp\.password|mail\.smtp\.password[^]*HUB_DATABASE_URL/);
    expect(told).not.toMatch(/7788991|hunter2/);
  });
});

it('a reply template with a name that nobody knows, or an id that is taken, is told', () => {
  office.edit('templates.yaml', '{{现场人员}}', '{{姓名}}');
  office.edit('templates.yaml', 'id: site-within-limits', 'id: site-mended');
  expect(office.faults()).toEqual([
    expect.stringMatching(/^templates\.yaml templates\[site-mended\]: id“site-mended”写了两次/),
    expect.stringMatching(/^templates\.yaml templates\[.*\]\.text: 没有\{\{姓名\}\}这样的栏目。可以用：编号、/),
  ]);
});
