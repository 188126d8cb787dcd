import type { Role, Staff } from '../appeal/person';
import type { AppealStatus } from '../appeal/status';
import type { Kind } from '../appeal/kind';
import type { Track } from '../appeal/track';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentState } from './document';
import { drawable, openSource, refuseDrawing, refuseIssuing, type Filed } from './drawing';
import { DOCUMENT_FIELDS, emptyFields, fieldFaults, FIELDS_MAX } from './fields';
import { documentDate, documentNumber } from './number';
import { printsReview, usualDocuments, type Sources } from './rules';

const staff = (role: Role): Staff => ({ id: 1, name: '沈佳', role, unitId: 'supervision' });
const at = (status: AppealStatus, track: Track | null = 'enforcement', kind: Kind = 'complaint') => ({
  status,
  track,
  kind,
  unitId: 'supervision',
  departmentId: null,
});
const paper = (kind: DocumentKind, state: DocumentState, number: string | null = null) => ({ kind, state, number });
const filed = (papers: ReturnType<typeof paper>[] = [], about: Partial<Sources> = {}): Filed => ({
  papers,
  sources: { transfer: [], order: [], extended: true, ...about },
});

describe('the papers of an appeal', () => {
  it.each<[AppealStatus, Role, DocumentKind[]]>([
    ['received', 'dispatcher', ['non-acceptance-notice', 'risk-sheet']],
    ['accepted', 'dispatcher', ['receipt-notice', 'extension-notice', 'supervision-order', 'risk-sheet']],
    ['in-hand', 'handler', ['extension-notice', 'site-record', 'reply-letter', 'risk-sheet']],
    ['transferred', 'dispatcher', ['transfer-letter', 'whereabouts-notice', 'supervision-order', 'risk-sheet']],
    ['not-accepted', 'leader', ['non-acceptance-notice', 'whereabouts-notice']],
    ['revisit', 'revisitor', ['revisit-sheet']],
    ['archived', 'dispatcher', []],
    ['in-hand', 'discipline', []],
  ])('that may be drawn up at %s by a %s', (status, role, kinds) => {
    expect(drawable(at(status), staff(role), filed([], { transfer: ['转1'], order: ['督1'] }))).toEqual(kinds);
  });

  it.each<[Track | null, Kind, DocumentKind[]]>([
    ['enforcement', 'report', ['reply-letter']],
    ['petition', 'complaint', ['opinion']],
    ['petition', 'suggestion', ['reply-letter']],
    ['litigation', 'complaint', ['non-acceptance-notice', 'whereabouts-notice']],
    ['outside', 'inquiry', ['transfer-letter', 'whereabouts-notice']],
    [null, 'report', ['reply-letter']],
  ])('that end one of the track %s and the kind %s', (track, kind, kinds) => {
    expect(usualDocuments({ track, kind, status: 'in-hand', departmentId: null })).toEqual(kinds);
  });

  it.each<Track>(['enforcement', 'petition', 'outside'])(
    'of an answer that was passed on are a letter, on the track %s',
    (track) => {
      const appeal = { ...at('answered', track), departmentId: 'water' };
      const kinds = drawable(appeal, staff('dispatcher'), filed());
      expect([kinds.includes('reply-letter'), kinds.includes('opinion')]).toEqual([true, false]);
      expect(usualDocuments(appeal)).toEqual(['reply-letter']);
    },
  );

  it('are once only, until the one there is is void', () => {
    const [appeal, office] = [at('accepted'), staff('dispatcher')];
    expect(drawable(appeal, office, filed([paper('receipt-notice', 'issued')]))).not.toContain('receipt-notice');
    expect(drawable(appeal, office, filed([paper('receipt-notice', 'void')]))).toContain('receipt-notice');
    expect(drawable(appeal, office, filed([paper('extension-notice', 'issued')]))).toContain('extension-notice');
    expect(() => refuseDrawing('receipt-notice', appeal, office, filed([paper('receipt-notice', 'draft')]))).toThrow('已有');
    expect(() => refuseDrawing('receipt-notice', appeal, office, null)).not.toThrow();
  });

  it('of transfers and orders are one to each number, the latest first', () => {
    const sources = { transfer: ['转1', '转2'] };
    const issued = paper('transfer-letter', 'issued', '转2');
    expect(openSource('transfer-letter', filed([], sources))).toBe('转2');
    expect(openSource('transfer-letter', filed([issued], sources))).toBe('转1');
    expect(openSource('transfer-letter', filed([issued, paper('transfer-letter', 'void', '转1')], sources))).toBe('转1');
    expect(openSource('transfer-letter', filed([issued, paper('transfer-letter', 'draft', '转1')], sources))).toBeUndefined();
    const code = (work: () => void) => {
      try {
        work();
      } catch (error) {
        return (error as { code: string }).code;
      }
      return '';
    };
    const office = staff('dispatcher');
    expect(code(() => refuseDrawing('supervision-order', at('in-hand'), office, filed()))).toBe('document-no-source');
    expect(code(() => refuseDrawing('extension-notice', at('in-hand'), office, filed([], { extended: false })))).toBe(
      'document-no-source',
    );
    const all = filed([paper('supervision-order', 'issued', '督1')], { order: ['督1'] });
    expect(code(() => refuseDrawing('supervision-order', at('in-hand'), office, all))).toBe('document-exists');
  });

  it('carry review rights on an opinion about a petition and nowhere else', () => {
    const rights = DOCUMENT_KINDS.filter((kind) => printsReview(kind, { kind: 'complaint', track: 'petition' }));
    expect(rights).toEqual(['opinion']);
    expect(printsReview('opinion', { kind: 'report', track: 'enforcement' })).toBe(false);
  });

  it('are refused with what would work', () => {
    const refused = (work: () => void): [string, string | undefined] => {
      try {
        work();
      } catch (error) {
        return [(error as { code: string }).code, (error as { hint?: string }).hint];
      }
      return ['', ''];
    };
    const whole = { lacking: [], approved: true };
    expect(refused(() => refuseDrawing('opinion', at('in-hand'), staff('handler'), filed()))).toEqual([
      'document-track',
      '处理意见书只用于信访类；业务类请用答复函，或先改归类。',
    ]);
    expect(refused(() => refuseDrawing('receipt-notice', at('received'), staff('dispatcher'), filed()))).toEqual([
      'document-not-now',
      '受理告知书在这些状态下拟：待派单、待签收、办理中、待补充、待审核。',
    ]);
    expect(refused(() => refuseIssuing('reply-letter', at('in-review'), staff('handler'), whole))[0]).toBe('forbidden');
    expect(refused(() => refuseIssuing('reply-letter', at('in-hand'), staff('leader'), whole))[0]).toBe('document-not-now');
    expect(
      refused(() => refuseIssuing('reply-letter', at('in-review'), staff('leader'), { lacking: [], approved: false }))[0],
    ).toBe('milestone-missing');
    expect(
      refused(() =>
        refuseIssuing('opinion', at('in-review', 'petition'), staff('leader'), { lacking: ['依据'], approved: true }),
      ),
    ).toEqual(['document-incomplete', '请填好这些栏目再签发。']);
  });
});

