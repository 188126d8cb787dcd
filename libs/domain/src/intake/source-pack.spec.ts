import { packColumns } from './source-pack';

describe('a pack in a source’s own columns', () => {
  it('fills what the source asks for and adds only what it has no column for', () => {
    const layout = [
      { heading: '工单编号', field: 'number' },
      { heading: '主要内容', field: 'text' },
      { heading: '工单状态', field: 'handling' },
      { heading: '办结时间', field: 'handling' },
      { heading: '领导批示', field: null },
    ] as const;
    expect(packColumns(layout).map(({ heading, told }) => [heading, told])).toEqual([
      ['工单编号', 'outsideNumber'],
      ['主要内容', 'text'],
      ['工单状态', 'status'],
      ['办结时间', 'answeredAt'],
      ['领导批示', null],
      ['一线通编号', 'number'],
      ['承办单位', 'unit'],
      ['答复内容', 'answer'],
    ]);
  });
});
