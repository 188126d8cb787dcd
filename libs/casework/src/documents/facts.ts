import {
  departmentName,
  isPassedOn,
  unitName,
  type Day,
  type DocumentFacts,
  type Office,
  type Sources,
  type Staff,
} from '@hub/domain';
import type { AppealFile } from '@hub/persistence';

/** The numbers that papers may be drawn up for; a suggestion that is no order yet has none. */
export const sourcesOf = ({
  transfers,
  oversight,
  extensions,
}: Pick<AppealFile, 'transfers' | 'oversight' | 'extensions'>): Sources => ({
  transfer: transfers.map(({ number }) => number),
  order: oversight.orders.flatMap(({ number }) => number ?? []),
  extended: extensions.some(({ state }) => state === 'approved'),
});

export interface StandingAnswer {
  readonly text: string;
  readonly approved: boolean;
}

/** The answer that a paper prints: the section's as far as it is approved, or what a department said and the office passed on. */
export function standingAnswer({ appeal, transfers, draft }: AppealFile, office: Office): StandingAnswer {
  const answer = isPassedOn(appeal) ? transfers.findLast(({ state }) => state === 'answered')?.answer : null;
  if (!answer) return { text: draft?.text ?? '', approved: Boolean(draft?.approvedBy) };
  return { text: passedOnWords(departmentName(office, appeal.departmentId), answer), approved: true };
}

/** How the citizen is told what a department has answered, by letter and on paper alike. */
export const passedOnWords = (department: string | null, answer: string): string =>
  `您反映的事项由${department ?? '外单位'}办理，答复如下：\n\n${answer}`;

/** What the papers of an appeal may tell of it; `number` names the transfer or order that a paper is of. */
export function documentFacts(file: AppealFile, office: Office, by: Staff, today: Day, number: string | null): DocumentFacts {
  const { appeal, transfers, oversight, siteRecords, attachments } = file;
  const transfer = transfers.find((one) => one.number === number) ?? transfers.at(-1);
  const order = oversight.orders.find((one) => number !== null && one.number === number);
  const site = siteRecords.at(-1);
  const revisit = oversight.revisitRecords.at(-1);
  return {
    appeal,
    unit: unitName(office, appeal.unitId) ?? '',
    clerk: by.name,
    today,
    transfer: transfer
      ? { ...transfer, department: departmentName(office, transfer.departmentId) ?? transfer.departmentId }
      : null,
    site: site ? { ...site, photos: attachments.filter(({ siteRecordId }) => siteRecordId === site.id).length } : null,
    revisit: revisit ? { ...revisit, scores: revisit } : null,
    extension: file.extensions.filter(({ state }) => state === 'approved').at(-1) ?? null,
    risk: oversight.risks.at(-1) ?? null,
    order: order ? { ...order, unit: unitName(office, order.unitId) ?? office.bureau } : null,
    draft: standingAnswer(file, office).text,
    refusal: appeal.refusalGround ? { ground: appeal.refusalGround, rightPath: appeal.refusalPath ?? '' } : null,
  };
}
