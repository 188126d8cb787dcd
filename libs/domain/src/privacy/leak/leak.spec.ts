import fc from 'fast-check';
import type { Audience, LeakKind } from './kinds';
import { findLeaks } from './leak';
import type { LeavingPart, Protected } from './protected';
import { isIdNumber } from './id-number';

const own = { name: '陆文洁', phone: '138 1234 5678', email: 'Lu.Wenjie@example.com', address: '长寿路街道梧桐里 3 号 502 室' };
const letter = '每天晚上十点以后，楼下饭店屋顶的排风机一直响到凌晨两点，我家老人有心脏病，孩子明年中考，实在没有办法休息。';
const subject = (about: Partial<Protected> = {}): Protected => ({
  own, others: [], letters: [letter], ours: ['021-0000 1240', 'yixiantong@putuo-epb.example'], ...about,
}); // prettier-ignore
const found = (text: string, audience: Audience = 'department', about: Partial<Protected> = {}) =>
  findLeaks([{ where: '正文', text }], subject(about), audience);
const kinds = (text: string, audience?: Audience, about?: Partial<Protected>): LeakKind[] =>
  found(text, audience, about).map(({ kind }) => kind);

describe('what tells who the citizen is, in a letter to a department', () => {
  it.each<[string, string, LeakKind[]]>([
    ['his name', '反映人陆文洁称风机扰民', ['name']],
    ['his name with spaces', '陆 文 洁', ['name']],
    ['his name with dots between', '陆·文·洁', ['name']],
    ['his surname with a title', '陆女士来电', ['title']],
    ['his telephone', '电话13812345678', ['phone']],
    ['his telephone in groups', '电话 138-1234-5678', ['phone']],
    ['his telephone with the country code', '+86 138 1234 5678', ['phone']],
    ['his telephone in full-width digits', '电话：１３８１２３４５６７８', ['phone']],
    ['his telephone in words', '一三八一二三四五六七八', ['phone']],
    ['his telephone in official numerals', '壹叁捌壹贰叁肆伍陆柒捌', ['phone']],
    ['his telephone before another number', '13812345678 3号楼', ['phone']],
    ['his telephone over two lines', '138123\n45678', ['phone']],
    ['his telephone with signs that do not show', '138\u200b1234\u200b5678', ['phone']],
    ['somebody’s mobile', '另有邻居 13987654321', ['other-phone']],
    ['his mail address, in any case', '邮箱 lu.wenjie@EXAMPLE.com', ['mail']],
    ['another mail address', '请复 zhang@example.org', ['other-mail']],
    ['an identity number', '身份证 11010519491231002X', ['id-number']],
    ['an identity number in groups', '110105 19491231 002X', ['id-number']],
    ['a plate', '渣土车沪A12345', ['plate']],
    ['a plate with a dot', '沪A·12345', ['plate']],
    ['a plate of a new-energy car', '沪AD12345', ['plate']],
    ['his address', '家住梧桐里3号502室', ['address']],
    ['his address with Chinese figures', '梧桐里三号五〇二室', ['address']],
    ['his own words', '来信说“楼下饭店屋顶的排风机一直响到凌晨两点，我家老人有心脏病”', ['verbatim']],
    ['his own words with other punctuation', '楼下饭店屋顶的排风机 一直响到凌晨两点 我家老人有心脏病', ['verbatim']],
  ])('%s is found', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    ['a summary in other words', '群众反映某饭店排风机夜间噪声扰民，影响休息，请贵单位核处。'],
    ['a short piece of his words', '楼下饭店屋顶的排风机夜间运行'],
    ['an appeal’s number', '编号 YXT-20261124-0007'],
    ['a document’s number and dates', '普环转〔2026〕12号，2026年11月24日至12月9日'],
    ['the bureau’s own telephone and mail', '联系电话 021-0000 1240，yixiantong@putuo-epb.example'],
    ['eighteen digits that are no identity number', '流水号 110105194912310021'],
    ['a long run of digits', '账号 6222021381234567800'],
    ['the street alone', '长寿路街道'],
    ['a house number alone', '3 号'],
    ['a list in Chinese figures', '一、查明情况；二、责令整改；三、复查。'],
    ['letters that only look like a plate', '沪ABCDEF'],
    ['nothing', ''],
  ])('%s is not', (_, text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('is told masked, with its place in the original', () => {
    const text = '联系人：陆文洁，138-1234-5678';
    expect(found(text).map(({ at, length, excerpt }) => [text.slice(at, at + length), excerpt])).toEqual([
      ['陆文洁', expect.not.stringContaining('文洁') as string],
      ['138-1234-5678', '138****5678'],
    ]);
  });

  it('is looked for in the names of files too', () => {
    const [hit] = findLeaks([{ where: '附件的文件名', text: '陆文洁举报照片.jpg' }], subject(), 'department');
    expect(hit).toMatchObject({ kind: 'name', weight: 'block', where: '附件的文件名' });
  });

  it('may be there where he has consented, but for his identity number', () => {
    const text = '陆文洁，13812345678，梧桐里3号502室，11010519491231002X';
    expect(kinds(text, 'department', { consented: true })).toEqual(['id-number']);
  });
});

describe('a plate', () => {
  it.each<[string, string, LeakKind[]]>([
    ['that he calls his own', '我的车牌号是沪A·12345，被油烟熏得全是油。', ['own-plate']],
    ['of “my family’s car”', '停在楼下的我家的车（沪A12345）落满了灰。', ['own-plate']],
    ['of a car that “is mine”', '沪A12345是我的车，落满了灰。', ['own-plate']],
    ['of “my own plate”', '本人车牌沪A12345。', ['own-plate']],
    ['of the lorry that he complains of', '我的车被渣土车沪A12345溅了一身泥。', ['plate']],
    ['of which he says nothing', '渣土车沪A12345夜里扰民。', ['plate']],
  ])('%s is known as what it is', (_, words, expected) => {
    expect(kinds('涉及车辆沪A12345', 'department', { letters: [words] })).toEqual(expected);
  });

  it('of his own keeps a text from a department; another is for the writer to look at', () => {
    const weights = (words: string) => found('涉及沪A12345', 'department', { letters: [words] }).map(({ weight }) => weight);
    expect([weights('我的车沪A12345'), weights('渣土车沪A12345')]).toEqual([['block'], ['warn']]);
  });
});

describe('the words of another citizen of the same matter', () => {
  const theirs = '我母亲卧床三年，窗子正对着那根烟管，每天晚上都要用湿毛巾把窗缝堵起来才能睡觉。';

  it.each<Audience>(['citizen', 'department', 'public'])('leave for nobody: %s', (audience) => {
    const hits = found(`另有居民称“${theirs}”`, audience, { othersLetters: [theirs] });
    expect(hits.map(({ kind, weight }) => [kind, weight])).toEqual([['other-words', 'block']]);
  });

  it('are his own where he wrote the very same', () => {
    expect(kinds(`您说“${theirs}”`, 'citizen', { letters: [theirs], othersLetters: [theirs] })).toEqual([]);
  });
});

it('says of what could not be read that somebody should look', () => {
  const part: LeavingPart = { where: '附件“答复.pdf”的作者信息', text: '', unread: true };
  expect(findLeaks([part], subject(), 'department')).toMatchObject([{ kind: 'unread', weight: 'warn', where: part.where }]);
});

describe('what a citizen may read', () => {
  it('is his own name, telephone and words', () => {
    expect(kinds(`陆文洁您好：您说“${letter}”，我们会打 13812345678 与您联系。`, 'citizen')).toEqual([]);
  });

  it('is nothing of another citizen of the same matter', () => {
    const others = [{ name: '钱小满', phone: '13700001111', email: '', address: '' }];
    const text = '与钱小满（13700001111）反映的是同一件事';
    expect(found(text, 'citizen', { others }).map(({ kind, weight }) => [kind, weight])).toEqual([
      ['other-person', 'block'],
      ['other-person', 'block'],
    ]);
  });
});

it('never misses the telephone, whatever stands between its digits', () => {
  const between = fc.array(fc.constantFrom('', ' ', '-', '－', '.', '　', '\u200b', '、', '\n'), {
    minLength: 10,
    maxLength: 10,
  });
  const around = fc.string({ unit: fc.constantFrom('请', '联', '系', '噪', '声', '。', 'a'), maxLength: 30 });
  const forms = ['0123456789', '０１２３４５６７８９', '零一二三四五六七八九'];
  fc.assert(
    fc.property(between, around, around, fc.array(fc.nat(2), { minLength: 11, maxLength: 11 }), (gaps, before, after, form) => {
      const phone = [...'13812345678'].map((digit, at) => [...forms[form[at]!]!][Number(digit)]! + (gaps[at] ?? '')).join('');
      return kinds(before + phone + after).includes('phone');
    }),
  );
});

it('knows an identity number by its date and its check sign', () => {
  expect(['11010519491231002x', '110105194912310021', '11010519491331002x', '440524188001010014'].map(isIdNumber)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
