import { checkedRepresentatives } from './representatives';
import { answerDay, checkedDetails, detailWords, sourceForm } from './source-form';

const on = '2026-11-24';

describe('what a source asks for', () => {
  it('is kept trimmed, and what is empty is left out', () => {
    const given = { issuer: ' 市环保局 ', documentNumber: '沪环办〔2026〕12号', issuedOn: '', answerBy: '2026-12-01' };
    const details = checkedDetails('上级交办', given, on);
    expect(details).toEqual({ issuer: '市环保局', documentNumber: '沪环办〔2026〕12号', answerBy: '2026-12-01' });
    expect(detailWords('上级交办', details).map(({ word }) => word)).toEqual(['交办机关', '交办文号', '要求答复日期']);
  });

  it.each([
    ['上级交办', { documentNumber: '12号' }, '交办机关'],
    ['媒体', { outlet: '新民晚报' }, '刊播日期'],
    ['社区联系', {}, '居委会或小区'],
    ['来信', { outlet: '新民晚报' }, '没有“outlet”'],
    ['来信', { postmarkedOn: '2026-11-25' }, '晚于收到'],
    ['来信', { postmarkedOn: '2026-02-30' }, '不是一个日期'],
    ['上级交办', { issuer: '市局', documentNumber: '1', answerBy: '2026-11-23' }, '早于收到'],
    ['来访', { visitors: '0' }, '来访人数不对'],
    ['来访', { visitors: '3.5' }, '来访人数不对'],
    ['人大代表', { proposalNumber: '号'.repeat(81) }, '太长'],
    ['纠风热线', { toString: 'x' }, '没有“toString”'],
  ])('from %s refuses %j', (source, details, why) => {
    expect(() => checkedDetails(source, details as Record<string, string>, on)).toThrow(why);
  });

  it('is nothing for a source that the office has added', () => {
    expect(sourceForm('微信').fields).toEqual([]);
    expect(sourceForm('constructor').fields).toEqual([]);
    expect(checkedDetails('微信', {}, on)).toEqual({});
  });

  it('may shorten the promise and never lengthens it', () => {
    expect(answerDay('2026-12-22', { answerBy: '2026-12-01' })).toBe('2026-12-01');
    expect(answerDay('2026-12-22', { answerBy: '2027-02-01' })).toBe('2026-12-22');
    expect(answerDay('2026-12-22', {})).toBe('2026-12-22');
  });
});

describe('those who speak for many', () => {
  const people = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `代表${at}`, phone: '' }));

  it('are five at most, and the refusal says so', () => {
    expect(checkedRepresentatives(people(5), 30)).toHaveLength(5);
    expect(() => checkedRepresentatives(people(6), 30)).toThrow('最多 5 人');
  });

  it('have names, and are not more than came', () => {
    expect(() => checkedRepresentatives([{ name: ' ', phone: '13800001234' }], null)).toThrow('姓名');
    expect(() => checkedRepresentatives(people(3), 2)).toThrow('比来访的人还多');
  });
});
