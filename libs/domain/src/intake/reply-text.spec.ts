import fc from 'fast-check';
import { ownWords, splitReply } from './reply-text';

const WORDS = '路灯还是不亮，请再派人看看。\n\n谢谢！';
const QUOTE = '您好！您反映的路灯已经修复。\n此致\n敬礼';
const marked = (sign: string) => QUOTE.split('\n').map((line) => `${sign}${line}`).join('\n'); // prettier-ignore
const under = (...below: string[]) => `${WORDS}\n\n${below.join('\n')}`;
const SPACE = '\u00a0';

describe('what a citizen writes himself is told from what he quotes', () => {
  it.each([
    ['QQ 邮箱', under(`------------------${SPACE}原始邮件${SPACE}------------------`, '发件人: "局长信箱"<jz@example.cn>;', '发送时间: 2026年11月20日(星期五) 下午3:05', '收件人: "李"<li@example.com>;', '主题: 路灯', '', QUOTE)],
    ['QQ 邮箱手机版', under('发自我的iPhone', '', '', '---原始邮件---', '发件人: "局长信箱"<jz@example.cn>', QUOTE)],
    ['QQ 邮箱新版', under('', '         原始邮件', '         ', '发件人：局长信箱 <jz@example.cn>', '发件时间：2026年11月20日 15:05', '收件人：李 <li@example.com>', '主题：Re: 路灯', '', QUOTE)],
    ['腾讯企业邮', under('------------------ Original ------------------', 'From:  "局长信箱"<jz@example.cn>;', 'Date:  Fri, Nov 20, 2026 03:05 PM', QUOTE)],
    ['163 网页', under('', 'At 2026-11-20 15:05:12, "局长信箱" <jz@example.cn> wrote:', '', marked('>'))],
    ['163 网页，不带大于号', under('', '在 2026-11-20 15:05:12，"局长信箱" <jz@example.cn> 写道：', QUOTE)],
    ['网易邮箱大师', under('| |', '李女士', '|', '|', 'li@163.example', '|', '签名由网易邮箱大师定制', '在2026年11月20日 15:05，局长信箱<jz@example.cn> 写道：', QUOTE)],
    ['网易邮箱大师新版', under('| |', '李女士', '|', '|', '邮箱：li@163.example', '|', '---- 回复的原邮件 ----', '| 发件人 | 局长信箱<jz@example.cn> |', '| 日期 | 2026年11月20日 15:05 |', '| 收件人 | li@163.example |', QUOTE)],
    ['一行里的网易抬头', under(' ---- 回复的原邮件 ---- 发件人 局长信箱<jz@example.cn> 发送日期 2026年11月20日 15:05 主题 路灯', QUOTE)],
    ['Outlook 中文', under('从 Windows 版邮件发送', '', '发件人: 局长信箱', '发送时间: 2026年11月20日 15:05', '收件人: 李女士', '主题: 路灯', '', QUOTE)],
    ['Outlook 英文', under('________________________________', 'From: 局长信箱 <jz@example.cn>', 'Sent: Friday, November 20, 2026 3:05 PM', 'To: Li <li@example.com>', 'Subject: 路灯', '', QUOTE)],
    ['Outlook 手机版', under('获取适用于 Android 的 Outlook<https://aka.ms/ghei36>', '________________________________', '发件人: 局长信箱 <jz@example.cn>', '发送时间: Friday, November 20, 2026', '收件人: 李', '主题: 路灯', QUOTE)],
    ['苹果邮件', under('发自我的 iPhone', '', '> 在 2026年11月20日，下午3:05，局长信箱 <jz@example.cn> 写道：', '> ', marked('> '))],
    ['苹果邮件，抬头分两行', under('在 2026年11月20日，15:05，局长信箱', '<jz@example.cn> 写道：', '', QUOTE)],
    ['Foxmail', under('', '李女士', 'li@foxmail.example', ' ', '发件人： 局长信箱', '发送时间： 2026-11-20 15:05', '收件人： li@foxmail.example', '抄送： 某某', '主题： 回复：路灯', QUOTE)],
    ['Foxmail 签名', under('', '--------------------------------', '李女士', '电话：021-55550000', '', '发件人： 局长信箱', '发送时间： 2026-11-20', '收件人： 李', QUOTE)],
    ['阿里邮箱', under('------------------------------------------------------------------', '发件人：局长信箱 <jz@example.cn>', '日　期：2026年11月20日 15:05:12', '收件人：李女士', '主　题：路灯', '', QUOTE)],
    ['钉钉邮箱', under('来自钉钉专属商务邮箱------------------------------------------------------------------', '发件人：局长信箱', '日　期：2026年11月20日', '收件人：李女士', QUOTE)],
    ['Gmail 中文', under('局长信箱 <jz@example.cn> 于2026年11月20日周五 15:05写道：', '', marked('> '))],
    ['Gmail 中文，抬头分两行', under('局长信箱 <jz@example.cn> 于 2026年11月20日周五', '下午3:05写道：', '', marked('> '))],
    ['Gmail 英文', under('On Fri, Nov 20, 2026 at 3:05 PM 局长信箱 <', 'jz@example.cn> wrote:', '', marked('> '))],
    ['新浪', under('----- 原始邮件 -----', '发件人：局长信箱 <jz@example.cn>', '收件人：li@example.com', QUOTE)],
    ['139', under('----邮件原文----', '发件人："局长信箱" <jz@example.cn>', '抄 送: (无)', QUOTE)],
    ['263、Coremail', under('-----原始邮件-----', '发件人:"局长信箱" <jz@example.cn>', '发送时间:2026-11-20 15:05:12 (星期五)', QUOTE)],
    ['Thunderbird', under('在 2026/11/20 15:05, 局长信箱 写道:', marked('> '))],
    ['小米邮箱', under('发自我的小米手机', '在 局长信箱 <jz@example.cn>，2026年11月20日 下午3:05写道：', '', QUOTE)],
    ['华为邮箱', under('发自我的华为手机', '', '-------- 原始邮件 --------', '发件人：局长信箱 <jz@example.cn>', '日期：2026年11月20日周五 15:05', QUOTE)],
    ['外国抬头的中文引用', under('在 Fri, 20 Nov 2026 15:05:12 +0800，局长信箱 <jz@example.cn> 写道：', QUOTE)],
    ['留着实体的 QQ 抬头', under('------------------&nbsp;原始邮件&nbsp;------------------', QUOTE)],
    ['飞书', under('局长信箱<jz@example.cn>在2026年11月20日 周五 15:05写道：', QUOTE)],
  ])('%s', (_program, text) => {
    const { own, quoted } = splitReply(text);
    expect(own).toBe(WORDS);
    expect(quoted).toContain('路灯已经修复');
    expect(ownWords(text)).not.toContain('路灯已经修复');
  }); // prettier-ignore
});

