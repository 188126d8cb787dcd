import type { Database } from '../database';
import { AuditEntryEntity } from '../entities/audit-entry.entity';
import { hashOf, type Head } from './chain';

/** The first place where the chain is not as it was written. */
export interface BrokenLink {
  readonly sequence: number;
  readonly what: 'missing' | 'changed' | 'unlinked' | 'cut' | 'replaced';
}

export interface ChainReport {
  readonly entries: number;
  readonly head: Head;
  readonly broken: BrokenLink | null;
}

const BATCH = 2000;

/**
 * Walks the chain from its beginning. `witnessed` are heads that were written down elsewhere: a chain that was computed
 * anew from some entry on agrees with itself but not with them.
 */
export async function verifyChain(database: Database, witnessed: readonly Head[] = []): Promise<ChainReport> {
  const manager = database.reader.manager;
  const [head] = (await manager.query("SELECT sequence, hash FROM audit_heads WHERE name = 'chain'")) as [Head];
  const seen = new Map(witnessed.map(({ sequence, hash }) => [sequence, hash]));
  let sequence = 0;
  let hash = '0'.repeat(64);
  const report = (broken: BrokenLink | null): ChainReport => ({ entries: sequence, head, broken });
  for (;;) {
    const rows = await manager
      .createQueryBuilder(AuditEntryEntity, 'entry')
      .where('entry.sequence > :sequence', { sequence })
      .orderBy('entry.sequence')
      .limit(BATCH)
      .getMany();
    for (const row of rows) {
      const expected = sequence + 1;
      if (row.sequence !== expected) return report({ sequence: expected, what: 'missing' });
      if (hashOf(row) !== row.hash) return report({ sequence: expected, what: 'changed' });
      if (row.previousHash !== hash) return report({ sequence: expected, what: 'unlinked' });
      if ((seen.get(expected) ?? row.hash) !== row.hash) return report({ sequence: expected, what: 'replaced' });
      sequence = expected;
      hash = row.hash;
    }
    if (rows.length < BATCH) break;
  }
  // Entries that came while we walked stand behind the head that was read first.
  const last = Math.max(head.sequence, ...seen.keys());
  if (sequence < last) return report({ sequence: sequence + 1, what: 'cut' });
  return report(null);
}
