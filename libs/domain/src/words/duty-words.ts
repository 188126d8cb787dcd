import type { Topic } from '../appeal/topic';

/** What a section is for, as its citizens know it; who works there is told to nobody. */
const DUTY_WORDS: Partial<Record<Topic, string>> = {
  air: '大气污染',
  water: '水污染',
  noise: '噪声',
  waste: '固体废物',
  radiation: '辐射',
  soil: '土壤污染',
  ecology: '生态保护',
  construction: '建设项目环保审批',
};

/** 负责噪声的科室; what has no plain duty, or is about the bureau itself, is with 负责这件事的科室. */
export const sectionWords = (topic: Topic | null): string => `负责${(topic && DUTY_WORDS[topic]) || '这件事'}的科室`;
