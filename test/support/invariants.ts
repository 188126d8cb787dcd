// What must hold after any fault, whatever the fault was. Each test says what it put in and what came out; the checker looks at
// the database, the files and the mail that was sent, and names every breach. `yxt verify` asks the same of rows, files and chain.
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { Database, FileStore, InvariantsQuery, verifyChain } from '@hub/persistence';
import type { SunkMessage } from './smtp-sink';

export interface Evidence {
  readonly url: string;
  /** The folder of the file store. */
  readonly files: string;
  /** Letters that certainly reached the mailbox: each must be registered, exactly once. */
  readonly offered: readonly (string | Uint8Array)[];
  /** A log that was handed in: so many rows of it must be registered, each exactly once. */
  readonly rows?: { readonly of: string; readonly count: number };
  /** Letters of which nobody can say whether they did: once or not at all. */
  readonly perhaps?: readonly (string | Uint8Array)[];
  /** What the SMTP server of the test has taken. */
  readonly sunk?: readonly SunkMessage[];
  /** Ends of processes that nobody asked for; see HubYard. */
  readonly exits?: readonly string[];
}

type Find = (breach: string) => void;

/** Every breach in words; a test expects none. */
export async function breachesIn(evidence: Evidence): Promise<string[]> {
  const breaches: string[] = [];
  const find: Find = (breach) => breaches.push(breach);
  const database = await Database.open(evidence.url);
  try {
    await letters(database, evidence, find);
    if (evidence.rows) await logRows(database, evidence.rows, find);
    if (evidence.sunk) await sent(database, evidence.sunk, find);
    await files(database, new FileStore(evidence.files), evidence.files, find);
    for (const { rule, found } of await new InvariantsQuery(database).broken()) find(`I1: ${rule}: ${found}`);
    const { broken } = await verifyChain(database);
    if (broken) find(`I5: audit entry ${broken.sequence} ${broken.what}`);
  } finally {
    await database.close();
  }
  for (const exit of evidence.exits ?? []) find(`I6: ${exit}`);
  return breaches;
}

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Without its brackets. */
export const messageIdOf = (raw: Buffer): string => /^Message-ID:\s*<([^>]+)>/im.exec(raw.toString('latin1'))?.[1] ?? '(none)';

/** I1: everything offered is once in messages or quarantine, and nothing else is. */
async function letters(database: Database, { offered, perhaps = [], rows: log }: Evidence, find: Find): Promise<void> {
  const certain = new Set(offered.map(hashOf));
  const possible = new Set(perhaps.map(hashOf));
  if (certain.size !== offered.length) throw new Error('the ledger names a letter twice');
  const places = new Map<string, string[]>();
  const rows = (await database.reader.query(
    `SELECT fileHash AS hash, 'appeal' AS place, appealId AS id FROM messages WHERE direction = 'in' AND fileHash IS NOT NULL
     UNION ALL SELECT fileHash, state, id FROM intake_items WHERE state NOT IN ('registered', 'joined')`,
  )) as { hash: string; place: string; id: number }[];
  for (const { hash, place, id } of rows.filter(({ hash }) => hash !== log?.of))
    places.set(hash, [...(places.get(hash) ?? []), `${place} ${id}`]);
  for (const hash of certain) if (!places.has(hash)) find(`I1: letter ${hash} is lost`);
  for (const [hash, where] of places) {
    if (where.length > 1) find(`I1: letter ${hash} is there ${where.length} times: ${where.join(', ')}`);
    if (!certain.has(hash) && !possible.has(hash)) find(`I1: nobody sent ${hash}, but it is ${where.join(', ')}`);
  }
  const numbers = await one(database, 'SELECT COUNT(*) - COUNT(DISTINCT number) AS n FROM appeals');
  if (numbers) find(`I1: ${numbers} numbers were given twice`);
}

/** I1 of a log's rows: as many items as rows, each with an appeal of its own and one message. */
async function logRows(database: Database, { of, count }: NonNullable<Evidence['rows']>, find: Find): Promise<void> {
  const counted = (sql: string) => one(database, sql.replace('?', `'${of}'`));
  const items = await counted('SELECT COUNT(*) AS n FROM intake_items WHERE fileHash = ?');
  const appeals = await counted('SELECT COUNT(DISTINCT appealId) AS n FROM intake_items WHERE fileHash = ?');
  const messages = await counted('SELECT COUNT(*) AS n FROM messages WHERE fileHash = ?');
  if (items !== count || appeals !== count || messages !== count)
    find(`I1: ${count} rows were handed in, but there are ${items} items, ${appeals} appeals and ${messages} messages of them`);
}

/** Kinds of which an appeal has one, whatever they say; of the others one that says the same. */
const ONE_FOR_ALL = new Set(['acknowledgement']);

/** I2: one Message-ID for each thing that a citizen is told; a resend is the same letter to the byte; what counts as sent was sent. */
async function sent(database: Database, sunk: readonly SunkMessage[], find: Find): Promise<void> {
  const rows = (await database.reader.query('SELECT id, appealId, kind, body, state, messageId FROM outbox_letters')) as {
    id: number;
    appealId: number | null;
    kind: string;
    body: string;
    state: string;
    messageId: string;
  }[];
  const owed = new Map(rows.map((row) => [row.messageId, row]));
  const copies = new Map<string, Buffer[]>();
  const told = new Map<string, Set<string>>();
  for (const { envelope, raw } of sunk) {
    const id = messageIdOf(raw);
    copies.set(id, [...(copies.get(id) ?? []), raw]);
    const row = owed.get(id);
    if (!row) {
      find(`I2: ${id} was sent, but nobody owed it`);
      continue;
    }
    const says = ONE_FOR_ALL.has(row.kind) ? '' : hashOf(row.body);
    const event = [row.appealId ?? `row ${row.id}`, row.kind, envelope.to.join(','), says].join(' ');
    told.set(event, (told.get(event) ?? new Set()).add(id));
  }
  for (const [event, ids] of told) if (ids.size > 1) find(`I2: ${event} went out as ${[...ids].join(' and ')}`);
  for (const [id, all] of copies) if (all.some((raw) => !raw.equals(all[0]!))) find(`I2: ${id} went out in two versions`);
  for (const { state, messageId } of rows)
    if (state === 'sent' && !copies.has(messageId)) find(`I2: ${messageId} counts as sent, but never was`);
}

/** I3: every row that names a file has it, whole; nothing stays aside for ever. */
async function files(database: Database, store: FileStore, folder: string, find: Find): Promise<void> {
  for await (const { hash, of, size } of new InvariantsQuery(database).files()) {
    const trouble = await store.inspect(hash, size);
    if (trouble) find(`I3: ${of} names ${hash}, which is ${trouble}`);
  }
  await store.sweep(Date.now() + 2 * 86_400_000);
  const aside = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('.tmp-'));
  if (aside.length) find(`I3: ${aside.length} files stay aside for ever`);
}

async function one(database: Database, sql: string): Promise<number> {
  const [row] = (await database.reader.query(sql)) as [{ n: number | string }];
  return Number(row.n);
}
