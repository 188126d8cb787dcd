import fc from 'fast-check';
import type { LeakKind } from './kinds';
import { findLeaks } from './leak';
import type { Identity } from './protected';

const LETTER =
  '我叫张晓峰，楼下烧烤店的排烟管正对着我家阳台，每天傍晚五点一直到半夜都是油烟味，老人咳嗽得睡不着觉。' +
  '手机 137-1234-5678，邮箱 lao.zhang@mail.example。《中华人民共和国大气污染防治法》第八十一条规定得清清楚楚。';
const NOBODY: Identity = { name: '', phone: '', email: '', address: '' };
const OWN: Identity = { name: '张晓峰', phone: '', email: 'zhang.xf@mail.example', address: '上海市普陀区桃浦路328弄12号301室' };
const kinds = (text: string, own: Identity = OWN, letters: readonly string[] = [LETTER]): LeakKind[] =>
  findLeaks([{ where: '摘要', text }], { own, others: [], letters, ours: ['021-52564588'] }, 'department').map(
    ({ kind }) => kind,
  );
const called = (text: string, name: string) => kinds(text, { ...NOBODY, name }, []);

describe('what tells who the citizen is', () => {
  it.each<[string, string, LeakKind[]]>([
    ['a telephone that only his letter holds', '可打 137 1234 5678', ['phone']],
    ['a mail address that only his letter holds', '回到lao.zhang@mail.example', ['mail']],
    ['his mail address with the sign in words', 'zhang.xf (at) mail.example', ['mail']],
    ['his address as a row of numbers', '桃浦路328-12-301', ['address']],
    ['his name in the middle of a sentence', '已联系张晓峰确认情况', ['name']],
  ])('is found: %s', (_, text, expected) => expect(kinds(text)).toEqual(expected));

  it.each([
    ['two words that only meet at a comma', '群众情绪紧张，晓峰路一带已安排巡查。'],
    ['the name of a law that he cites too', '依据《中华人民共和国大气污染防治法》第八十一条规定处理。'],
    ['the lane without the door', '桃浦路328弄附近一烧烤店'],
    ['measured values', '昼间 58.2 dB，夜间 49.7 dB，限值 60 和 50。'],
  ])('is not: %s', (_, text) => expect(kinds(text)).toEqual([]));

  it('is a name that is a word too only where a person is meant', () => {
    expect(called('灯箱高明度过大', '高明')).toEqual([]);
    expect(called('技术高明的师傅', '高明')).toEqual([]);
    expect(called('反映人高明要求查处', '高明')).toEqual(['name']);
    expect(called('高明先生来电', '高明')).toEqual(['name']);
    expect(called('高明，2026年来电', '高明')).toEqual(['title']);
  });

  it('is neither a single sign nor nobody’s name', () => {
    expect(called('王家宅一带', '王')).toEqual([]);
    expect(called('王女士来电', '王')).toEqual(['title']);
    expect(called('张先生反映', '张先生')).toEqual(['title']);
    for (const name of ['匿名', '市民', '不详']) expect(called('匿名市民反映，情况不详', name)).toEqual([]);
  });

  it('is a Latin name in either order, but not within another word', () => {
    expect(called('wrote LU Wenjie', 'Lu Wenjie')).toEqual(['name']);
    expect(called('Wenjie Lu 来信', 'Lu Wenjie')).toEqual(['name']);
    expect(called('xluwenjiex', 'Lu Wenjie')).toEqual([]);
  });

  it('is a summary that is pieced together from his letter', () => {
    const pieces = ['楼下烧烤店的排烟管', '正对着我家阳台', '每天傍晚五点', '一直到半夜都是油烟味', '老人咳嗽得睡不着觉'];
    expect(kinds(`${pieces.join('，另')}，请核处`)).toEqual(['wording']);
  });
});

it('finds a stretch of his letter wherever it is cut out', () => {
  const plain = '楼下烧烤店的排烟管正对着我家阳台每天傍晚五点一直到半夜都是油烟味老人咳嗽得睡不着觉';
  fc.assert(
    fc.property(fc.nat(plain.length - 20), fc.integer({ min: 20, max: 60 }), (from, length) =>
      kinds(`来件称${plain.slice(from, from + length)}等`).includes('verbatim'),
    ),
  );
});
