import type { Health, Media, RiskFactors, RiskLevel } from '../risk/risk';

export const RISK_LEVEL_WORDS: Record<RiskLevel, string> = { low: '低风险', medium: '中风险', high: '高风险', major: '重大风险' };
export const RISK_FACTOR_WORDS: Record<keyof RiskFactors, string> = {
  people: '涉及人数',
  repeats: '来件次数',
  group: '集体反映',
  daysLate: '超期天数',
  dissatisfied: '不满意次数',
  media: '媒体关注',
  health: '健康影响',
};
export const MEDIA_WORDS: Record<Media, string> = { none: '没有', local: '网上或本地有议论', wide: '媒体报道' };
export const HEALTH_WORDS: Record<Health, string> = { none: '没有', suspected: '自述不适', confirmed: '有就医或检测证明' };
