import { NOBODY, type Party } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database';
import { VaultKeyEntity } from '../entities/vault-key.entity';
import type { Secrets } from '../secrets';

interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Look-up indexes that the opened text has to be given anew. */
  readonly indexes?: (plain: string, secrets: Secrets) => Readonly<Record<string, string | null>>;
}

/** Every sealed column there is; a test holds this list against the entities. */
export const SEALED: readonly SealedColumn[] = [
  {
    table: 'persons',
    column: 'sealed',
    indexes: (plain, secrets) => {
      const party = { ...NOBODY, ...(JSON.parse(plain) as Party) };
      return {
        emailIndex: secrets.index('email', party.email),
        phoneIndex: secrets.index('phone', party.phone),
        idNumberIndex: secrets.index('idNumber', party.idNumber ?? ''),
      };
    },
  },
  { table: 'outbox_letters', column: 'sealedTo' },
  {
    table: 'mail_blocks',
    column: 'sealed',
    indexes: (plain, secrets) => ({ emailIndex: secrets.index('email', plain) }),
  },
  { table: 'owed_acknowledgements', column: 'sealed' },
  { table: 'intake_items', column: 'sealedRecord' },
  { table: 'intake_items', column: 'sealedGlance' },
  { table: 'documents', column: 'sealed' },
  { table: 'desk_drafts', column: 'sealed' },
  { table: 'web_drafts', column: 'sealed' },
  { table: 'form_sheets', column: 'sealed' },
  { table: 'webhook_subscriptions', column: 'sealedSecret' },
];

const BATCH = 200;

export interface RotationStep {
  readonly table: string;
  readonly done: number;
  readonly left: number;
}

/**
 * Seals everything anew under the current key, batch by batch, each in one transaction: broken off, it goes on where it
 * was, since a row says which key sealed it. A hub that runs beside it with both keys reads and writes all the time.
 * Answers how many texts were sealed anew.
 */
export async function rotate(
  database: Database,
  secrets: Secrets,
  told: (step: RotationStep) => void | Promise<void> = () => undefined,
): Promise<number> {
  if (database.engine === 'sqlite') await database.writer.query('PRAGMA secure_delete = ON');
  await keepTokenKey(database, secrets);
  let all = 0;
  for (const sealed of SEALED) {
    // A hub that still has only the old key may add rows behind us: a pass that finds nothing ends the table.
    for (let found = 1; found > 0; all += found) found = await pass(database, secrets, sealed, told);
  }
  // The old texts must not stay readable in the file's free pages.
  if (database.engine === 'sqlite') {
    await database.writer.query('VACUUM');
    await database.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  }
  return all;
}

const keepTokenKey = (database: Database, secrets: Secrets): Promise<void> =>
  database.transaction(async (manager) => {
    const row = { name: 'token' as const, sealed: secrets.sealedTokenKey() };
    const kept = await manager.findOneBy(VaultKeyEntity, { name: 'token' });
    if (kept) await manager.update(VaultKeyEntity, { name: 'token' }, row);
    else await manager.insert(VaultKeyEntity, row);
  });

async function pass(
  database: Database,
  secrets: Secrets,
  sealed: SealedColumn,
  told: (step: RotationStep) => void | Promise<void>,
): Promise<number> {
  const { table, column } = sealed;
  const fresh = `${secrets.mark}%`;
  const [{ found }] = (await database.writer.query(`SELECT COUNT(*) AS found FROM ${table} WHERE ${column} NOT LIKE ?`, [
    fresh,
  ])) as [{ found: number | string }];
  const left = Number(found);
  let after = 0;
  for (let done = 0; ;) {
    const rows = await database.transaction(async (manager) => {
      const batch = (await manager.query(
        `SELECT id, ${column} AS text FROM ${table} WHERE id > ? AND ${column} NOT LIKE ? ORDER BY id LIMIT ${BATCH}`,
        [after, fresh],
      )) as { id: number; text: string }[];
      for (const row of batch) await sealAnew(manager, secrets, sealed, row);
      return batch;
    });
    if (!rows.length) return done;
    done += rows.length;
    after = rows.at(-1)!.id;
    await told({ table, done, left: Math.max(left - done, 0) });
  }
}

/** A text that somebody changed in between is left to the next pass. */
async function sealAnew(
  manager: EntityManager,
  secrets: Secrets,
  { table, column, indexes }: SealedColumn,
  { id, text }: { id: number; text: string },
): Promise<void> {
  const plain = secrets.unseal(text);
  const change: Record<string, string | null> = { [column]: secrets.seal(plain), ...indexes?.(plain, secrets) };
  const names = Object.keys(change);
  await manager.query(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND ${column} = ?`, [
    ...Object.values(change),
    id,
    text,
  ]);
}
