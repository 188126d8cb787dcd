import { existsSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import { describeBothEngines } from './mariadb';

describeBothEngines('a test database', (open) => {
  it('is fresh each time and gone afterwards', async () => {
    const [first, second] = [await open(), await open()];
    expect(first.url).not.toBe(second.url);
    if (first.engine === 'mariadb') await provesMariadb(first.url);
    await first.dispose();
    await second.dispose();
    if (first.engine === 'sqlite') expect(existsSync(first.url.slice('sqlite:'.length))).toBe(false);
    else await expect(createConnection({ uri: first.url })).rejects.toThrow(/Unknown database/);
  });
});

async function provesMariadb(url: string) {
  const connection = await createConnection({ uri: url });
  const [tables] = await connection.query('show tables');
  await connection.query('create table surname (name varchar(20) primary key)');
  await connection.query("insert into surname values ('𠮷'), ('𡈽'), ('a'), ('A')");
  const [rows] = await connection.query('select count(*) as surnames from surname');
  await connection.end();
  expect(tables).toEqual([]);
  expect(rows).toEqual([{ surnames: 4 }]);
}
