import { rowChanges } from './row-changes';

const changes = (before: object, after: object) =>
  rowChanges(JSON.stringify(before), JSON.stringify(after)).map(({ name, before: was, after: is }) => [name, was, is]);

describe('what a row of a log says differently', () => {
  it('is named by field or heading, with what stood there and what stands there', () => {
    expect(
      changes(
        { row: 2, text: '油烟', phone: '52564588', others: { 答复意见: '已查', 天气: '晴' } },
        { row: 9, text: '油烟和噪声', outsideNumber: 'A-1', others: { 答复意见: '已查处', 天气: '晴', 办理人: '甲' } },
      ),
    ).toEqual([
      ['来件内容', '油烟', '油烟和噪声'],
      ['电话', '52564588', ''],
      ['工单编号', '', 'A-1'],
      ['办理人', '', '甲'],
      ['答复意见', '已查', '已查处'],
    ]);
  });

  it('is nothing where it only stands in another row, or was remarked on', () => {
    expect(changes({ row: 2, text: '油烟' }, { row: 3, text: '油烟', remarks: ['一'] })).toEqual([]);
  });

  it('is nothing where signs were lost in GBK, whichever of the two lost them', () => {
    const [full, torn] = [{ text: '长发﹝2019﹞2号 文件😀' }, { text: '长发?2019?2号?文件?' }];
    expect([changes(full, torn), changes(torn, full)]).toEqual([[], []]);
  });

  it('is a change where words stand instead of the question mark', () => {
    expect(changes({ text: '去了吗?' }, { text: '去了吗，没有去' })).toHaveLength(1);
    expect(changes({ text: '扰民?投诉' }, { text: '扰民三次投诉' })).toHaveLength(1);
  });
});
