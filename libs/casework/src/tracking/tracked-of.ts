import {
  dayOf,
  departmentName,
  DOCUMENT_RULES,
  DOCUMENT_WORDS,
  longDate,
  mayWithdraw,
  milestones,
  sectionWords,
  type Day,
  type Office,
} from '@hub/domain';
import type { AppealFile, WordedDocument } from '@hub/persistence';
import type { Ratable } from '../rating/rating-door';
import type { Tracked } from '../web-form';
import { stepTold } from './told-steps';

export const ADDED_ONLINE = '网上补充';

interface Known {
  readonly file: AppealFile;
  readonly papers: readonly WordedDocument[];
  readonly rating: Ratable | null;
}

/** What the citizen may know of his appeal: no staff, no internal state, and of a section only what it is for. */
export function trackedOf({ file, papers, rating }: Known, office: Office, today: Day): Tracked {
  const { appeal, messages, history } = file;
  const department = departmentName(office, appeal.departmentId);
  const question = appeal.status === 'awaiting-citizen' ? history.findLast((line) => line.act === 'question') : undefined;
  return {
    number: appeal.number,
    status: appeal.status,
    subject: appeal.subject,
    kind: appeal.kind,
    secrecy: appeal.secrecy,
    source: appeal.source,
    street: appeal.street,
    place: appeal.place,
    receivedOn: dayOf(appeal.receivedAt),
    lamps: milestones(appeal, today, office.rules.soonDays),
    heldBy: department ?? (appeal.unitId ? sectionWords(appeal.topic) : null),
    departmentName: department,
    replies: [
      ...toldOf(file),
      ...messages.filter((one) => one.direction === 'out').map(({ at, text }) => ({ on: dayOf(at), text })),
    ],
    papers: papers.filter(isForCitizen).map(({ id, kind, number, issuedAt }) => ({
      id,
      title: DOCUMENT_WORDS[kind],
      number: number ?? '',
      on: dayOf(issuedAt!),
    })),
    added: messages
      .filter(({ direction, remarks }) => direction === 'in' && remarks.includes(ADDED_ONLINE))
      .map(({ id, at, text }) => ({
        on: dayOf(at),
        text,
        files: file.attachments.filter(({ messageId }) => messageId === id).map(({ name }) => name),
      })),
    question: question ? { text: question.note, dueOn: appeal.waitDueOn } : null,
    rating: rating?.state ?? null,
    withdrawal: withdrawalOf(file),
    history: history.flatMap((line) => {
      const words = stepTold(line);
      return words ? [{ on: dayOf(line.at), words }] : [];
    }),
  };
}

/** The copies that stand in his name. */
export const isForCitizen = ({ kind, state }: Pick<WordedDocument, 'kind' | 'state'>): boolean =>
  state === 'issued' && DOCUMENT_RULES[kind].to === 'citizen';

/** `asked`: he has asked, and a person is to decide. */
function withdrawalOf({ appeal, history }: AppealFile): Tracked['withdrawal'] {
  if (!mayWithdraw(appeal.status)) return null;
  return hasAskedToWithdraw(history) ? 'asked' : 'open';
}

/** Since then the office has not decided to go on by its own duty, or it has: either way asking again is no news. */
export const hasAskedToWithdraw = (history: AppealFile['history']): boolean =>
  history.some(({ act, way }) => act === 'withdrawal' && (way === 'ask' || way === 'ex-officio'));

/** What letters told beside answers: whoever gets only a reminder by mail reads it here. */
function toldOf({ appeal, extensions, history }: AppealFile): Tracked['replies'] {
  const longer = extensions.filter(({ state }) => state === 'approved');
  const { status, informedAt, refusalGround, refusalPath } = appeal;
  const isRefused = status === 'not-accepted' && refusalGround;
  const kept = history.filter(({ act, way }) => act === 'reopening' && way === 'refuse');
  return [
    ...longer.map(({ decidedAt, newDueOn, reason }) => ({
      on: dayOf(decidedAt!),
      text: `答复要晚些，延到${longDate(newDueOn)}以前。原因：${reason}`,
    })),
    ...(isRefused
      ? [{ on: dayOf(informedAt!), text: `这件事我们不能受理，原因是：${refusalGround}\n\n您可以这样做：${refusalPath ?? ''}` }]
      : []),
    ...kept.map(({ at, note }) => ({ on: dayOf(at), text: `您要求重新办理，我们研究后维持原来的答复。理由：${note}` })),
  ];
}
