import { createHash } from 'node:crypto';
import type { Instant } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { AuditEntryEntity, AuditHeadEntity } from '../entities/audit-entry.entity';
import { insertRows } from '../insert-rows';

/** Something that was done, before it has its place in the chain. */
export interface NewAuditEntry {
  readonly at: Instant;
  /** Null where no member of staff did it. */
  readonly actorId: number | null;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string;
  /** Without anybody's identity. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export type Link = Omit<AuditEntryEntity, 'hash'>;
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** SHA-256 over the columns in this order as a JSON array: one form, whatever the engine. */
export const hashOf = (link: Link): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        link.sequence,
        link.at,
        link.actorId,
        link.actorName,
        link.action,
        link.subject,
        link.detail,
        link.previousHash,
      ]),
    )
    .digest('hex');

/**
 * Appends at the end of a transaction. The head is held from here to the commit, and no other row is taken after it: two
 * processes cannot fork the chain, and cannot wait for each other in a circle.
 */
export async function append(manager: EntityManager, engine: Engine, entries: readonly NewAuditEntry[]): Promise<void> {
  if (!entries.length) return;
  const lock = engine === 'mariadb' ? ' FOR UPDATE' : '';
  const [head] = (await manager.query(`SELECT sequence, hash FROM audit_heads WHERE name = 'chain'${lock}`)) as [Head];
  let { sequence, hash } = head;
  const rows = entries.map(({ at, actorId, actorName, action, subject, detail }) => {
    const link: Link = {
      sequence: ++sequence,
      at,
      actorId,
      actorName: clipped(actorName, 58),
      action: clipped(action, 58),
      subject: clipped(subject, 78),
      detail: JSON.stringify(detail ?? {}),
      previousHash: hash,
    };
    hash = hashOf(link);
    return { ...link, hash };
  });
  await insertRows(manager, AuditEntryEntity, rows);
  await manager.update(AuditHeadEntity, { name: 'chain' }, { sequence, hash });
}

const clipped = (text: string, signs: number): string => [...text].slice(0, signs).join('');
