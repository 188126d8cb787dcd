import { holdsMark, holdsText } from './standing';

describe('our answer on a site', () => {
  it.each([
    ['with other breaks and signs', '已责令停工。 ( 编号:YXT-1 ) 感谢!'],
    ['with references for what the site lacks', '已责令&#20572;工，（编号：YXT-1）感谢'],
    ['within more words', '回复：已责令停工（编号：YXT-1）感谢 2026-11-25'],
  ])('is known %s', (_, shown) => {
    expect(holdsText(shown, '已责令停工。\n（编号：YXT-1）感谢！')).toBe(true);
  });

  it('is known where the site made question marks of what it lacks', () => {
    expect(holdsText('?祥里已停工', '𠮷祥里已停工')).toBe(true);
  });

  it.each(['已责令开工（编号：YXT-1）感谢', '', '已责令停工'])('is not known in: %s', (shown) => {
    expect(holdsText(shown, '已责令停工（编号：YXT-1）感谢')).toBe(false);
  });

  it('of signs alone is in no page', () => expect(holdsText('，。！', '！')).toBe(false));

  it.each([
    ['编号：YXT-20261125-0007）', true],
    ['编号：ＹＸＴ－20261125－0007', true],
    ['编号：YXT-20261125-0007/2）', false],
    ['编号：YXT-20261125-00071', false],
    ['YXT-20261125-0007/2、YXT-20261125-0007。', true],
  ])('bears its own mark, not that of another: %s', (shown, expected) => {
    expect(holdsMark(shown, 'YXT-20261125-0007')).toBe(expected);
  });
});
