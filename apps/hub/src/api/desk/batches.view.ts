import type { FormBatchRow, FormBatchView } from '@hub/contract';
import { differences, tallies, withOffset, type Staff } from '@hub/domain';
import type { FormBatchEntity, ReadSheet } from '@hub/persistence';

export const batchRow = ({ id, name, sheets, byName, createdAt }: FormBatchEntity): FormBatchRow => ({
  id,
  name,
  sheets,
  by: byName,
  createdAt: withOffset(createdAt),
});

/** What the first one read is shown to nobody before the second one has read for himself. */
export const batchView = (batch: FormBatchEntity, sheets: readonly ReadSheet[], by: Staff): FormBatchView => ({
  ...batchRow(batch),
  questions: batch.questions,
  entered: sheets.map(({ sheet, state, firstId, firstName, secondName, first, second, number }) => ({
    sheet,
    state,
    first: firstName,
    firstIsMe: firstId === by.id,
    second: secondName,
    number,
    read: state === 'differs' ? first : null,
    differences: state === 'differs' && second ? differences(batch.questions, first, second) : [],
  })),
  tallies: tallies(
    batch.questions,
    sheets.flatMap(({ agreed }) => agreed ?? []),
  ),
});
