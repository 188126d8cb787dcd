import { subjectLikeness, textLikeness, textMarks } from './likeness';

const TEXT =
  '武宁路与曹杨路交界的那家洗车店，每天早上六点不到就开始用高压水枪冲车，水声和空压机的声音楼上听得清清楚楚，' +
  '污水直接流到人行道的雨水口里。我们跟老板讲过三趟，他讲有执照的，叫我们去告。家里有刚出生的小囡，实在吃不消。';
const OTHER =
  '想咨询一下，我准备在桃浦开一家小型面包房，烤箱用电，不用明火，是不是还要办环评手续？如果要办，需要准备哪些材料，' +
  '到哪个窗口去办，大概多少时间能办好？另外，隔油池有没有规定的大小？麻烦告诉一声，谢谢。';

const share = (a: readonly number[], b: readonly number[]) => a.filter((one) => b.includes(one)).length;

describe('what a text is known by', () => {
  it('is a few numbers that fit a database column', () => {
    const marks = textMarks('洗车店噪声和污水', TEXT);
    expect(marks.length).toBeGreaterThan(10);
    expect(marks.length).toBeLessThanOrEqual(14);
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks.every((one) => Number.isInteger(one) && one >= -(2 ** 31) && one < 2 ** 31)).toBe(true);
  });

  it('is the same however it is spaced, dotted and broken', () => {
    const typed = TEXT.replaceAll('，', ', ').replaceAll('。', '。\r\n  ');
    expect(textMarks('', typed)).toEqual(textMarks('', TEXT));
  });

  it('has something in common with the same told a second time, longer or shorter', () => {
    const longer = `您好！上个月我打过电话没有回音，现在再讲一遍。${TEXT}希望尽快给我答复，我的意见就是这些。`;
    const shorter = TEXT.slice(20, 80);
    expect(share(textMarks('', TEXT), textMarks('', longer))).toBeGreaterThan(0);
    expect(textLikeness(TEXT, longer)).toBe(0.99);
    expect(textLikeness(TEXT, shorter)).toBe(0.99);
    expect(textLikeness(TEXT, `${TEXT} `)).toBe(1);
  });

  it('is found again after every fifteenth sign was typed wrong', () => {
    const wrong = [...TEXT].map((sign, at) => (at % 15 === 7 ? '某' : sign)).join('');
    expect(share(textMarks('', TEXT), textMarks('', wrong))).toBeGreaterThan(0);
    expect(textLikeness(TEXT, wrong)).toBeGreaterThan(0.7);
    expect(textLikeness(TEXT, wrong)).toBeLessThan(1);
  });

  it('has nothing in common with another matter', () => {
    expect(share(textMarks('洗车店噪声', TEXT), textMarks('面包房要不要办环评', OTHER))).toBe(0);
    expect(textLikeness(TEXT, OTHER)).toBeLessThan(0.1);
  });

  it('is nothing where a text says next to nothing', () => {
    expect(textMarks('投诉', '饭店油烟扰民，请处理。')).toEqual([]);
    expect(textLikeness('饭店油烟扰民，请处理。', '饭店油烟扰民，请处理。')).toBe(0);
  });

  it('of a subject is not taken for that of a text', () => {
    const words = '洗车店每天早上冲车，水声和空压机的声音楼上听得清清楚楚';
    expect(share(textMarks(words, ''), textMarks('', words))).toBe(0);
  });
});

describe('two subjects', () => {
  it.each([
    ['武宁路洗车店噪声扰民', '反映武宁路洗车店早上噪声', true],
    ['咨询面包房环评手续', '请问面包房环评手续怎么办', true],
    ['关于噪声的问题', '关于油烟的问题', false],
    ['武宁路洗车店噪声扰民', '桃浦镇河道发臭', false],
    ['投诉', '投诉', false],
  ])('%s · %s', (one, other, alike) => expect(subjectLikeness(one, other) >= 0.4).toBe(alike));
});
