import type { Database, UnitOfWork } from '@hub/persistence';
import { describeBothEngines } from '../../support/mariadb';
import { openStored } from '../../support/stored';

const AT = '2026-11-16T02:00:00.000Z';
const HASH = 'a'.repeat(64);

describeBothEngines('rows that are written together', (open) => {
  let database: Database;
  let work: UnitOfWork;
  beforeAll(async () => ({ database, work } = await openStored((await open()).url)));
  afterAll(() => database.close());
  const read = async <Row>(sql: string) => (await database.reader.query(sql)) as Row[];

  it('are all there and in their order, however many they are', async () => {
    const lines = Array.from({ length: 4_000 }, (_, at) => ({
      ...{ appealId: 7, act: 'message' as const, way: null, fromStatus: null, toStatus: 'received' as const },
      ...{ byId: null, byName: '系统', note: `第 ${at} 行`, at: AT },
    }));
    await work.run(({ appeals }) => appeals.addHistory(lines));
    const notes = await read<{ note: string }>('SELECT note FROM history_lines WHERE appealId = 7 ORDER BY id');
    expect(notes.map(({ note }) => note)).toEqual(lines.map(({ note }) => note));
  });

  it('keep each its own columns, though the first has fewer', async () => {
    const said = { appealId: 8, direction: 'in' as const, author: '反映人', at: AT };
    await work.run(({ messages }) =>
      messages.add([
        { ...said, id: 801, text: "一句话，'引号'\\ 和 𠮷😀" },
        { ...said, id: 802, text: '一封信', fileHash: HASH, mediaType: 'message/rfc822', hasHtml: true, remarks: ['“�”'] },
      ]),
    );
    const rows = await read<object>(
      'SELECT id, text, fileHash, hasHtml, sender, remarks FROM messages WHERE appealId = 8 ORDER BY id',
    );
    expect(rows).toEqual([
      { id: 801, text: "一句话，'引号'\\ 和 𠮷😀", fileHash: null, hasHtml: 0, sender: null, remarks: '[]' },
      { id: 802, text: '一封信', fileHash: HASH, hasHtml: 1, sender: null, remarks: '["“�”"]' },
    ]);
  });

  it('are null where another has what they lack', async () => {
    await work.run(({ persons }) =>
      persons.add([
        { appealId: 901, party: { name: '甲', phone: '', email: '', address: '' } },
        { appealId: 902, party: { name: '乙', phone: '', email: 'yi@example.com', address: '' } },
      ]),
    );
    const rows = await read<{ emailIndex: string | null }>(
      'SELECT emailIndex FROM persons WHERE appealId > 900 ORDER BY appealId',
    );
    expect(rows.map(({ emailIndex }) => emailIndex === null)).toEqual([true, false]);
  });
});
