import { placeKeysOf, suggestedSite } from './suggested-site';

describe('the site of a new appeal', () => {
  it.each([
    ['上海市普陀区长寿路100号3楼', ['长寿路100号3楼', '长寿路100号']],
    ['曹杨路500弄12号门口', ['曹杨路500弄12号', '曹杨路500弄']],
    ['长寿路', ['长寿路']],
    ['', []],
  ])('at “%s” is looked up under %j', (place, keys) => {
    expect(placeKeysOf(place).sort()).toEqual([...keys].sort());
  });

  const site = (nameKey: string, placeKey: string) => ({ nameKey, placeKey });
  const eatery = site('某某饭店', '长寿路100号');
  const laundry = site('洁净洗衣店', '长寿路100号');
  const house = site('武宁路200号', '武宁路200号');
  const lane = site('曹杨路500弄', '曹杨路500弄');
  const shop = site('曹杨路500弄12号', '曹杨路500弄12号');

  it.each([
    ['is the only one at its address', '长寿路100号3楼', '油烟', [eatery, house], eatery],
    ['is the one of several that it names', '长寿路100号', '洁净洗衣店的风机', [eatery, laundry], laundry],
    ['is told by a person where several stand at one address', '长寿路100号', '油烟', [eatery, laundry], null],
    ['is the nearest address', '曹杨路500弄12号', '噪声', [lane, shop], shop],
    ['is not one with a number that begins alike', '长寿路1001号', '油烟', [eatery], null],
    ['is not one elsewhere in the road', '武宁路9号', '油烟', [house], null],
    ['is the one that the place names', '某某饭店', '油烟', [site('某某饭店', '')], site('某某饭店', '')],
    ['is none where no place is given', '', '某某饭店', [eatery], null],
  ])('%s', (_, place, subject, known, wanted) => {
    expect(suggestedSite({ place, subject }, known)).toEqual(wanted);
  });
});
