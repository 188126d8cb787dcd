import type { DocumentsView, DocumentView } from '@hub/contract';
import {
  DOCUMENT_FIELDS,
  DOCUMENT_RULES,
  DOCUMENT_STATE_WORDS,
  DOCUMENT_WORDS,
  drawable,
  emptyFields,
  identityLevel,
  paperActs,
  usualDocuments,
  withOffset,
  type Sources,
  type Staff,
} from '@hub/domain';
import type { AppealEntity, WordedDocument } from '@hub/persistence';

/** The papers of one appeal, and what this person may do to them. */
export function documentsView(
  appeal: AppealEntity,
  filed: { readonly papers: readonly WordedDocument[]; readonly sources: Sources },
  staff: Staff,
): DocumentsView {
  const { papers } = filed;
  const usual = usualDocuments(appeal);
  const kinds = drawable(appeal, staff, filed).map((kind) => ({
    kind,
    name: DOCUMENT_WORDS[kind],
    usual: usual.includes(kind),
  }));
  return {
    items: papers.map((paper) => documentView(appeal, paper, staff, papers)),
    drawable: kinds.sort((a, b) => Number(b.usual) - Number(a.usual)),
  };
}

function documentView(
  appeal: AppealEntity,
  paper: WordedDocument,
  staff: Staff,
  papers: readonly WordedDocument[],
): DocumentView {
  const { id, kind, number, version, state, supersedes, revision, fields } = paper;
  return {
    id,
    kind,
    name: DOCUMENT_WORDS[kind],
    number,
    version,
    state,
    stateName: DOCUMENT_STATE_WORDS[state],
    supersedes,
    by: paper.byName,
    at: withOffset(paper.at),
    issuedBy: paper.issuedByName,
    issuedAt: paper.issuedAt && withOffset(paper.issuedAt),
    voidReason: paper.voidReason,
    revision,
    href: `/api/v1/appeals/${appeal.number}/documents/${id}/file`,
    fields: DOCUMENT_FIELDS[kind].map((field) => ({
      name: field.name,
      value: fields[field.name] ?? '',
      required: Boolean(field.required),
      long: Boolean(field.long),
      choices: field.choices ?? null,
      answer: Boolean(field.answer),
    })),
    lacking: emptyFields(kind, fields).filter((name) => !DOCUMENT_FIELDS[kind].some((one) => one.answer && one.name === name)),
    may: {
      ...paperActs(paper, appeal, staff, papers),
      named: state === 'issued' && DOCUMENT_RULES[kind].to === 'citizen' && identityLevel(staff, appeal) === 'full',
    },
  };
}

/** 受理告知书 普环信受〔2026〕12号 第2版.docx, a draft with the number of its appeal. */
export function fileNameOf(appeal: AppealEntity, { kind, number, version, state }: WordedDocument): string {
  const parts = [DOCUMENT_WORDS[kind], number ?? appeal.number, version > 1 ? `第${version}版` : ''];
  return `${[...parts, state === 'issued' ? '' : DOCUMENT_STATE_WORDS[state]].filter(Boolean).join(' ')}.docx`;
}
