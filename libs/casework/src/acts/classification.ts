import {
  asksFullSteps,
  initialWaivers,
  KIND_WORDS,
  TOPIC_WORDS,
  TRACK_WORDS,
  usualTrack,
  type Appeal,
  type DeadlineRules,
  type Kind,
  type Topic,
  type Track,
} from '@hub/domain';
import type { AppealEntity, Stores } from '@hub/persistence';

export interface Classification {
  readonly kind?: Kind;
  readonly track?: Track;
  readonly topic?: Topic;
}

/**
 * What a changed kind, track or topic changes of the appeal, and the words of its line (empty where nothing changed).
 * Another kind or track may ask for other steps; what was promised stays promised by date, what was proved stays proved.
 */
export async function reclassified(
  appeal: AppealEntity,
  body: Classification,
  stores: Pick<Stores, 'persons'>,
  rules: DeadlineRules,
): Promise<{ change: Partial<Appeal>; words: string }> {
  const kind = body.kind ?? appeal.kind;
  const track = body.track ?? (kind === appeal.kind && appeal.track ? appeal.track : usualTrack(kind));
  const topic = body.topic ?? appeal.topic ?? 'other';
  const words = [
    changed(KIND_WORDS[appeal.kind], KIND_WORDS[kind]),
    changed(appeal.track && TRACK_WORDS[appeal.track], TRACK_WORDS[track]),
    changed(appeal.topic && TOPIC_WORDS[appeal.topic], TOPIC_WORDS[topic]),
  ].filter(Boolean);
  const change = { kind, track, topic };
  if (asksFullSteps(kind, track, rules.fullKinds) === asksFullSteps(appeal.kind, appeal.track, rules.fullKinds))
    return { change, words: words.join('、') };
  const party = await stores.persons.partyOf(appeal.id);
  const waivers = initialWaivers(kind, track, Boolean(party.phone || party.email || party.address), rules);
  return { change: { ...change, contactWaiver: waivers.contact, siteWaiver: waivers.site }, words: words.join('、') };
}

const changed = (before: string | null, after: string): string | null =>
  before === after ? null : before ? `${before}→${after}` : after;
