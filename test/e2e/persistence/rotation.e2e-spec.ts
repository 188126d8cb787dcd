import type { Party } from '@hub/domain';
import { Database, openSecrets, rotate, SEALED, Secrets, UnitOfWork } from '@hub/persistence';
import { owedLetter } from '../../factories/owed-letter';
import { describeBothEngines } from '../../support/mariadb';
import { openStored, TEST_SECRET } from '../../support/stored';

const NEXT = 'the-key-that-comes-after-0123456789abcdef';
const MANY = 450;

describeBothEngines('a new secret key', (open) => {
  let url: string;
  let database: Database;
  const code = { number: 'YXT-20261102-0001', plain: 'ABCDEFGH' };
  let handedOut: { hash: string; token: string };

  const partyOf = (id: number): Party => ({
    name: `市民${id}`,
    phone: `138${String(id).padStart(8, '0')}`,
    email: `citizen${id}@example.com`,
    address: '',
  });

  beforeEach(async () => {
    ({ url } = await open());
    const stored = await openStored(url);
    ({ database } = stored);
    handedOut = { hash: stored.secrets.codeHash(code.number, code.plain), token: stored.secrets.threadToken(7) };
    await stored.work.run(async ({ persons, outbox }) => {
      await persons.add(Array.from({ length: MANY }, (_, at) => ({ appealId: at + 1, party: partyOf(at + 1) })));
      await outbox.add([owedLetter({ to: 'citizen1@example.com' })]);
    });
  });
  afterEach(() => database.close());

  const both = () => openSecrets(database, NEXT, TEST_SECRET);
  const readable = async (secrets: Secrets): Promise<number> => {
    let read = 0;
    for (const { table, column } of SEALED) {
      const rows = (await database.writer.query(`SELECT ${column} AS text FROM ${table}`)) as { text: string }[];
      for (const { text } of rows) {
        try {
          secrets.unseal(text);
          read += 1;
        } catch {
          continue;
        }
      }
    }
    return read;
  };

  it('opens everything that was sealed, and the old key opens nothing any more', async () => {
    expect(await rotate(database, await both())).toBe(MANY + 1);
    const next = await openSecrets(database, NEXT, null);
    expect([await readable(next), await readable(new Secrets(TEST_SECRET))]).toEqual([MANY + 1, 0]);
    const party = await new UnitOfWork(database, next).run(({ persons }) => persons.partyOf(3));
    expect(party).toEqual(partyOf(3));
  });

  it('goes on where it was broken off, and both keys together read everything in between', async () => {
    let batches = 0;
    const broken = rotate(database, await both(), () => {
      if (++batches === 2) throw new Error('killed');
    });
    await expect(broken).rejects.toThrow('killed');
    expect([await readable(new Secrets(NEXT)), await readable(new Secrets(TEST_SECRET))]).toEqual([400, MANY + 1 - 400]);
    expect(await readable(await both())).toBe(MANY + 1);
    expect(await rotate(database, await both())).toBe(MANY + 1 - 400);
    expect(await readable(new Secrets(TEST_SECRET))).toBe(0);
  });

  it('finds a citizen by his exact address before, during and after', async () => {
    const known = async (secrets: Secrets, ...ids: number[]) =>
      new UnitOfWork(database, secrets).run(async ({ persons }) => {
        const found = await persons.knownTo(ids.map((id) => ({ email: `Citizen${id}@example.com`, among: [id] })));
        return found.map((one) => one.size);
      });
    expect(await known(await both(), 1, MANY)).toEqual([1, 1]);
    const once = rotate(database, await both(), () => Promise.reject(new Error('killed')));
    await expect(once).rejects.toThrow('killed');
    expect(await known(await both(), 1, MANY)).toEqual([1, 1]);
    await rotate(database, await both());
    expect(await known(await openSecrets(database, NEXT, null), 1, MANY)).toEqual([1, 1]);
  });

  it('leaves valid what citizens hold: query codes and the marks in their letters', async () => {
    const holds = (secrets: Secrets) => [
      secrets.codeMatches(code.number, code.plain, handedOut.hash),
      secrets.threadTokenMatches(7, handedOut.token),
    ];
    expect(holds(await both())).toEqual([true, true]);
    await rotate(database, await both());
    expect(holds(await openSecrets(database, NEXT, null))).toEqual([true, true]);
    const third = 'and-one-more-key-0123456789-abcdefghij';
    await rotate(database, await openSecrets(database, third, NEXT));
    expect(holds(await openSecrets(database, third, null))).toEqual([true, true]);
    expect(await readable(new Secrets(NEXT))).toBe(0);
  });

  it('is refused at the start where it opens nothing, before anything is sealed under it', async () => {
    await expect(openSecrets(database, NEXT, null)).rejects.toMatchObject({ code: 'secret-key' });
  });

  it('reaches every sealed column that there is', () => {
    const sealed = database.writer.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.flatMap(({ propertyName }) => (/^sealed/.test(propertyName) ? [`${tableName}.${propertyName}`] : [])),
    );
    const known = [...SEALED.map(({ table, column }) => `${table}.${column}`), 'vault_keys.sealed'];
    expect(sealed.sort()).toEqual(known.sort());
  });
});