describe('a signature', () => {
  it.each([
    ['发自我的 iPhone'], ['发自我的华为手机'], ['发自vivo手机'], ['从我的iPhone发送'], ['来自我的 HUAWEI Mate 60'], ['发送自 Windows 10 版邮件应用'],
    ['Sent from my iPhone'], ['Sent from Outlook for Android'], ['-- \n李女士\n021-55550000'], ['祝好\n李'], ['Best regards,\nLi'],
    ['取得 Android 版 Outlook<https://aka.ms/AAb9ysg>'], ['从 Windows 版邮件<https://go.microsoft.com/fwlink/?LinkId=550986>发送'],
    ['发送自 [Outlook](http://aka.ms/weboutlook)'], ['Sent with [ProtonMail](https://protonmail.com) Secure Email.'], ['签名由 网易邮箱大师 定制'],
  ])('such as “%s” is taken off', (signature) => {
    expect(splitReply(under(signature))).toEqual({ own: WORDS, signature, quoted: '' });
  }); // prettier-ignore

  it.each([
    ['从手机上看不到处理结果'], ['使用手机拍的照片见附件'], ['发自内心感谢你们'], ['此致\n敬礼\n\n李女士 021-55550000'], ['谢谢'],
    ['-- 一是噪声\n-- 二是油烟'], ['--\n补充：夜里更吵。\n周末也一样。'], ['祝好\n另外，照片下次再寄来。'],
  ])('is not “%s”, which stays with the words', (line) => {
    expect(splitReply(under(line))).toMatchObject({ own: under(line), signature: '' });
  }); // prettier-ignore
});