describe('the columns of a paper', () => {
  it.each<[DocumentKind, Record<string, unknown>, string[]]>([
    ['receipt-notice', { 诉求: '油烟' }, []],
    ['receipt-notice', { 文号: '普环〔2026〕1号' }, ['文号']],
    ['receipt-notice', { 诉求: 5 }, ['诉求']],
    ['opinion', { 处理结论: '部分支持' }, ['处理结论']],
    ['opinion', { 处理结论: '' }, []],
    ['risk-sheet', { 责任人: '某'.repeat(201) }, ['责任人']],
    ['reply-letter', { 答复内容: '改过的答复' }, ['答复内容']],
    ['reply-letter', { 诉求: '字'.repeat(FIELDS_MAX + 1) }, ['']],
  ])('of a %s as %j are faulty at %j', (kind, typed, fields) => {
    expect(fieldFaults(kind, typed).map(({ field }) => field)).toEqual(fields);
  });

  it('that must not stay empty are told by name', () => {
    expect(emptyFields('opinion', { 诉求: '油烟', 调查情况: '  ', 处理结论: '支持', 处理意见: '改' })).toEqual([
      '调查情况',
      '依据',
    ]);
  });

  it('have one name each', () => {
    for (const kind of DOCUMENT_KINDS) {
      const names = DOCUMENT_FIELDS[kind].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('the number and the date of a paper', () => {
  it('are written as the standard asks: six-cornered brackets, no leading zeros', () => {
    expect(documentNumber('普环', '信受', '2026', 12)).toBe('普环信受〔2026〕12号');
    expect([documentDate('2026-03-05'), documentDate('2027-12-31')]).toEqual(['2026年3月5日', '2027年12月31日']);
  });
});
