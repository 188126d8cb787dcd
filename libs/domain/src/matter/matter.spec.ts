import type { AppealStatus } from '../appeal/status';
import { fillDraft, salutation, unknownVariables } from './draft-words';
import { identityIn } from './identity';
import { matterNumber, readMatterNumber } from './number';
import { relatedOf, tellsWho, type Relatable, type Tie } from './related';
import { sharedSite } from './shared-site';

describe('the number of a matter', () => {
  it.each([
    [1, 'SX-20261124-001'],
    [999, 'SX-20261124-999'],
    [1000, 'SX-20261124-1000'],
  ])('%i of a day is %s', (running, number) => expect(matterNumber('2026-11-24', running)).toBe(number));

  it.each([
    ['sx-20261124-003', 'SX-20261124-003'],
    ['ＳＸ－20261124－003 ', 'SX-20261124-003'],
    ['YXT-20261124-0003', null],
    ['', null],
  ])('“%s” is read as %s', (typed, number) => expect(readMatterNumber(typed)).toBe(number));
});

describe('an on-site record of the same matter', () => {
  const now = '2026-11-24T04:00:00.000Z';
  const record = '2026-11-10T02:00:00.000Z';
  const at = (receivedAt: string, status: AppealStatus = 'in-hand', reason: string | null = null) =>
    sharedSite(record, { status, receivedAt }, now, reason);

  it('counts from its own day for an appeal received before it', () => {
    expect(at('2026-11-03T02:00:00.000Z')).toEqual({ counts: true, doneAt: record });
  });

  it('counts for an appeal received later on the same day in Shanghai', () => {
    expect(at('2026-11-10T15:59:00.000Z')).toEqual({ counts: true, doneAt: record });
  });

  it('does not count by itself for an appeal received the day after', () => {
    expect(at('2026-11-10T16:00:00.000Z')).toEqual({ counts: false, why: 'earlier' });
    expect(at('2026-11-10T16:00:00.000Z', 'in-hand', '  ')).toEqual({ counts: false, why: 'earlier' });
  });

  it('counts for that appeal from the moment at which the section says why, never from before it was there', () => {
    expect(at('2026-11-10T16:00:00.000Z', 'in-hand', '停业至今，情况没有变化')).toEqual({ counts: true, doneAt: now });
  });

  it.each<[AppealStatus, boolean]>([
    ['received', false],
    ['accepted', false],
    ['assigned', false],
    ['in-hand', true],
    ['awaiting-citizen', true],
    ['in-review', true],
    ['answered', false],
    ['transferred', false],
    ['withdrawn', false],
    ['archived', false],
  ])('%s: %s', (status, counts) => {
    expect(at('2026-11-03T02:00:00.000Z', status, '理由').counts).toBe(counts);
  });
});

describe('a common draft', () => {
  it('says its own number, place and salutation to each citizen', () => {
    const values = { 称呼: '陆先生/女士', 编号: 'YXT-20261124-0001', 地点: '长寿路100号', 收到日期: '2026年11月24日' };
    expect(fillDraft('{{称呼}}：您反映{{ 地点 }}的来件（{{编号}}）', values)).toBe(
      '陆先生/女士：您反映长寿路100号的来件（YXT-20261124-0001）',
    );
  });

  it('has no variable that tells who the citizen is', () => {
    expect(unknownVariables('{{称呼}}{{电话}}{{ 姓名 }}{{电话}}')).toEqual(['电话', '姓名']);
  });

  it.each([
    ['陆文', 'named', '陆先生/女士'],
    ['欧阳娜娜', 'named', '欧阳先生/女士'],
    ['陆文', 'confidential', '市民朋友'],
    ['', 'named', '市民朋友'],
    ['Lu Wen', 'named', '市民朋友'],
    ['', 'anonymous', '市民朋友'],
  ] as const)('calls “%s” (%s) %s', (name, secrecy, words) => expect(salutation(name, secrecy)).toBe(words));
});

describe('an identity in a text that several citizens’ appeals carry', () => {
  const party = { name: '陆文', phone: '138-1234-5678', email: 'lu@example.com', address: '长寿路100弄3号402室' };
  it.each([
    ['经陆文反映', ['姓名']],
    ['电话 138 1234 5678', ['电话']],
    ['邮箱 LU@Example.com', ['邮箱']],
    ['住长寿路 100 弄 3 号 402 室', ['住址']],
    ['长寿路100弄有油烟', []],
    ['陆先生/女士', []],
  ])('“%s”: %j', (text, found) => expect(identityIn(text, [party])).toEqual(found));

  it('is not what the reader wrote himself', () => {
    expect(identityIn('长寿路100弄3号402室漏烟', [party], ['长寿路100弄3号402室'])).toEqual([]);
  });

  it('is not found by chance in what nobody said', () => {
    expect(identityIn('文字', [{ ...party, name: '文' }])).toEqual([]);
  });
});

