import type { GuideChapter, GuideState, GuideStep } from '@hub/domain';

/** One version of an article of the citizens' guide. */
export interface GuideArticleView {
  readonly id: number;
  /** The same for all versions of one article. */
  readonly root: number;
  readonly chapter: GuideChapter;
  readonly chapterName: string;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly year: number;
  readonly title: string;
  readonly text: string;
  readonly promise: string;
  readonly state: GuideState;
  readonly stateName: string;
  readonly preparedBy: string;
  readonly signedBy: string | null;
  readonly publishedAt: string | null;
  readonly changedAt: string;
  readonly allowedSteps: readonly GuideStep[];
  readonly version: number;
}

export interface SiteNoticeView {
  readonly id: number;
  readonly text: string;
  readonly from: string;
  readonly until: string;
  readonly by: string;
  readonly shown: boolean;
}
