import { textLikeness } from '@hub/domain';
import { AlikeQuery, Database, migrate, Secrets, UnitOfWork } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { inLanes, shown, spread, timed, type Line } from './figures';
import { textOf } from './mails';
import { statementOf } from './queue';

export interface Alike {
  readonly engine: string;
  /** An empty database. */
  readonly url: string;
  readonly count: number;
}

const AT_ONCE = 500;
const ASKED = 2000;
const LOOKED_AT = 60;
const COMPARED = 20;

/** Appeals that say the same, among many whose sentences repeat: the hub's look-up beside the very statement it sends. */
export async function measureAlike({ engine, url, count }: Alike, settings: Settings): Promise<Line[]> {
  await migrate(url);
  const database = await Database.open(url);
  try {
    const said = (at: number) => ({ subject: `反映长寿路风机噪声 ${at}`, text: textOf(at) });
    const work = new UnitOfWork(database, new Secrets(settings.secretKey));
    const kept = await timed(async () => {
      for (let first = 1; first <= count; first += AT_ONCE) {
        const texts = Array.from({ length: Math.min(AT_ONCE, count - first + 1) }, (_, at) => ({
          appealId: first + at,
          ...said(first + at),
        }));
        await work.run(({ textMarks }) => textMarks.add(texts));
      }
    });
    const alike = new AlikeQuery(database);
    let asked = 0;
    const next = () => said(1 + ((asked += 7919) % count));
    const { sql, values } = await statementOf(database, () => alike.saying(next(), LOOKED_AT));
    const bare = await spread(() => database.reader.query(sql, values));
    const ours = await spread(() => alike.saying(next(), LOOKED_AT));
    const eight = await timed(() => inLanes(Array.from({ length: ASKED }), 8, () => alike.saying(next(), LOOKED_AT)));
    const compared = await spread(async () => {
      const one = next().text;
      for (let at = 0; at < COMPARED; at++) textLikeness(one, next().text);
    });
    const note = `${count} 件，每件至多 14 个记号`;
    return [
      {
        what: `${engine} 找说同一件事的来件，p50 / p99 毫秒`,
        ours: shown(ours),
        bare: shown(bare),
        ratio: ours.p50 / bare.p50,
        peers: '',
        note: `${note}；八路同时每秒 ${((ASKED * 1000) / eight.ms).toFixed(0)} 次；另比 ${COMPARED} 件的文字 ${shown(compared)} 毫秒`,
      },
      {
        what: `${engine} 记下每件的记号，毫秒/件`,
        ours: (kept.ms / count).toFixed(3),
        bare: '–',
        ratio: null,
        peers: '',
        note: `处理器 ${(kept.cpuMs / count).toFixed(3)}；${AT_ONCE} 件一个事务`,
      },
    ];
  } finally {
    await database.close();
  }
}
