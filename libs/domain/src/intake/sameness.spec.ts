import { samenessOf, type LetterMarks } from './sameness';

const letter = (more: Partial<LetterMarks> = {}): LetterMarks => ({
  sourceKey: 'jz@example/INBOX:7:1',
  fileHash: 'a',
  messageIdHash: 'm',
  arrivedAt: '2026-11-24T01:00:00.000Z',
  ...more,
});
const noId = { messageIdHash: null };
const anew = { sourceKey: 'jz@example/INBOX:8:5' };
const later = { arrivedAt: '2026-11-24T02:00:00.000Z' };

describe('a letter beside an earlier one of its mailbox', () => {
  it.each<[string, Partial<LetterMarks>, Partial<LetterMarks>, ReturnType<typeof samenessOf>]>([
    ['the same bytes under a new numbering are the same letter', anew, {}, 'renumbered'],
    ['also without a Message-ID, where they arrived at the same moment', { ...anew, ...noId }, noId, 'renumbered'],
    ['without a Message-ID and at another moment they are another letter', { ...anew, ...noId, ...later }, noId, null],
    [
      'without a Message-ID and a known moment they are another letter',
      { ...anew, ...noId, arrivedAt: null },
      { ...noId, arrivedAt: null },
      null,
    ],
    ['the same bytes twice in one numbering are a copy', { sourceKey: 'jz@example/INBOX:7:2', ...later }, {}, 'copy'],
    ['without a Message-ID each of them is a letter', { sourceKey: 'jz@example/INBOX:7:2', ...noId }, noId, null],
    ['one that could not be read before is known by its moment', anew, noId, 'renumbered'],
    [
      'other bytes under the same Message-ID are a letter of their own',
      { sourceKey: 'jz@example/INBOX:7:2', fileHash: 'b' },
      {},
      'namesake',
    ],
    ['letters without Message-ID are not namesakes', { fileHash: 'b', ...noId }, noId, null],
  ])('%s', (_title, one, earlier, expected) => {
    expect(samenessOf(letter(one), letter(earlier))).toBe(expected);
  });
});
