import type { Role, Staff } from '../appeal/person';
import { Fault } from '../errors';
import type { Day } from '../deadline/day';

/** The chapters of the citizens' guide (办事指南), in the order of the page. */
export const GUIDE_CHAPTERS = ['scope', 'time', 'contact', 'promise', 'questions'] as const;
export type GuideChapter = (typeof GUIDE_CHAPTERS)[number];
export const GUIDE_CHAPTER_WORDS: Record<GuideChapter, string> = {
  scope: '受理范围',
  time: '办理时限',
  contact: '怎么联系我们',
  promise: '诚信服务承诺',
  questions: '常见问题',
};

/** An article is written by the office; a section signs its 诚信服务承诺 (work plan 2011, SD07 and SD08); older versions stay. */
export const GUIDE_STATES = ['draft', 'signed', 'published', 'replaced', 'retired'] as const;
export type GuideState = (typeof GUIDE_STATES)[number];
export const GUIDE_STATE_WORDS: Record<GuideState, string> = {
  draft: '草稿',
  signed: '科室已签，待公布',
  published: '已公布',
  replaced: '旧版',
  retired: '已撤下',
};

export const GUIDE_STEPS = ['change', 'signature', 'publication', 'renewal', 'retirement'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** Whose turn an article's step is, and from where; a commitment (`promise`) with a section needs its signature. */
interface Standing {
  readonly state: GuideState;
  readonly chapter: GuideChapter;
  readonly unitId: string | null;
}

const WHO: Record<GuideStep, { readonly role: Role; readonly from: readonly GuideState[] }> = {
  change: { role: 'dispatcher', from: ['draft', 'signed'] },
  signature: { role: 'section-head', from: ['draft'] },
  publication: { role: 'dispatcher', from: ['draft', 'signed'] },
  renewal: { role: 'dispatcher', from: ['published'] },
  retirement: { role: 'dispatcher', from: ['published'] },
};

export const needsSignature = ({ chapter, unitId }: Pick<Standing, 'chapter' | 'unitId'>): boolean =>
  chapter === 'promise' && unitId !== null;

export function mayGuideStep(step: GuideStep, one: Standing, staff: Staff): boolean {
  const { role, from } = WHO[step];
  if (staff.role !== role || !from.includes(one.state)) return false;
  if (step === 'signature') return needsSignature(one) && staff.unitId === one.unitId;
  return step !== 'publication' || one.state === 'signed' || !needsSignature(one);
}

export function refuseGuideStep(step: GuideStep, one: Standing, staff: Staff): void {
  if (mayGuideStep(step, one, staff)) return;
  throw new Fault(
    'refused',
    'guide-step',
    '这篇现在不能由您做这一步。',
    '局办公室编写和公布；科室的承诺先由本科室负责人签字。请刷新看看办到哪一步了。',
  );
}

/** A sentence says a measurable promise where it has a number. */
export const isMeasurable = (promise: string): boolean => /[\d一二两三四五六七八九十百]/.test(promise);

/** A notice stands on every page of the portal from one day until another, both included. */
export const isShown = ({ from, until }: { readonly from: Day; readonly until: Day }, today: Day): boolean =>
  from <= today && today <= until;
