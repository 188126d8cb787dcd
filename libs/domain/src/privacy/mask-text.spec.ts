import fc from 'fast-check';
import { NOBODY } from '../intake/inbound-message';
import { maskIdentityIn, ownMask } from './mask-text';
import { maskName, maskPhone } from './mask';

const party = { name: '陆文杰', phone: '13812345678', email: 'lu.wenjie@example.com', address: '上海市普陀区长寿路88弄6号302室' };

describe('a mask', () => {
  it.each([
    ['张三', '张**'],
    ['欧阳娜娜', '欧**'],
    ['𠮷田', '𠮷**'],
    ['', ''],
  ])('of the name %s tells nothing but its first sign', (name, masked) => expect(maskName(name)).toBe(masked));

  it.each([
    ['13812341234', '138****1234'],
    ['138 1234 1234', '138****1234'],
    ['62001234', '****34'],
    ['110', '****'],
  ])('of the number %s is %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
});

describe('a letter shown to whoever may not know its writer', () => {
  it.each([
    ['his name', '我叫陆文杰，住在附近', '我叫陆**，住在附近'],
    ['his name with a space in it', '陆 文杰反映', '陆**反映'],
    ['his number', '电话13812345678。', '电话138****5678。'],
    ['his number in groups', '请打138-1234-5678', '请打138****5678'],
    ['his number in full width', '请打１３８１２３４５６７８', '请打138****5678'],
    ['his mail in capitals', '回 LU.WENJIE@EXAMPLE.COM', '回 l***@example.com'],
    ['his address', '本人住上海市普陀区长寿路88弄6号302室', '本人住上海市普******'],
    ['his address as neighbours say it', '就在长寿路88弄6号302室楼下', '就在长寿路8******楼下'],
    ['an identity number', '身份证310107199001011234', '身份证310**************'],
    ['a telephone of somebody else', '邻居13900001111也可作证', '邻居139****1111也可作证'],
    ['a landline', '座机021-62001234', '座机021****1234'],
  ])('does not hold %s', (_, text, masked) => expect(maskIdentityIn(text, party)).toBe(masked));

  it('does not hold a signature either, though nobody left a name', () => {
    expect(maskIdentityIn('楼下饭店油烟太大。\n\n此致\n敬礼\n\n顾敏\n2026年11月24日', NOBODY)).toContain('\n顾**\n');
    expect(maskIdentityIn('举报人：顾小敏，请保密', NOBODY)).toBe('举报人：顾**，请保密');
  });

  it.each(['夜里23点到2点，长寿路100号风机响', '2026年11月24日 编号20261124', '工单 20261124000123 已转'])(
    'keeps what tells of nobody: %s',
    (text) => expect(maskIdentityIn(text, party)).toBe(text),
  );
});

it('finds what is his in any case, width and spacing, wherever it stands', () => {
  const party = { ...NOBODY, name: '陆文洁', phone: '13812345678', email: 'Lu.Wen@Example.com', address: '梧桐里3号502室' };
  const full = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const wide = (text: string) => [...text].join(' ');
  const ways = [(text: string) => text, full, wide, (text: string) => text.toUpperCase(), (text: string) => text.toLowerCase()];
  const around = fc.string({ unit: fc.constantFrom('请', '看', '。', '，', '\n', ' ', 'x'), maxLength: 20 });
  const values = fc.constantFrom(party.name, party.phone, party.email, party.address);
  fc.assert(
    fc.property(around, values, fc.constantFrom(...ways), around, (before, value, way, after) => {
      const text = `${before}。${way(value)}。${after}`;
      return !ownMask(party)(text).includes(way(value));
    }),
  );
});
