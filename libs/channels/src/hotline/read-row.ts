import { EMPTY_READING, streetIn, Unreadable, type Reading } from '@hub/domain';
import { kindOf } from '../form/kind-word';
import { nameOf, secrecyOf } from '../form/secrecy-word';
import type { FaultRecord, RowRecord } from './row-record';

/** Reads a row that was kept. Throws `Unreadable` with the row's own reason where it was kept as a fault. */
export function readRow(record: string | null): Reading {
  const row = parse(record);
  if ('fault' in row) throw new Unreadable(row.fault);
  const caller = nameOf(row.name ?? '');
  const place = row.place ?? row.street ?? '';
  return {
    ...EMPTY_READING,
    subject: row.subject ?? '',
    text: row.text ?? '',
    party: { name: caller.name, phone: row.phone ?? '', email: row.email ?? '', address: row.address ?? '' },
    writtenAt: row.receivedAt ?? null,
    kind: kindOf(row.kind ?? ''),
    secrecy: secrecyOf(row.secrecy ?? '') ?? caller.secrecy ?? secrecyOf(row.note ?? ''),
    place,
    street: streetIn(`${row.street ?? ''} ${place}`) ?? streetIn(`${row.subject ?? ''} ${row.text ?? ''}`),
    outsideNumber: row.outsideNumber ?? null,
    source: row.source ?? null,
    remarks: [...(row.remarks ?? []), ...(row.note ? [`台账备注：${row.note}`] : [])],
  };
}

function parse(record: string | null): RowRecord | FaultRecord {
  try {
    const row: unknown = JSON.parse(record ?? '');
    if (row && typeof row === 'object' && ('fault' in row || 'text' in row)) return row as RowRecord | FaultRecord;
  } catch {
    // Falls through: the reason is the same.
  }
  throw new Unreadable('这一行台账没有完整保存下来。请找到原来的文件，再导入一次。');
}
