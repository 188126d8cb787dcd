import { isBox, refuseFromOpening, refuseSecond, type Opener } from './box-opening';

const second: Opener = { id: 2, name: '顾敏', role: 'handler', disabled: false };
const signed = { source: '举报箱', items: 2, signedAt: '2026-11-24T02:00:00.000Z' };

describe('the opening of a box', () => {
  it('is of a box', () => {
    expect(['意见箱', '举报箱', '来信'].map(isBox)).toEqual([true, true, false]);
  });

  it('takes two people who handle appeals', () => {
    expect(() => refuseSecond({ id: 1 }, second)).not.toThrow();
    expect(() => refuseSecond({ id: 2 }, second)).toThrow('两个人');
    expect(() => refuseSecond({ id: 1 }, { ...second, disabled: true })).toThrow('在用');
    expect(() => refuseSecond({ id: 1 }, { ...second, role: 'administrator' })).toThrow('业务人员');
    expect(() => refuseSecond({ id: 1 }, null)).toThrow('业务人员');
  });

  it('lets slips be registered once both have signed, as many as were counted, of that box only', () => {
    expect(() => refuseFromOpening(signed, '举报箱', 1)).not.toThrow();
    expect(() => refuseFromOpening(signed, '举报箱', 2)).toThrow('登记满');
    expect(() => refuseFromOpening({ ...signed, signedAt: null }, '举报箱', 0)).toThrow('两人都签');
    expect(() => refuseFromOpening(signed, '意见箱', 0)).toThrow('是举报箱的');
  });
});