describe('a letter', () => {
  it.each([
    ['只有引用', `发件人: a\n发送时间: b\n收件人: c\n主题: d\n\n${QUOTE}`],
    ['只有大于号', marked('> ')],
    ['只有大于号和手机签名', `${marked('> ')}\n\n发自我的 iPhone`],
    ['只有手机签名', '发自我的 iPhone'],
    ['只有签名和引用', `发自我的iPhone\n\n---原始邮件---\n${QUOTE}`],
  ])('that has nothing of its own (%s) is shown whole', (_what, text) => {
    expect(splitReply(text)).toEqual({ own: text, signature: '', quoted: '' });
  });

  it('that answers point by point keeps the points it answers', () => {
    const text = '在 2026年11月20日 15:05，局长信箱 写道：\n> 灯杆在哪里？\n\n弄口。\n\n> 哪天坏的？\n\n上周。';
    expect(splitReply(text).own).toBe(text);
    expect(ownWords(text)).toBe('弄口。\n\n\n上周。');
  });

  it('that is written below what it quotes shows the new words', () => {
    expect(splitReply(`在 2026年11月20日 15:05，局长信箱 写道：\n${marked('> ')}\n\n${WORDS}`).own).toBe(WORDS);
  });

  it.each([
    ['物业的人说过几次，最后写道：\n“以后再说。”'],
    ['2026年11月3日，我写信反映过：\n没有回音。'],
    ['我们几户的意见如下：\n----------\n一、噪声；\n二、油烟。\n----------\n请答复。'],
    ['来信人：李女士\n时间：2026年11月20日\n地点：曹杨路\n内容：路灯不亮'],
    ['电子邮箱 li@example.com，请回信：\n路灯不亮'],
    ['时间：11月20日22:30\n地点：曹杨路100弄\n投诉对象：某烧烤店'],
  ])('that only looks like a quote is left whole: %s', (text) => {
    expect(splitReply(text)).toMatchObject({ own: text, quoted: '', signature: '' });
    expect(ownWords(text)).toBe(text);
  });

  it('that forwards another is judged by both', () => {
    const text = `请看下面这封信。\n\n---------- 转发的邮件 ----------\n发件人：李女士\n\n举报某厂排污`;
    expect(ownWords(text)).toContain('举报某厂排污');
  });

  it('loses no sign, however it is put together', () => {
    const line = fc.constantFrom(
      ...['路灯不亮。', '', '> 引用', '>', '----------', '--', '发自我的 iPhone', '祝好', '李女士', '021-55550000', '| |', '|'],
      ...[
        '---原始邮件---',
        '发件人: a',
        '发送时间: b',
        '主题: c',
        '在 2026年11月20日 15:05，局长信箱 写道：',
        '____',
        'words',
        '-Li',
      ],
    );
    const signs = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        const { own, signature, quoted } = splitReply(text);
        expect(signs(own + signature + quoted)).toBe(signs(text));
        expect(own.trim() === '' && text.trim() !== '').toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

it.each([
  ['signs of quotes', '>'.repeat(1_000_000)], ['quoted lines', '>\n'.repeat(500_000)], ['spaces', ' '.repeat(1_000_000)],
  ['empty lines', ' \n'.repeat(500_000)], ['Re:', 'Re: '.repeat(250_000)], ['From:', 'From: a\n'.repeat(125_000)],
  ['labels', '发件人：\n收件人：\n'.repeat(100_000)], ['dates', 'On 2026-11-20 10:12\n'.repeat(50_000)], ['colons', ':\n'.repeat(500_000)],
  ['dashes', '--\n'.repeat(300_000)], ['bars', '|\n'.repeat(500_000)], ['signatures', '发自我的iPhone\n'.repeat(100_000)],
  ['addresses', `${'a@'.repeat(400)}\n`.repeat(1_200)], ['open brackets', `${'<'.repeat(990)}:\n`.repeat(1_000)],
])('a megabyte of %s is read once', (_what, text) => {
  // Going back over what was read would take minutes; the bound only tells the two apart.
  const start = performance.now();
  splitReply(text);
  ownWords(text);
  expect(performance.now() - start).toBeLessThan(10_000);
}); // prettier-ignore
