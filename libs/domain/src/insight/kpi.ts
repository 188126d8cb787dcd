import type { Counts, Fact } from './facts';

export interface Kpi {
  readonly name: string;
  /** Numerator and denominator. */
  readonly of: Fact;
  readonly among: Fact;
  /** Counted beside the rate and in neither of its parts. */
  readonly apart?: Fact;
  /** The list of what is missing from the numerator, where there is one. */
  readonly missing?: Fact;
  readonly source: string;
}

/** The bureau's rates (domain, part 7); each is shown with both its parts, never alone. */
export const KPIS = {
  contact: { name: '1周联系率', of: 'contact-kept', among: 'contact-due', apart: 'contact-waived', missing: 'contact-late', source: '工作计划二（三）四“1、2、4”制度；免联系的另计' },
  site: { name: '2周现场率', of: 'site-kept', among: 'site-due', apart: 'site-waived', missing: 'site-late', source: '工作计划二（三）四“1、2、4”制度；免现场的另计' },
  reply: { name: '4周答复率', of: 'reply-kept', among: 'reply-due', missing: 'reply-late', source: '工作计划二（三）四“1、2、4”制度；经批准延期的按延期日' },
  finish: { name: '按期办结率', of: 'finish-kept', among: 'finish-due', missing: 'finish-late', source: '12369 通报、政府信箱月报；期限按信访工作条例第三十四条' },
  replied: { name: '答复率', of: 'replied', among: 'received', source: '政府信箱月报：答复数除以来信数' },
  satisfied: { name: '满意率', of: 'satisfied', among: 'rated', missing: 'unsatisfied', source: '满意和基本满意数除以评价数，未评价的不算在内' },
  rated: { name: '参评率', of: 'rated', among: 'answered', source: '评价数除以答复数：每件答复都请群众评价，评过几次的按最后一次' },
  solved: { name: '解决率', of: 'solved', among: 'solved-asked', apart: 'solved-partly', source: '由群众判断；部分解决的另计' },
  returned: { name: '退单率', of: 'returned', among: 'assigned', source: '本局' },
  repeated: { name: '重复率', of: 'repeated', among: 'received', source: '本局：并入 12 个月内旧事项的来件' },
  supervised: { name: '督办率', of: 'supervised', among: 'received', source: '工作计划二（三）四' },
  orders: { name: '督办按期回复率', of: 'order-kept', among: 'order-due', source: '本局' },
  revisited: { name: '回访率', of: 'revisited', among: 'closed', source: '12369 通报：回访数除以办结数' },
  transfers: { name: '转交按期回复率', of: 'transfer-kept', among: 'transfer-due', source: '本局' },
} as const satisfies Record<string, Kpi>; // prettier-ignore
export type KpiName = keyof typeof KPIS;
export const KPI_NAMES = Object.keys(KPIS) as KpiName[];

export interface Rate {
  readonly of: number;
  readonly among: number;
  readonly apart: number | null;
  /** Of a thousand, rounded; null where there is nothing to divide by. */
  readonly permille: number | null;
}

/** The share of one number in another, of a thousand; only what is whole rounds to the whole. */
export function permilleOf(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  const share = Math.round((part * 1000) / whole);
  if (part < whole) return part > 0 ? Math.min(Math.max(share, 1), 999) : 0;
  return share;
}

export function rateOf(kpi: Kpi, counts: Counts): Rate {
  const of = counts[kpi.of] ?? 0;
  const among = counts[kpi.among] ?? 0;
  return { of, among, apart: kpi.apart ? (counts[kpi.apart] ?? 0) : null, permille: permilleOf(of, among) };
}

/** 98.4%, or a dash where nothing was due. */
export const percentWords = (permille: number | null): string => (permille === null ? '—' : `${(permille / 10).toFixed(1)}%`);
