import { doorsOf, sourceOf } from './doors';

const doors = doorsOf([
  { name: '纠风热线', confidential: false, active: true },
  { name: '来访', confidential: false, active: false },
  { name: '举报电话', confidential: true, active: true },
]);

describe('the source of an appeal', () => {
  it.each([
    ['纠风热线', null, '纠风热线'],
    ['纠风热线', '来访', '来访'],
    ['纠风热线', '微信', '纠风热线'],
    ['纠风热线', '举报电话', '举报电话'],
    ['举报电话', '来访', '举报电话'],
  ])('of the log of %s whose row says %s is %s', (own, said, expected) => {
    expect(sourceOf(own, said, doors)).toBe(expected);
  });
});
