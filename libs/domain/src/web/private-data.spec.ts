import { privateDataIn } from './private-data';

describe('what should perhaps not stand in the text', () => {
  it.each([
    ['请打我电话 138 0000 0000。', '手机号码'],
    ['手机１３８００００００００', '手机号码'],
    ['电话021-6264 1234', '电话号码'],
    ['我是310107199003071234', '身份证号'],
    ['证号31010719900307123X。', '身份证号'],
    ['请回chen.li@example.org，谢谢', '邮箱地址'],
  ])('is found in %s', (text, what) => expect(privateDataIn(text)).toMatchObject([{ what }]));

  it.each([
    '每天 22 点到 6 点',
    '车牌沪A12345，订单 20261124123456789012',
    '12345 热线说找环保局',
    '排放 13800 吨',
    '编号 YXT-20261124-0007',
    '噪声@夜里',
  ])('is not seen in %s', (text) => expect(privateDataIn(text)).toEqual([]));

  it('is named once for each value, an identity number not as a telephone too', () =>
    expect(privateDataIn('13800000000，再说一遍 13800000000；310107199003071234').map(({ what }) => what)).toEqual([
      '身份证号',
      '手机号码',
    ]));
});
