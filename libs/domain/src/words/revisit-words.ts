import type {
  Dimension,
  RevisitMethod,
  RevisitOutcome,
  RevisitReason,
  RevisitState,
  Solved,
  TryOutcome,
} from '../revisit/revisit';

export const REVISIT_REASON_WORDS: Record<RevisitReason, string> = {
  supervised: '督办件必访',
  unsatisfied: '不满意件必访',
  sample: '抽中回访',
  planned: '人工安排',
};
export const REVISIT_STATE_WORDS: Record<RevisitState, string> = {
  open: '待回访',
  done: '已回访',
  unreachable: '联系不上',
  dropped: '不再回访',
};
export const REVISIT_METHOD_WORDS: Record<RevisitMethod, string> = { phone: '电话', visit: '上门', mail: '邮件' };
export const REVISIT_OUTCOME_WORDS: Record<RevisitOutcome, string> = { satisfied: '满意', unsatisfied: '不满意' };
export const SOLVED_WORDS: Record<Solved, string> = { yes: '已解决', partly: '部分解决', no: '未解决' };
export const TRY_WORDS: Record<TryOutcome, string> = { 'no-answer': '无人接', 'wrong-number': '空号', refused: '拒接' };

/** The plan's own words; every satisfaction form says them alike (work plan 2011, 二（二）). */
export const DIMENSION_WORDS: Record<Dimension, string> = {
  efficiency: '行政效率',
  openness: '公开透明',
  charges: '收费规范',
  service: '服务质量',
  integrity: '清正廉洁',
};
