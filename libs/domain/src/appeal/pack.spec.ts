import { lackingInPack, type PackFacts } from './pack';

const complete: PackFacts = {
  replyDoneAt: '2026-11-20T02:00:00.000Z', informedAt: null, contactDoneAt: '2026-11-13T02:00:00.000Z',
  siteDoneAt: '2026-11-14T02:00:00.000Z', contactWaiver: null, siteWaiver: null, openParts: 0, ends: ['answered'],
  unsentLetters: 0, openReviews: 0, openOrders: 0, suggestedOrders: 0, riskUnsigned: false, openRevisits: 0, draftPapers: [],
}; // prettier-ignore

describe('the file that is archived', () => {
  it('lacks nothing where all that was begun has ended', () => {
    expect(lackingInPack(complete)).toEqual([]);
  });

  it.each([
    ['an open order', { openOrders: 1 }, ['督办单的办结']],
    ['a suggestion that nobody decided on', { suggestedOrders: 1 }, ['督办建议的定夺']],
    ['a risk that somebody must still look at', { riskUnsigned: true }, ['风险评估的审阅']],
    ['a citizen still to be asked', { openRevisits: 1 }, ['回访的结果']],
    ['papers in draft, each kind once', { draftPapers: ['opinion', 'opinion'] }, ['处理意见书的签发（还是草稿）']],
  ] as const)('is kept open by %s', (_, about, lacking) => {
    expect(lackingInPack({ ...complete, ...about })).toEqual(lacking);
  });
});
