import { ImportService } from '@hub/casework';
import { Database, UnitOfWork } from '@hub/persistence';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

const HEAD = '工单编号,来电时间,诉求内容,来电人,电话,答复意见\n';
const csv = (...lines: readonly string[]) => ({ name: '台账.csv', bytes: Buffer.from(HEAD + lines.join('\n') + '\n') });

describeBothEngines('a log that is handed in again', (open) => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await Hub.open((await open()).url);
  });
  afterEach(() => hub.close());

  const take = (file: ReturnType<typeof csv>, dryRun = false) => hub.app.get(ImportService).import(file, '12345', { dryRun });
  const query = <T>(sql: string) => hub.app.get(Database).reader.query(sql) as Promise<T[]>;
  const first = csv('P-1,2026-11-02 9:00,真如镇夜里施工,王女士,52560001,', 'P-2,2026-11-03 9:00,桃浦镇异味,李先生,52560002,');

  it('adds none and changes nothing where it says the same', async () => {
    await take(first);
    const again = await take(first);
    expect(again).toMatchObject({ new: 0, known: 2, changed: [], faults: [] });
    expect(await query('SELECT id FROM messages')).toHaveLength(2);
  });

  it('tells which rows say something else, in what, and writes nothing where it is only tried', async () => {
    await take(first);
    const edited = csv(
      'P-1,2026-11-02 9:00,真如镇夜里施工,王女士,52560001,已查处',
      'P-2,2026-11-03 9:00,桃浦镇异味很重,李先生,52560002,',
    );
    const tried = await take(edited, true);
    expect(tried.changed.map(({ row, fields }) => [row, fields])).toEqual([
      [2, ['答复意见']],
      [3, ['来件内容']],
    ]);
    expect((await take(edited)).changed.map(({ row, fields }) => [row, fields])).toEqual([
      [2, ['答复意见']],
      [3, ['来件内容']],
    ]);
    expect(await take(edited)).toMatchObject({ known: 2, changed: [] });
  });

  it('puts the new words beside the old ones, with a line in the history, and leaves the appeal as staff have it', async () => {
    await take(first);
    await take(csv('P-2,2026-11-03 9:00,桃浦镇异味很重,李先生,52560002,'));
    const [appeal] = await query<{ id: number; subject: string }>("SELECT id, subject FROM appeals WHERE outsideNumber = 'P-2'");
    expect(appeal!.subject).toBe('桃浦镇异味');
    const texts = await query<{ author: string; text: string }>(
      `SELECT author, text FROM messages WHERE appealId = ${appeal!.id} ORDER BY id`,
    );
    expect(texts).toEqual([
      { author: '反映人', text: '桃浦镇异味' },
      { author: '台账更正', text: '【来件内容】\n原：桃浦镇异味\n现：桃浦镇异味很重' },
    ]);
    const lines = await query<{ note: string }>(`SELECT note FROM history_lines WHERE appealId = ${appeal!.id} ORDER BY id`);
    expect(lines.at(-1)!.note).toBe('台账里这一行改了：来件内容。原来登记的内容没有动。');
  });

  it('follows a corrected telephone where nobody has touched it, and not where somebody has; the number stands in no text', async () => {
    await take(first);
    const ids = await query<{ id: number }>('SELECT id FROM appeals ORDER BY outsideNumber');
    const work = hub.app.get(UnitOfWork);
    await work.run(async ({ persons }) =>
      persons.rewrite(ids[1]!.id, { ...(await persons.partyOf(ids[1]!.id)), phone: '52569999' }),
    );
    const edited = csv('P-1,2026-11-02 9:00,真如镇夜里施工,王女士,52561111,', 'P-2,2026-11-03 9:00,桃浦镇异味,李先生,52562222,');
    expect((await take(edited)).changed.map(({ fields }) => fields)).toEqual([['电话'], ['电话']]);
    const phones = await work.run(({ persons }) => Promise.all(ids.map(async ({ id }) => (await persons.partyOf(id)).phone)));
    expect(phones).toEqual(['52561111', '52569999']);
    const told = (await query<{ text: string }>("SELECT text FROM messages WHERE author = '台账更正' ORDER BY appealId")).map(
      ({ text }) => text,
    );
    expect(told[0]).toBe('【电话】有改动，已按台账更新。');
    expect(told[1]).toContain('没有覆盖');
  });

  it('takes a row that was faulty and is mended as a new one', async () => {
    expect(await take(csv('P-3,某日,长征镇油烟,,,'))).toMatchObject({ new: 0, faults: [{ row: 2 }] });
    expect(await take(csv('P-3,2026-11-04,长征镇油烟,,,'))).toMatchObject({ new: 1, faults: [] });
    expect(await query("SELECT id FROM intake_items WHERE state <> 'registered'")).toEqual([]);
  });
});
