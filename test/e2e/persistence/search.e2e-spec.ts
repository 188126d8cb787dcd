import { searchWords } from '@hub/domain';
import { QueueQuery, SearchQuery, type NewAppeal } from '@hub/persistence';
import { anAppeal } from '../../factories/appeal';
import { describeBothEngines } from '../../support/mariadb';
import { openStored } from '../../support/stored';
import { randomFrom } from '../../support/random';

const ALL = { sight: { all: true, veil: 'nothing', accused: null, staffId: 1 }, open: null } as const;
const SIGNS = [...'风机噪声油烟夜里响A1，。 '];

interface Said {
  readonly id: number;
  readonly direction: 'in' | 'out' | 'note';
  readonly text: string;
}

describeBothEngines('search', (open) => {
  let stored: Awaited<ReturnType<typeof openStored>>;
  let queue: QueueQuery;
  /** Tests follow one another in one database, each with words of its own. */
  let last = 0;

  beforeAll(async () => {
    stored = await openStored((await open()).url);
    queue = new QueueQuery(stored.database, new SearchQuery(stored.database));
  });
  afterAll(() => stored.database.close());

  const register = (appeals: readonly NewAppeal[], said: readonly Said[]) =>
    stored.work.run(async (stores) => {
      await stores.appeals.add(appeals);
      const first = await stores.counters.take('message-id', said.length);
      const at = '2026-11-02T02:00:00.000Z';
      await stores.messages.add(
        said.map(({ id, direction, text }, place) => ({
          id: first + place,
          appealId: id,
          direction,
          text,
          author: '反映人',
          at,
        })),
      );
    });
  const index = (most: number) => stored.work.run(({ search }) => search.goOn(most));
  const found = async (words: string, filter: object = ALL): Promise<number[]> => {
    const asked = { ...ALL, ...filter, words };
    const { rows } = await queue.page(asked, 'received', null, 1000);
    const { count } = await queue.count(asked);
    expect(count).toBe(rows.length);
    return rows.map(({ id }) => id).sort((a, b) => a - b);
  };
  const one = async (about: Partial<NewAppeal>, ...said: Omit<Said, 'id'>[]) => {
    const id = ++last;
    await register(
      [anAppeal(id, { subject: '标题', place: '地点', ...about })],
      said.map((text) => ({ ...text, id })),
    );
    return id;
  };
  const letter = (text: string) => ({ direction: 'in' as const, text });

  it('finds just what a look through all texts would, before, while and after the index has them', async () => {
    const roll = randomFrom('search');
    const text = (length: number) => Array.from({ length: 1 + roll(length) }, () => SIGNS[roll(SIGNS.length)]).join('');
    const appeals = Array.from({ length: 300 }, (_, at) =>
      anAppeal(at + 1, { subject: text(8), place: text(4), secrecy: roll(6) ? 'named' : 'confidential' }),
    );
    const said = appeals.flatMap(({ id }) => [
      { id, direction: 'in' as const, text: text(30) },
      ...(roll(3) ? [] : [{ id, direction: 'out' as const, text: text(20) }]),
      ...(roll(3) ? [] : [{ id, direction: 'note' as const, text: `${text(20)}内部` }]),
    ]);
    last = appeals.length;
    await register(appeals, said);
    const stands = (word: string, appeal: NewAppeal) => {
      const texts = said.filter(({ id, direction }) => id === appeal.id && direction !== 'note').map((one) => one.text);
      const open = appeal.secrecy === 'confidential' ? [] : texts;
      return [appeal.subject, appeal.place, ...open].some((one) => one.toLowerCase().includes(word.toLowerCase()));
    };
    const asked = Array.from({ length: 40 }, () => text(4).trim() || '风机').concat('风机 噪声', 'a1', '内部', '夜里响', '，。');
    for (const step of [0, 150, 10_000]) {
      if (step) await index(step);
      for (const words of asked) {
        // A single sign, or none that belongs to a word, is looked for in subject and place alone.
        if (searchWords(words).some(({ pairs }) => !pairs.length)) continue;
        const right = appeals.filter((appeal) => words.split(/\s+/u).every((word) => stands(word, appeal)));
        expect({ words, ids: await found(words) }).toEqual({ words, ids: right.map(({ id }) => id) });
      }
    }
  });

  it('goes down the list where a word is in very many appeals, and finds the same', async () => {
    const first = last + 1;
    last += 2_600;
    const appeals = Array.from({ length: 2_600 }, (_, at) => anAppeal(first + at, { subject: '标题', place: '' }));
    await register(
      appeals,
      appeals.map(({ id }) => ({ id, ...letter((id - first) % 2 ? '工地打桩扰民' : '工地打桩，很扰民') })),
    );
    await index(10_000);
    const asked = { ...ALL, words: '打桩扰民' };
    expect((await queue.count(asked)).count).toBe(1_300);
    const page = await queue.page(asked, 'received', null, 40);
    const next = await queue.page(asked, 'received', page.nextCursor, 40);
    const ids = [...page.rows, ...next.rows].map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 80 }, (_, at) => last - 2 * at));
  });

  it('finds a new subject and place, and pages through what it finds', async () => {
    const id = await one({}, letter('厨房气味太大'));
    await index(100);
    const before = await stored.work.run(({ appeals }) => appeals.holdById(id));
    const line = { byId: null, byName: '系统', act: 'notes', way: null, at: '2026-11-03T02:00:00.000Z', note: '' } as const;
    await stored.work.run(({ appeals }) => appeals.keep(before, { subject: '石泉路烧烤摊', place: '曹杨新村' }, line));
    expect(await found('烧烤摊')).toEqual([id]);
    expect(await found('曹杨')).toEqual([id]);
    expect(await found('气味 曹杨')).toEqual([id]);
  });

  it('keeps numbers that may be somebody’s out of texts, and texts of guarded appeals out of the search', async () => {
    await one({}, letter('我的电话是13812345678'));
    const guarded = await one({ secrecy: 'confidential', subject: '某厂偷排' }, letter('我在厂里的锅炉房上班'));
    for (const most of [0, 100]) {
      if (most) await index(10_000);
      expect(await found('13812345678')).toEqual([]);
      expect(await found('锅炉房')).toEqual([]);
      expect(await found('偷排')).toEqual([guarded]);
    }
  });

  it('finds nothing that a person may not see', async () => {
    await one({ unitId: 'supervision', status: 'assigned' }, letter('锯木头的声音'));
    const other = await one({ unitId: 'monitoring', status: 'assigned' }, letter('锯木头的声音'));
    await index(100);
    expect(await found('锯木头', { sight: { unitId: 'monitoring', accused: null, staffId: 7, veil: 'guarded' } })).toEqual([
      other,
    ]);
  });

  it('shows where the words stand', async () => {
    const id = await one({}, letter('夜里冷却塔响'), letter('还是响'), { direction: 'note', text: '冷却塔是合法的' });
    const search = new SearchQuery(stored.database);
    expect(await search.glimpses([id], searchWords('冷却塔'))).toEqual(new Map([[id, '夜里冷却塔响']]));
    expect(await search.glimpses([id], searchWords('油烟'))).toEqual(new Map());
  });
});
