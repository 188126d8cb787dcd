import { differences, refuseOwnSecond, refuseStrangeAnswers, tallies, type Sheet } from './form-batch';

const sheet = (about: Partial<Sheet> = {}): Sheet => ({
  answers: { q1: '满意' },
  opinion: '多设几个窗口',
  name: '',
  phone: '',
  ...about,
});
const questions = ['行政效率', '服务质量'];

describe('an opinion form that two people enter', () => {
  it('agrees where only widths and spaces differ', () => {
    expect(
      differences(
        questions,
        sheet({ phone: '138 0000 1234' }),
        sheet({ phone: '１３８００００１２３４', answers: { q1: '满意 ' } }),
      ),
    ).toEqual([]);
  });

  it('differs by question and by field, in the words of the form', () => {
    const found = differences(questions, sheet(), sheet({ answers: { q1: '满意', q2: '不满意' }, opinion: '多设窗口' }));
    expect(found).toEqual([
      { key: 'q2', word: '服务质量', first: '', second: '不满意' },
      { key: 'opinion', word: '意见', first: '多设几个窗口', second: '多设窗口' },
    ]);
  });

  it('is never entered twice by one person', () => {
    expect(() => refuseOwnSecond(1, 1)).toThrow('另一个人');
    expect(() => refuseOwnSecond(1, 2)).not.toThrow();
  });

  it('answers only what it asks', () => {
    expect(() => refuseStrangeAnswers(questions, sheet({ answers: { q3: '满意' } }))).toThrow('q3');
    expect(() => refuseStrangeAnswers(questions, sheet())).not.toThrow();
  });

  it('is counted by question, open ones too', () => {
    const counted = tallies(questions, [sheet(), sheet({ answers: { q1: '很满意', q2: '一般' } })]);
    expect(counted).toEqual([
      { word: '行政效率', counts: { 满意: 1, 很满意: 1 } },
      { word: '服务质量', counts: { 未答: 1, 一般: 1 } },
    ]);
  });
});
