import type { Staff } from '../appeal/person';
import { mayStep, publicationBar, PUBLICATION_STEPS, type PublicationStep } from './life';
import { PUBLICATION_STATES, type PublicationState } from './publication';
import { redacted } from './redact';
import { nearness, pairsOf, searchTerms, tellingPairs } from './terms';

const OPEN = { status: 'answered', guard: '', secrecy: 'named', unitId: 'supervision' } as const;
const as = (role: Staff['role'], unitId: string | null = null): Staff => ({ id: 1, name: '某君', role, unitId });

describe('who brings a publication along', () => {
  /** State by state, written out by hand: each step with whom it belongs to. */
  const TABLE: Record<PublicationState, Partial<Record<PublicationStep, string>>> = {
    draft: { change: 'dispatcher', agreement: 'own head', withholding: 'dispatcher' },
    agreed: { change: 'dispatcher', approval: 'leader', withholding: 'dispatcher' },
    approved: { change: 'dispatcher', publication: 'dispatcher', withholding: 'dispatcher' },
    published: { withdrawal: 'dispatcher leader director' },
    withdrawn: {},
    withheld: {},
  };
  const PEOPLE: Record<string, Staff> = {
    dispatcher: as('dispatcher'),
    'own head': as('section-head', 'supervision'),
    'other head': as('section-head', 'monitoring'),
    handler: as('handler', 'supervision'),
    revisitor: as('revisitor'),
    leader: as('leader'),
    director: as('director'),
    discipline: as('discipline'),
    administrator: as('administrator'),
  };
  it.each(PUBLICATION_STATES.map((state) => [state] as const))('in state %s', (state) => {
    const allowed = Object.entries(PEOPLE).flatMap(([who, staff]) =>
      PUBLICATION_STEPS.filter((step) => mayStep(step, state, OPEN, staff)).map((step) => `${step}: ${who}`),
    );
    const written = Object.entries(TABLE[state]).flatMap(([step, people]) =>
      (people === 'dispatcher leader director' ? people.split(' ') : [people]).map((who) => `${step}: ${who}`),
    );
    expect(allowed.sort()).toEqual(written.sort());
  });

  it('goes to the leader at once where the office has answered by itself', () => {
    expect(mayStep('approval', 'draft', { ...OPEN, unitId: null }, as('leader'))).toBe(true);
    expect(mayStep('approval', 'draft', { ...OPEN, unitId: 'office' }, as('leader'))).toBe(true);
    expect(mayStep('approval', 'draft', OPEN, as('leader'))).toBe(false);
  });
});

describe('what may be published', () => {
  it.each([
    ['an answered appeal', {}, true],
    ['an anonymous one', { secrecy: 'anonymous' }, true],
    ['a closed one', { status: 'closed' }, true],
    ['an archived one', { status: 'archived' }, true],
    ['a confidential one', { secrecy: 'confidential', guard: 'confidential' }, false],
    ['a confidential one about a unit', { secrecy: 'confidential', guard: 'unit:monitoring' }, false],
    ['one about a unit of the bureau', { guard: 'unit:monitoring' }, false],
    ['one about conduct', { guard: 'conduct' }, false],
    ['one in hand', { status: 'in-hand' }, false],
    ['one that its citizen wants handled again', { status: 'reopen-requested' }, false],
    ['one that was withdrawn', { status: 'withdrawn' }, false],
  ] as const)('%s: %s', (_, about, may) => expect(publicationBar({ ...OPEN, ...about }) === null).toBe(may));
});

describe('a redacted copy', () => {
  const own = { name: '陆文洁', phone: '13812345678', email: 'lu.wj@mail.example', address: '长寿路街道梧桐里3号502室' };
  const subject = { own, others: [], letters: ['我的车牌号是沪A12345'], ours: ['021-52564588'], staff: ['沈佳'] };
  it.each([
    ['我叫陆文洁，住梧桐里3号502室', '我叫反映人，住（住址略）'],
    ['陆女士来电 138-1234-5678', '反映人来电 （电话略）'],
    ['邻居电话 13987654321', '邻居电话 （电话略）'],
    ['写信到 lu.wj@mail.example', '写信到 （邮箱略）'],
    ['身份证 11010519491231002X', '身份证 （证件号略）'],
    ['车子沪A12345停在门口', '车子（车牌略）停在门口'],
    ['由沈佳到现场测量', '由工作人员到现场测量'],
    ['请打局办公室电话 021-52564588', '请打局办公室电话 021****4588'],
    ['夜间54分贝，超过50分贝', '夜间54分贝，超过50分贝'],
  ])('of “%s” is “%s”', (text, copy) => expect(redacted(text, subject)).toBe(copy));
});

describe('finding by pairs of signs', () => {
  it('takes no notice of punctuation, width and case', () => {
    expect(pairsOf('ＰＭ2.5，超标')).toEqual(pairsOf('pm25超标'));
  });

  it('finds no single sign, and everything where nothing is asked', () => {
    expect(searchTerms('水')).toBeNull();
    expect(searchTerms('  ')).toEqual([]);
    expect(searchTerms('废水 泡沫')).toEqual([...pairsOf('废水'), ...pairsOf('泡沫')]);
  });

  it('calls near what shares more than everyday words', () => {
    const found = { title: '汽修店喷漆异味', text: '喷漆房没有关门', topic: 'air' };
    const near = (text: string, topic: string | null = null) => nearness({ pairs: new Set(tellingPairs(text)), topic }, found);
    expect(near('隔壁汽修店整天喷漆，味道很大')).toBeGreaterThan(0);
    expect(near('我们小区居民反映的问题希望尽快解决')).toBe(0);
    expect(near('店里喷漆')).toBe(0);
    expect(near('店里喷漆', 'air')).toBeGreaterThan(0);
  });
});
