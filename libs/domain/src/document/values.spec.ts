import type { Appeal } from '../appeal/appeal';
import { NOBODY } from '../intake/inbound-message';
import type { Office } from '../office';
import type { DocumentKind } from './document';
import { addresseeOf, documentValues, proposedFields, type DocumentFacts } from './values';

const appeal = {
  number: 'YXT-20260101-0001', subject: '饭店油烟扰民', source: '局长信箱', kind: 'complaint', track: 'petition', place: '长寿路118弄',
  receivedAt: '2025-12-31T17:30:00.000Z', replyDueOn: '2026-01-29',
} as Appeal; // prettier-ignore
const facts: DocumentFacts = {
  appeal, unit: '监察支队', clerk: '沈佳', today: '2026-01-02', transfer: null, site: null, revisit: null, order: null,
  extension: null, risk: null, draft: '', refusal: null,
}; // prettier-ignore
const office = {
  bureau: '普陀区环保局', phone: '021-1240', hours: '工作日', documentPrefix: '普环', publicUrl: 'https://yxt.example',
  documents: { words: { 'receipt-notice': '信受', opinion: '信意' }, reviewAuthority: '区人民政府', printedBy: '局办公室' },
} as unknown as Office; // prettier-ignore
const proposed = (kind: DocumentKind, about: Partial<DocumentFacts> = {}) => proposedFields(kind, { ...facts, ...about }, office);

describe('what is proposed for a paper', () => {
  const site = {
    at: '2026-01-05T01:05:00.000Z',
    place: '长寿路118弄',
    officers: ['沈佳', '顾敏'],
    findings: '设施未开启。',
    photos: 2,
  };
  const extension = { reason: '要复测', oldDueOn: '2026-01-29', newDueOn: '2026-02-28' };
  const scores = { efficiency: 5, openness: null, charges: 3, service: 1, integrity: 4 };
  const revisit = {
    at: '2026-02-01T06:30:00.000Z',
    byName: '林晓',
    method: 'phone',
    outcome: 'satisfied',
    words: '好了',
    scores,
  } as const;
  const factors = { people: 12, repeats: 1, group: true, daysLate: 3, dissatisfied: 0, media: 'none', health: 'none' } as const;
  const risk = { factors, level: 'major', measures: '协调会' } as const;

  it.each<[DocumentKind, Partial<DocumentFacts>, Record<string, string>]>([
    ['receipt-notice', {}, { 诉求: '饭店油烟扰民', 办理期限: '2026年1月29日' }],
    [
      'site-record',
      { site },
      { 调查时间: '2026年1月5日9时05分', 调查人员: '沈佳、顾敏', 现场情况: '设施未开启。', 照片说明: '附现场照片 2 张' },
    ],
    [
      'opinion',
      { site, draft: '已责令整改。' },
      { 调查情况: '2026年1月5日，我局工作人员到长寿路118弄现场调查。设施未开启。', 处理意见: '已责令整改。', 依据: '' },
    ],
    ['non-acceptance-notice', { refusal: { ground: '已起诉', rightPath: '向法院' } }, { 依据: '已起诉', 正确途径: '向法院' }],
    ['extension-notice', { extension }, { 延期理由: '要复测', 原定期限: '2026年1月29日', 延长期限: '2026年2月28日' }],
    [
      'revisit-sheet',
      { revisit },
      { 回访时间: '2026年2月1日14时30分', 回访方式: '电话', 行政效率: '5 分', 公开透明: '不了解', 回访结论: '满意' },
    ],
    [
      'risk-sheet',
      { risk },
      { 风险因素: '涉及 12 人，群体来访或来信，超期 3 天。', 风险等级: '重大', 化解措施: '协调会', 责任单位: '监察支队' },
    ],
  ])('%s comes from what is known: %j', (kind, about, columns) => {
    expect(proposed(kind, about)).toMatchObject(columns);
  });
});

describe('the values of a paper', () => {
  const values = (kind: DocumentKind, issue: { number: string; on: string } | null) =>
    documentValues(kind, facts, {}, office, issue, '陆**');

  it('leave number and date open in a draft, and are whole when it is issued', () => {
    expect(values('receipt-notice', null)).toMatchObject({ 文号: '普环信受〔2026〕　号', 成文日期: '　　年　月　日' });
    const issued = values('receipt-notice', { number: '普环信受〔2026〕3号', on: '2026-01-02' });
    expect(issued).toMatchObject({
      文号: '普环信受〔2026〕3号',
      成文日期: '2026年1月2日',
      印发日期: '2026年1月2日',
      来件日期: '2026年1月1日',
    });
  });

  it('grant the right of review on an opinion only', () => {
    expect([values('opinion', null).复查权利, values('receipt-notice', null).复查权利]).toEqual([true, false]);
  });

  it.each<[DocumentKind, 'named' | 'confidential' | 'anonymous', string, boolean, string]>([
    ['opinion', 'named', '陆文杰', false, '陆**'],
    ['opinion', 'confidential', '陆文杰', true, '陆文杰'],
    ['opinion', 'anonymous', '陆文杰', true, '来件人'],
    ['opinion', 'named', ' ', true, '来件人'],
    ['transfer-letter', 'named', '陆文杰', true, ''],
  ])('address the reader of %s about a %s appeal of “%s” (by name: %s) as “%s”', (kind, secrecy, name, named, addressee) => {
    expect(addresseeOf(kind, { secrecy }, { ...NOBODY, name }, named)).toBe(addressee);
  });
});
