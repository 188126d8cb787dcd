import type { RevisitTaskRow, RevisitTaskView, RevisitView } from '@hub/contract';
import {
  DIMENSION_WORDS,
  DIMENSIONS,
  REVISIT_METHOD_WORDS,
  REVISIT_OUTCOME_WORDS,
  REVISIT_REASON_WORDS,
  REVISIT_STATE_WORDS,
  SOLVED_WORDS,
  unitName,
  withOffset,
  type Office,
} from '@hub/domain';
import type { AppealFile, RevisitTaskEntity, WithAppeal } from '@hub/persistence';

const taskView = ({ reason, dueOn, state, tries, settledAt }: RevisitTaskEntity): RevisitTaskView => ({
  reason,
  reasonName: REVISIT_REASON_WORDS[reason],
  dueOn,
  state,
  stateName: REVISIT_STATE_WORDS[state],
  tries,
  settledAt: settledAt && withOffset(settledAt),
});

/** The revisits of an appeal; the script only for whoever may use it now. */
export function revisitView({ oversight }: AppealFile, office: Office, mayRevisit: boolean): RevisitView {
  const { greeting, questions, closing } = office.revisit;
  return {
    revisits: oversight.revisits.map(taskView),
    revisitRecords: oversight.revisitRecords.map((record) => ({
      at: withOffset(record.at),
      by: record.byName,
      methodName: REVISIT_METHOD_WORDS[record.method],
      outcome: record.outcome,
      outcomeName: REVISIT_OUTCOME_WORDS[record.outcome],
      solved: record.solved,
      solvedName: record.solved && SOLVED_WORDS[record.solved],
      scores: DIMENSIONS.map((dimension) => ({ dimension, name: DIMENSION_WORDS[dimension], score: record[dimension] })),
      answers: record.answers.filter(({ answer }) => answer),
      words: record.words,
    })),
    script: mayRevisit ? { greeting, questions, closing } : null,
  };
}

export const revisitRow = (
  { row, appeal }: WithAppeal<RevisitTaskEntity>,
  office: Office,
  names: ReadonlyMap<number, string>,
): RevisitTaskRow => ({
  ...taskView(row),
  id: row.id,
  appeal: appeal.number,
  subject: appeal.subject,
  unit: unitName(office, appeal.unitId) ?? '局办公室',
  assignee: names.get(row.assigneeId ?? 0) ?? null,
});
