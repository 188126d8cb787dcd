import { ROLES } from '../appeal/person';
import { STATUSES } from '../appeal/status';
import { checkRating, mayAskAgain, mayRate, NO_SCORES, ratingUntil, readsRatings, type RatingForm } from './rating';

const form = (about: Partial<RatingForm> = {}): RatingForm => ({
  solved: 'yes',
  satisfaction: 'satisfied',
  scores: NO_SCORES,
  words: '',
  reopen: false,
  ...about,
});

describe('a rating', () => {
  it('is of an answer that has gone out and was not taken up again', () => {
    expect(STATUSES.filter(mayRate)).toEqual(['answered', 'revisit', 'reopen-requested', 'closed']);
  });

  it('may ask for another handling only where nobody has asked yet', () => {
    expect(STATUSES.filter(mayAskAgain)).toEqual(['answered', 'revisit', 'closed']);
    expect(() => checkRating(form({ reopen: true, words: '还响' }), 'reopen-requested')).toThrow('现在不能申请重办');
  });

  it.each([
    ['satisfied', {}, null],
    ['fairly satisfied', { satisfaction: 'fair' }, null],
    ['unsatisfied', { satisfaction: 'unsatisfied' }, '还没有写原因。'],
    ['unsatisfied, with blanks for a reason', { satisfaction: 'unsatisfied', words: ' \n' }, '还没有写原因。'],
    ['unsatisfied, with a reason', { satisfaction: 'unsatisfied', words: '还响' }, null],
    ['satisfied, and asks again all the same', { reopen: true }, '还没有写原因。'],
    ['longer than is kept', { words: '好'.repeat(1001) }, '写了 1001 个字。'],
    ['as long as is kept', { words: '好'.repeat(1000) }, null],
  ] as const)('%s', (_, about, refusal) => {
    const check = () => checkRating(form(about), 'answered');
    if (refusal) expect(check).toThrow(refusal);
    else expect(check).not.toThrow();
  });

  it('is taken until the end of its last day in Shanghai', () => {
    expect(ratingUntil('2026-11-24T15:59:00.000Z', 30)).toBe('2026-12-24');
    expect(ratingUntil('2026-11-24T16:00:00.000Z', 30)).toBe('2026-12-25');
  });

  it('is read by everybody but those who handle and those who keep the machine', () => {
    expect(ROLES.filter((role) => !readsRatings(role)).sort()).toEqual(['administrator', 'handler']);
  });
});
