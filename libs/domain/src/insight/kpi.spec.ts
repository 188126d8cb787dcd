import { FACTS } from './facts';
import { medianDays, spansOf } from './days';
import { KPI_NAMES, KPIS, percentWords, permilleOf, rateOf } from './kpi';
import { monthBefore, monthPeriod, readPeriod, yearPeriod } from './period';

describe('rates', () => {
  it('are written by hand once more, numerator over denominator', () => {
    expect(Object.fromEntries(KPI_NAMES.map((name) => [name, `${KPIS[name].of} / ${KPIS[name].among}`]))).toEqual({
      contact: 'contact-kept / contact-due',
      site: 'site-kept / site-due',
      reply: 'reply-kept / reply-due',
      finish: 'finish-kept / finish-due',
      replied: 'replied / received',
      satisfied: 'satisfied / rated',
      rated: 'rated / answered',
      solved: 'solved / solved-asked',
      returned: 'returned / assigned',
      repeated: 'repeated / received',
      supervised: 'supervised / received',
      orders: 'order-kept / order-due',
      revisited: 'revisited / closed',
      transfers: 'transfer-kept / transfer-due',
    });
  });

  it('have both parts on days of one kind, so that neither can outrun the other', () => {
    for (const name of KPI_NAMES) expect([name, FACTS[KPIS[name].of].on]).toEqual([name, FACTS[KPIS[name].among].on]);
  });

  it('show their parts, waivers apart', () => {
    const counts = { 'contact-due': 251, 'contact-kept': 247, 'contact-waived': 21 };
    expect(rateOf(KPIS.contact, counts)).toEqual({ of: 247, among: 251, apart: 21, permille: 984 });
    expect(rateOf(KPIS.reply, {})).toEqual({ of: 0, among: 0, apart: null, permille: null });
  });

  it.each([
    [1999, 2000, '99.9%'],
    [2000, 2000, '100.0%'],
    [1, 5000, '0.1%'],
    [0, 3, '0.0%'],
    [2, 3, '66.7%'],
    [0, 0, '—'],
  ])('round %i of %i to %s, the whole only to what is whole', (part, whole, words) =>
    expect(percentWords(permilleOf(part, whole))).toBe(words),
  );
});

describe('days to the answer', () => {
  it.each([
    ['none', {}, null],
    ['one', { 17: 1 }, 17],
    ['the middle of three', { 3: 1, 9: 1, 30: 1 }, 9],
    ['between the middle two', { 3: 1, 8: 1, 11: 1, 90: 1 }, 9.5],
    ['many of one', { 5: 10, 28: 9 }, 5],
    ['numbers, not texts', { 9: 2, 10: 1, 100: 2 }, 10],
  ])('have the median: %s', (_, tally, median) => expect(medianDays(tally)).toBe(median));

  it('fall into weeks with their last day inside', () => {
    expect(spansOf({ 0: 1, 7: 1, 8: 1, 14: 1, 28: 2, 29: 3 })).toEqual({ '7': 2, '14': 2, '21': 0, '28': 2, more: 3 });
  });
});

describe('periods', () => {
  it('end with their month, also in leap years and December', () => {
    expect([monthPeriod('2028-02').to, monthPeriod('2026-12').to, yearPeriod('2026').to]).toEqual(['2028-02-29', '2026-12-31', '2026-12-31']); // prettier-ignore
    expect([monthPeriod('2026-03').words, monthBefore('2026-01')]).toEqual(['2026年3月', '2025-12']);
  });

  it.each(['2026-13', '26', '2026-1', "2026' or 1", '2026-12', '2027'])('refuse %s', (name) =>
    expect(() => readPeriod(name, '2026-11-24')).toThrow(/时段|还没有/),
  );
});
