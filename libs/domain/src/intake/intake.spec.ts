import { guessKind } from '../appeal/kind';
import { appealNumber, queryCode, readAppealNumber } from '../appeal/number';
import { initialSecrecy, streetIn } from '../appeal/channel';
import { maskEmail, maskName, maskPhone } from '../privacy/mask';
import { suggestRoute, type RoutingRule } from '../routing/routing-rule';
import { cleanText, clipBytes, subjectOf } from './text';
import { claimsToAnswer, quotedNumbers, threadMarks, threadVerdict } from './threading';

describe('the kind', () => {
  it.each([
    ['请问开饭店要办什么环保手续', 'inquiry'],
    ['楼下烧烤店油烟扰民', 'complaint'],
    ['举报某厂夜间偷排废水', 'report'],
    ['建议在河边增设噪声显示屏', 'suggestion'],
    ['感谢监察支队的同志', 'comment'],
    ['你好', 'inquiry'],
  ])('of “%s” is guessed as %s', (text, kind) => {
    expect(guessKind(text, '')).toBe(kind);
  });

  it('follows the citizen’s own first word', () => {
    expect(guessKind('咨询：噪声扰民怎么投诉', '')).toBe('inquiry');
  });
});

describe('numbers and codes', () => {
  it('count by day and read as people type them', () => {
    expect(appealNumber('2026-11-24', 7)).toBe('YXT-20261124-0007');
    expect(readAppealNumber(' ｙｘｔ－20261124－0007 ')).toBe('YXT-20261124-0007');
    expect(readAppealNumber('20261124')).toBeNull();
  });

  it('makes 16 signs that are not mistaken when read out', () => {
    expect(queryCode(Uint8Array.from({ length: 64 }, (_, at) => at * 7))).toMatch(
      /^[2-9A-HJKMNP-TW-Z]{4}(-[2-9A-HJKMNP-TW-Z]{4}){3}$/,
    );
  });
});

describe('secrecy', () => {
  it.each([
    ['report', 'an open door', null, 'confidential'],
    ['complaint', 'a confidential door', null, 'confidential'],
    ['complaint', 'an open door', null, 'named'],
    ['report', 'a confidential door', 'anonymous', 'anonymous'],
  ] as const)('of a %s by %s, asked %s, is %s', (kind, door, asked, expected) => {
    expect(initialSecrecy(kind, door === 'a confidential door', asked)).toBe(expected);
  });

  it('masks on the server', () => {
    expect([maskName('张三丰'), maskPhone('138 1234 5678'), maskEmail('zhang@example.org')]).toEqual([
      '张**',
      '138****5678',
      'z***@example.org',
    ]);
  });
});

describe('routing', () => {
  const rules: RoutingRule[] = [
    { name: '路灯', words: ['路灯'], department: 'lights', reason: '路灯归建交委' },
    { name: '夜间噪声', kinds: ['complaint'], words: ['噪声', '风机'], unless: ['工地'], unit: 'noise', reason: '固定设备噪声' },
    { name: '桃浦', places: ['桃浦'], unit: 'air', reason: '桃浦异味专班', auto: true },
  ];
  const about = { kind: 'complaint' as const, channel: 'mailbox' as const, subject: '', place: '' };

  it('takes the first rule that matches, with the words that were found', () => {
    expect(suggestRoute({ ...about, text: '风机旁的路灯' }, rules)).toMatchObject({ departmentId: 'lights', unitId: null });
    expect(suggestRoute({ ...about, text: '风机太吵' }, rules)).toMatchObject({
      unitId: 'noise',
      reason: '固定设备噪声（文中有“风机”）',
      auto: false,
    });
  });

  it('passes over a rule that one of its own words forbids, and suggests nothing where none matches', () => {
    expect(suggestRoute({ ...about, text: '工地噪声' }, rules)).toBeNull();
  });

  it('decides by itself only where the office says so', () => {
    expect(suggestRoute({ ...about, text: '有气味', place: '桃浦镇' }, rules)).toMatchObject({ unitId: 'air', auto: true });
  });
});

