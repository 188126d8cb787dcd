import type { OpenPublication } from '@hub/casework';
import type { PublicationLine, PublicationView, UndecidedAppeal } from '@hub/contract';
import {
  dayOf,
  KIND_WORDS,
  mayStep,
  PUBLICATION_STATE_WORDS,
  PUBLICATION_STEPS,
  publicationBar,
  TOPIC_WORDS,
  WITHHELD_WORDS,
  withOffset,
  type Staff,
} from '@hub/domain';
import type { AppealEntity, PublicationRow } from '@hub/persistence';
import { leakHitView } from '../http/leak-hit.view';

export const publicationLine = ({ publication, appeal }: PublicationRow): PublicationLine => ({
  id: publication.id,
  state: publication.state,
  stateName: PUBLICATION_STATE_WORDS[publication.state],
  title: publication.title,
  kindName: KIND_WORDS[publication.kind],
  topicName: publication.topic && TOPIC_WORDS[publication.topic],
  street: publication.street,
  number: publication.number,
  path: publication.serial === null ? null : `/published/${publication.serial}`,
  appeal: appeal.number,
  withheldFor: publication.withheldFor && WITHHELD_WORDS[publication.withheldFor],
  note: publication.note,
  changedAt: withOffset(publication.changedAt),
});

export function publicationView({ publication, appeal, original, hits }: OpenPublication, staff: Staff): PublicationView {
  const { kind, topic, receivedOn, answeredOn, verdict, facts, findings, measures, leakReason, version } = publication;
  const at = (moment: string | null) => moment && withOffset(moment);
  const hands = [
    { step: '起草', by: publication.preparedBy, at: null },
    { step: '科室同意', by: publication.agreedBy, at: at(publication.agreedAt) },
    { step: '领导批准', by: publication.approvedBy, at: at(publication.approvedAt) },
    { step: '公开', by: publication.publishedBy, at: at(publication.publishedAt) },
  ];
  return {
    ...publicationLine({ publication, appeal }),
    kind, topic, receivedOn, answeredOn, verdict, facts, findings, measures, leakReason,
    hands: hands.flatMap(({ step, by, at: moment }) => (by ? [{ step, by, at: moment }] : [])),
    leaks: hits.map(leakHitView),
    original: { subject: original.subject, said: original.said, findings: original.findings, answer: original.answer },
    bar: publicationBar(appeal),
    allowedSteps: PUBLICATION_STEPS.filter((step) => mayStep(step, publication.state, appeal, staff)),
    version,
  }; // prettier-ignore
}

export const undecidedAppeal = ({ number, subject, kind, topic, street, replyDoneAt }: AppealEntity): UndecidedAppeal => ({
  number,
  subject,
  kindName: KIND_WORDS[kind],
  topicName: topic && TOPIC_WORDS[topic],
  street,
  answeredOn: replyDoneAt && dayOf(replyDoneAt),
});
