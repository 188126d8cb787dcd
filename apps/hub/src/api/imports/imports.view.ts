import type { ImportPreview, SampleRow } from '@hub/casework';
import type { ImportPreviewView, ImportSampleView, ImportView } from '@hub/contract';
import { IMPORT_STATE_WORDS, KIND_WORDS, maskIdentityIn, NOBODY, SECRECY_WORDS, withOffset, type LogField } from '@hub/domain';
import type { ImportEntity } from '@hub/persistence';

export const importView = (one: ImportEntity): ImportView => ({
  id: one.id,
  source: one.source,
  file: one.fileName,
  state: one.state,
  stateName: IMPORT_STATE_WORDS[one.state],
  rows: one.rows,
  position: one.position,
  new: one.added,
  changed: one.changed,
  same: one.same,
  waiting: one.waiting,
  rejected: one.rejected,
  trouble: one.trouble,
  by: one.byName,
  createdAt: withOffset(one.createdAt),
  endedAt: one.endedAt && withOffset(one.endedAt),
  version: one.version,
});

export const previewView = ({
  survey,
  needsText,
  fresh,
  known,
  rejected,
  faults,
  samples,
}: ImportPreview): ImportPreviewView => ({
  sheets: survey.sheets.map(({ name, taken, reason, headerRow, rows, hidden }) => ({
    name,
    taken,
    reason,
    headerRow,
    rows,
    hidden,
  })),
  columns: columnsOf(survey, needsText),
  needsText,
  rows: survey.rows,
  new: fresh,
  known,
  rejected,
  faults,
  samples: samples.map(sampleView),
});

/** What names a citizen is not repeated on a page that only asks about columns. */
const NAMING: readonly (LogField | null)[] = ['name', 'phone', 'email', 'address'];

/** Sheets of one log mostly have the same columns; each heading is shown once. Without a text no sheet is taken yet. */
function columnsOf({ sheets }: ImportPreview['survey'], needsText: boolean): ImportPreviewView['columns'] {
  const columns = sheets.filter(({ taken }) => taken || needsText).flatMap((sheet) => sheet.columns);
  const first = new Map<string, ImportPreviewView['columns'][number]>();
  for (const { heading, field, reason, example } of columns) {
    const shown = NAMING.includes(field) ? '' : maskIdentityIn(example, NOBODY);
    if (heading && !first.has(heading)) first.set(heading, { heading, field, reason, example: shown });
  }
  return [...first.values()].slice(0, 200);
}

const sampleView = ({ row, fault, known, appeal }: SampleRow): ImportSampleView => ({
  row,
  fault,
  known,
  appeal: appeal && {
    subject: appeal.subject,
    kind: appeal.kind,
    kindName: KIND_WORDS[appeal.kind],
    source: appeal.source,
    secrecy: appeal.secrecy,
    secrecyName: SECRECY_WORDS[appeal.secrecy],
    receivedAt: withOffset(appeal.receivedAt),
    place: appeal.place,
    outsideNumber: appeal.outsideNumber,
    name: appeal.name,
    phone: appeal.phone,
  },
});
