import { searchWords, sightOf, type Instant } from '@hub/domain';
import { Database, migrate, QueueQuery, SearchQuery, Secrets, UnitOfWork, type QueueFilter } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { shown, spread, timed, type Line } from './figures';
import { appealOf } from './queue';

export interface Searched {
  readonly engine: string;
  /** An empty database. */
  readonly url: string;
  readonly count: number;
}

const AT_ONCE = 500;
/** Each stands in the texts of one appeal in so many. */
const OFTEN: readonly (readonly [word: string, oneIn: number])[] = [
  ['噪声', 2],
  ['油烟', 7],
  ['打桩', 60],
  ['窨井', 800],
  ['锅炉', 20_000],
];
const FILLING =
  '尊敬的领导您好我家住在附近这件事已经反映过好几次一直没有人来处理希望尽快派人到现场看一看给我们一个答复谢谢老人孩子都睡不好窗户关紧也没有用物业说管不了邻居们意见很大';
/** What clerks look for: one word, two, a longer one, and one that stands nowhere. */
const ASKED: readonly string[] = [
  '噪声',
  '油烟',
  '打桩',
  '窨井',
  '锅炉',
  '噪声 油烟',
  '打桩 窨井',
  '打桩扰民',
  '窨井冒臭气',
  '冷却水塔',
];
/** LIKE takes long and is asked less often. */
const LIKE_TIMES = 5;

/** Text search among many appeals: the hub's page of fifty beside LIKE over the same texts, and whether both find the same. */
export async function measureSearch({ engine, url, count }: Searched, settings: Settings): Promise<Line[]> {
  await migrate(url);
  const database = await Database.open(url);
  try {
    const work = new UnitOfWork(database, new Secrets(settings.secretKey));
    for (let first = 1; first <= count; first += AT_ONCE) {
      const ids = Array.from({ length: Math.min(AT_ONCE, count - first + 1) }, (_, at) => first + at);
      await work.run(async ({ appeals, messages, counters }) => {
        const rows = ids.map((id) => appealOf(id, count, 3, settings.office));
        await appeals.add(rows.map((row) => ({ ...row, subject: `来件 ${row.id}`, place: '' })));
        const from = await counters.take('message-id', ids.length);
        const at: Instant = rows[0]!.receivedAt;
        const said = { direction: 'in' as const, author: '反映人', at };
        await messages.add(ids.map((id, place) => ({ ...said, id: from + place, appealId: id, text: textOf(id) })));
      });
    }
    const noted = await timed(async () => {
      while (await work.run(({ search }) => search.goOn(200)));
    });
    const search = new SearchQuery(database);
    const queue = new QueueQuery(database, search);
    const filter = (words: string): QueueFilter => ({
      sight: sightOf({ id: 1, name: '', role: 'director', unitId: null }),
      open: null,
      words,
    });
    const lines: Line[] = [];
    for (const words of ASKED) {
      const page = () => queue.page(filter(words), 'received', null, 50);
      const ours = await spread(page, 100);
      const ids = (await page()).rows.map(({ id }) => id);
      const counted = await timed(() => queue.count(filter(words)));
      const { count: hits, more } = await queue.count(filter(words));
      const asked = searchWords(words).map(({ text }) => `%${text}%`);
      const like = asked.map(() => 'm.text LIKE ?').join(' AND ');
      const all = `FROM messages m JOIN appeals a ON a.id = m.appealId WHERE ${like}`;
      const first = `SELECT a.id AS id ${all} ORDER BY a.receivedAt DESC, a.id DESC LIMIT 50`;
      const samples: number[] = [];
      for (let run = 0; run < LIKE_TIMES; run++) samples.push((await timed(() => database.reader.query(first, asked))).ms);
      const bare = samples.sort((a, b) => a - b)[LIKE_TIMES >> 1]!;
      const rows = (await database.reader.query(first, asked)) as { id: number }[];
      const [{ n }] = (await database.reader.query(`SELECT COUNT(*) AS n ${all}`, asked)) as [{ n: number | string }];
      const same = rows.map(({ id }) => Number(id)).join() === ids.join() && (more ? Number(n) > hits : Number(n) === hits);
      if (!same) throw new Error(`检索“${words}”与 LIKE 找到的不一样：${hits} 和 ${n}。`);
      lines.push({
        what: `${engine} 检索“${words}”，p50 / p99 毫秒`,
        ours: shown(ours),
        bare: bare.toFixed(1),
        ratio: ours.p50 / bare,
        peers: 'RT 2,067，FreeScout 1,388（十万件）',
        note: `${count} 件里 ${n} 件有，与 LIKE 相同；第一页 50 件，计数 ${counted.ms.toFixed(1)} 毫秒；光用驱动是 LIKE`,
      });
    }
    lines.push({
      what: `${engine} 记下检索用的字词，毫秒/件`,
      ours: (noted.ms / count).toFixed(3),
      bare: '–',
      ratio: null,
      peers: '',
      note: `每件约 130 字；处理器 ${(noted.cpuMs / count).toFixed(3)} 毫秒；登记之后在后台记`,
    });
    return lines;
  } finally {
    await database.close();
  }
}

/** About 130 signs, the same in every run. */
function textOf(id: number): string {
  const turn = (id * 37) % FILLING.length;
  const filling = (FILLING + FILLING + FILLING).slice(turn, turn + 110);
  const words = OFTEN.filter(([, often], at) => (id * 7919 + at * 31) % often === 0).map(([word]) =>
    word === '打桩' && id % 3 ? '打桩扰民' : word === '窨井' && id % 2 ? '窨井冒臭气' : word,
  );
  return `${filling.slice(0, 40)}，${words.join('，')}，${filling.slice(40)}`;
}
