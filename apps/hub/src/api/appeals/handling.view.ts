import type { HandlingView } from '@hub/contract';
import {
  PART_STATE_WORDS,
  REVIEW_OUTCOME_WORDS,
  REVIEW_STAGE_WORDS,
  TOPIC_WORDS,
  TRACK_RULES,
  TRACK_WORDS,
  unitName,
  withOffset,
  type Office,
} from '@hub/domain';
import type { AppealFile } from '@hub/persistence';

/** How an appeal is classified and who works on it. */
export function handlingView({ appeal, parts, reviews }: AppealFile, office: Office): HandlingView {
  const { topic, track, returnedFrom, refusalGround, refusalPath } = appeal;
  const nameOf = (id: string) => unitName(office, id) ?? id;
  return {
    topic,
    topicName: topic && TOPIC_WORDS[topic],
    track,
    trackName: track && TRACK_WORDS[track],
    reviewRights: track !== null && TRACK_RULES[track].reviewRights,
    returns: appeal.returns,
    returnedFrom: returnedFrom === null ? null : { id: returnedFrom, name: nameOf(returnedFrom) },
    designated: appeal.designated,
    refusal: refusalGround === null ? null : { ground: refusalGround, rightPath: refusalPath ?? '' },
    parts: parts.map(({ unitId, demand, dueOn, state, answer, settledBy, settledAt }) => ({
      unitId,
      unit: nameOf(unitId),
      demand,
      dueOn,
      state,
      stateName: PART_STATE_WORDS[state],
      answer,
      settledBy,
      settledAt: settledAt && withOffset(settledAt),
    })),
    reviews: reviews.map(({ stage, authority, askedOn, dueOn, ground, decidedOn, outcome, decision }) => ({
      stage,
      stageName: REVIEW_STAGE_WORDS[stage],
      authority,
      askedOn,
      dueOn,
      ground,
      decidedOn,
      outcome,
      outcomeName: outcome && REVIEW_OUTCOME_WORDS[outcome],
      decision,
    })),
  };
}
