import fc from 'fast-check';
import { partText, sentencesOf } from './sentences';

const TEXT = '楼下饭店油烟太大，开不了窗。“天天如此！”\n另外，河边有人倒垃圾；没人管？\n\n请来看';

it('a text is taken apart at the ends of its sentences', () =>
  expect(sentencesOf(TEXT)).toEqual([
    '楼下饭店油烟太大，开不了窗。',
    '“天天如此！”\n',
    '另外，河边有人倒垃圾；',
    '没人管？\n\n',
    '请来看',
  ]));

it('joined, the sentences are the text again', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('吵', '。', '！', '\n', '”', '；', ' ', 'a', '?') }), (text) => {
      expect(sentencesOf(text).join('')).toBe(text);
    }),
  ));

it('the chosen sentences leave and the others stay, in their order', () =>
  expect(partText(TEXT, new Set([2, 3]))).toEqual({
    stays: '楼下饭店油烟太大，开不了窗。“天天如此！”\n请来看',
    leaves: '另外，河边有人倒垃圾；没人管？',
  }));
