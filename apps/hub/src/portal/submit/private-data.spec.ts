import { privateDataIn } from './private-data';

describe('a number that should not stand in the text', () => {
  it.each([
    ['请打我电话 138 0000 0000。', '手机号码'],
    ['手机１３８００００００００', '手机号码'],
    ['电话021-6264 1234', '电话号码'],
    ['我是310107199003071234', '身份证号'],
    ['证号31010719900307123X。', '身份证号'],
  ])('is found in %s', (text, found) => expect(privateDataIn(text)).toBe(found));

  it.each([
    '每天 22 点到 6 点',
    '车牌沪A12345，订单 20261124123456789012',
    '12345 热线说找环保局',
    '排放 13800 吨',
    '编号 YXT-20261124-0007',
  ])('is not seen in %s', (text) => expect(privateDataIn(text)).toBeNull());
});