describe('threading', () => {
  const token = 'abcdefghijklmnopqrstuvwxyz';

  it('finds marks in the ids a mail answers and in plus addresses', () => {
    expect(threadMarks([`y.12.${token}.0f@bureau.example`], [`line+y.13.${token}@bureau.example`])).toEqual([{ appealId: 12, token }, { appealId: 13, token }]); // prettier-ignore
  });

  const facts = { proved: [], knows: () => true, ended: () => null, doubt: null, claims: false, suggested: null };

  it('joins by mark and sender, holds by the mark alone, and else is new', () => {
    expect(threadVerdict({ ...facts, proved: [12] })).toEqual({ join: 12 });
    expect(threadVerdict({ ...facts, proved: [12], knows: () => false })).toEqual({ hold: 12, because: 'stranger' });
    expect(threadVerdict(facts)).toBe('new');
  });

  it('takes of several marks the nearest that the sender belongs to', () => {
    expect(threadVerdict({ ...facts, proved: [12, 13, 14], knows: (id) => id > 12 })).toEqual({ join: 13 });
  });

  it('holds an answer of a known sender that proves nothing, and takes his fresh letter as new', () => {
    expect(threadVerdict({ ...facts, claims: true, suggested: 12 })).toEqual({ hold: 12, because: 'no-token' });
    expect(threadVerdict({ ...facts, claims: false, suggested: 12 })).toBe('new');
    expect(threadVerdict({ ...facts, claims: true, suggested: null })).toBe('new');
  });

  it('holds what comes after the end', () => {
    expect(threadVerdict({ ...facts, proved: [12], ended: () => 'expired' })).toEqual({ hold: 12, because: 'expired' });
  });

  it('never joins a sender in doubt, and holds whatever the bureau’s own people answer or forward', () => {
    expect(threadVerdict({ ...facts, proved: [12], doubt: 'several-senders' })).toMatchObject({ hold: 12 });
    expect(threadVerdict({ ...facts, claims: true, doubt: 'own-staff' })).toEqual({ hold: null, because: 'own-staff' });
    expect(threadVerdict({ ...facts, doubt: 'own-staff' })).toBe('new');
  });

  it.each([
    ['Re: 风机', true],
    ['RE[2]: 风机', true],
    ['【重要】回复：风机', true],
    ['转发: 风机', true],
    ['答复（2）：风机', true],
    ['Fwd: 风机', true],
    ['回复得太慢了', false],
    ['转发给局长的一封信', false],
    ['Request: 风机', false],
    ['关于 re 的事', false],
  ])('the subject “%s” says that it is an answer: %s', (subject, says) => {
    expect(claimsToAnswer({ subject, answers: [], numbers: [] })).toBe(says);
  });

  it('reads our numbers as people type them', () => {
    expect(quotedNumbers('关于 yxt-20261124-0007 和 ＹＸＴ－20261125－0012，又及 YXT-2026-7')).toEqual(['YXT-20261124-0007', 'YXT-20261125-0012']); // prettier-ignore
  });
});

describe('text', () => {
  it('is cut between characters', () => {
    expect(clipBytes('路灯😀坏了', 10)).toEqual({ text: '路灯😀', cut: true });
  });

  it('loses what no database takes', () => {
    expect(cleanText('a\u0000b\ud800c\r\nd\u202ee')).toBe('ab\ufffdc\nde');
  });

  it('gives a subject to a letter that has none', () => {
    expect(subjectOf('  ', '楼下很吵。每晚都是。')).toBe('楼下很吵。');
  });

  it('finds the street in full or short', () => {
    expect([streetIn('家住曹杨新村街道'), streetIn('长寿路上的店'), streetIn('外滩')]).toEqual([
      '曹杨新村街道',
      '长寿路街道',
      null,
    ]);
  });
});
