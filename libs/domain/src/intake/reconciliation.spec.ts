import { dayIn, fromDifference, saysDone, sideDifferences, type OurSide, type TheirSide } from './reconciliation';

describe('comparing a row of an export with our appeal', () => {
  const theirs: TheirSide = {
    outsideNumber: 'A-1',
    receivedOn: '2026-11-02',
    subject: '兰溪路油烟',
    text: '兰溪路烧烤店\n油烟扰民',
    answeredOn: null,
    status: null,
  };
  const ours: OurSide = {
    outsideNumber: 'A-1',
    receivedAt: '2026-11-02T01:30:00.000Z',
    subject: '兰溪路油烟',
    text: '兰溪路烧烤店油烟扰民',
    replyDoneAt: null,
    done: false,
    statusName: '待受理',
  };
  const names = (left: Partial<TheirSide>, right: Partial<OurSide> = {}, sameWords = false) =>
    sideDifferences({ ...theirs, ...left }, { ...ours, ...right }, sameWords).map(({ name }) => name);

  it('finds none where only blanks and breaks differ', () => expect(names({})).toEqual([]));

  it('names each place in which they differ, with both words', () => {
    expect(sideDifferences({ ...theirs, receivedOn: '2026-11-03', text: '工地噪声' }, ours, false)).toEqual([
      { name: '收到日期', theirs: '2026-11-03', ours: '2026-11-02' },
      { name: '来件内容', theirs: '工地噪声', ours: '兰溪路烧烤店油烟扰民' },
    ]);
  });

  it('takes the day of receipt as Shanghai counts it', () =>
    expect(names({ receivedOn: '2026-11-03' }, { receivedAt: '2026-11-02T16:30:00.000Z' })).toEqual([]));

  it('compares days of answers and states only where the export has them', () => {
    const answered = { replyDoneAt: '2026-11-20T02:00:00.000Z', done: true, statusName: '已答复' };
    expect(names({}, answered)).toEqual([]);
    expect(names({ answeredOn: '', status: '处理中' }, answered)).toEqual(['答复日期', '办理状态']);
    expect(names({ answeredOn: '2026/11/20 10:00', status: '已办结' }, answered)).toEqual([]);
  });

  it('leaves words alone that are known to be the same, but not what became of the appeal', () =>
    expect(names({ text: '更正过的内容', status: '已办结' }, {}, true)).toEqual(['办理状态']));

  it.each([
    ['已办结', true],
    ['已回复', true],
    ['办理中', false],
    ['未办结', false],
    ['待回复', false],
    ['不属实，已办结', true],
    ['不予受理', null],
    ['A类', null],
  ])('reads the state “%s” as dealt with: %s', (status, done) => expect(saysDone(status)).toBe(done));

  it('reads days as people write them', () =>
    expect(['2026年3月1日', '2026/3/1 9:00', '２０２６.03.01', '近日'].map(dayIn)).toEqual([
      '2026-03-01',
      '2026-03-01',
      '2026-03-01',
      '近日',
    ]));

  it('shows long texts from shortly before they part', () => {
    const [left, right] = ['甲'.repeat(500) + '乙丙', '甲'.repeat(500) + '丁'];
    expect(fromDifference({ name: '来件内容', theirs: left, ours: right }, 21)).toEqual({
      name: '来件内容',
      theirs: `…${'甲'.repeat(20)}乙…`,
      ours: `…${'甲'.repeat(20)}丁`,
    });
  });
});
