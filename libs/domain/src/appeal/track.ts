import type { Kind } from './kind';

/**
 * The legal track (法定途径), the second axis beside the kind: which law the office answers under. It decides the clocks,
 * the document that ends the appeal and whether review rights are printed (信访工作条例2022 §31).
 */
export const TRACKS = ['enforcement', 'petition', 'litigation', 'outside'] as const;
export type Track = (typeof TRACKS)[number];

export interface TrackRule {
  /** Contact and site apply, only an answer is owed, or only word of where the matter belongs. */
  readonly clocks: 'full' | 'reply';
  /** The document that ends an appeal of this track. */
  readonly document: 'reply-letter' | 'opinion' | 'non-acceptance-notice' | 'transfer-letter';
  /** The citizen may ask the upper authority to review the opinion (复查, 复核: 信访工作条例2022 §35, §36). */
  readonly reviewRights: boolean;
  /** 60 days to finish apply by law (信访工作条例2022 §34 for §31(6)). */
  readonly finishByLaw: boolean;
}

export const TRACK_RULES: Record<Track, TrackRule> = {
  enforcement: { clocks: 'full', document: 'reply-letter', reviewRights: false, finishByLaw: false },
  petition: { clocks: 'full', document: 'opinion', reviewRights: true, finishByLaw: true },
  litigation: { clocks: 'reply', document: 'non-acceptance-notice', reviewRights: false, finishByLaw: false },
  outside: { clocks: 'reply', document: 'transfer-letter', reviewRights: false, finishByLaw: false },
};

/** Where the office has not decided: what asks for action against a polluter is enforcement, everything else a petition. */
export const usualTrack = (kind: Kind): Track => (kind === 'complaint' || kind === 'report' ? 'enforcement' : 'petition');

/** Steps of the promise that the kind and the track ask for together. */
export const asksFullSteps = (kind: Kind, track: Track | null, fullKinds: readonly Kind[]): boolean =>
  fullKinds.includes(kind) && TRACK_RULES[track ?? usualTrack(kind)].clocks === 'full';