describe('appeals that may be about one thing', () => {
  const one = (about: Partial<Relatable>): Relatable => ({
    id: 1, siteId: null, street: '长寿路街道', topic: 'noise', place: '', subject: '', receivedAt: '2026-06-30T02:00:00.000Z', ...about,
  }); // prettier-ignore
  const found = (appeal: Partial<Relatable>, ...others: Partial<Relatable & Tie>[]) => {
    const rows = others.map((other, at) => one({ id: at + 2, ...other }));
    const ties = new Map(rows.map((row, at) => [row.id, { likeness: 0, contact: null, ...others[at] }]));
    return relatedOf(one(appeal), rows, ties).map(({ of, reason }) => [of.id, reason]);
  };

  it('are of the same site, place, or street and topic, the surest first', () => {
    expect(
      found(
        { siteId: 9, place: '长寿路100号' },
        { topic: 'noise' },
        { street: null, place: '长寿路 100 号二楼' },
        { street: null, siteId: 9 },
        { street: '桃浦镇' },
        { topic: 'air', place: '' },
      ),
    ).toEqual([
      [4, '同一点位'],
      [3, '同一地点'],
      [2, '同街镇、同主题'],
    ]);
  });

  it('share a street and words of the place whatever their topic', () => {
    expect(found({ place: '梅川花园东门饭店' }, { topic: 'air', place: '梅川花园小区' })).toEqual([[2, '同街镇，地点相近']]);
  });

  it.each([
    ['2026-04-01T02:00:00.000Z', 1],
    ['2026-03-31T02:00:00.000Z', 0],
    ['2026-09-28T02:00:00.000Z', 1],
    ['2026-09-29T02:00:00.000Z', 0],
  ])('are at most 90 days apart: %s gives %i', (receivedAt, count) => {
    expect(found({}, { receivedAt })).toHaveLength(count);
  });

  it('say the same, wholly or for the most part, whatever their place, for a year', () => {
    const elsewhere = { street: null, topic: null };
    expect(
      found(
        elsewhere,
        { ...elsewhere, likeness: 0.49 },
        { ...elsewhere, likeness: 0.87 },
        { ...elsewhere, likeness: 1, receivedAt: '2025-06-30T02:00:00.000Z' },
        { ...elsewhere, likeness: 1, receivedAt: '2025-06-29T02:00:00.000Z' },
      ),
    ).toEqual([
      [4, '文字相同'],
      [3, '文字有八成相同'],
    ]);
  });

  it('come from one telephone: beside another reason a strong one, alone the weakest', () => {
    expect(
      found(
        { place: '长寿路100号' },
        { topic: 'air', place: '', contact: 'email' },
        { topic: 'noise', place: '' },
        { topic: 'noise', place: '长寿路100号', contact: 'phone' },
      ),
    ).toEqual([
      [4, '同一电话，同一地点'],
      [3, '同街镇、同主题'],
      [2, '同一邮箱'],
    ]);
  });

  it('have like subjects', () => {
    const elsewhere = { street: null, topic: null };
    expect(
      found(
        { ...elsewhere, subject: '武宁路洗车店噪声扰民' },
        { ...elsewhere, subject: '反映武宁路洗车店早上噪声' },
        { ...elsewhere, subject: '面包房要不要办环评' },
      ),
    ).toEqual([[2, '标题相近']]);
  });

  it.each([
    [{ secrecy: 'named', targetUnitId: null, aboutConduct: false }, true],
    [{ secrecy: 'confidential', targetUnitId: null, aboutConduct: false }, false],
    [{ secrecy: 'anonymous', targetUnitId: null, aboutConduct: false }, false],
    [{ secrecy: 'named', targetUnitId: 'supervision', aboutConduct: false }, false],
    [{ secrecy: 'named', targetUnitId: null, aboutConduct: true }, false],
  ] as const)('%j: whether it may be said who else wrote: %s', (facts, may) => expect(tellsWho(facts)).toBe(may));

  it('are five at most, and never the appeal itself', () => {
    expect(found({}, {}, {}, {}, {}, {}, {}, {})).toHaveLength(5);
    expect(found({}, { id: 1 })).toEqual([]);
  });
});
