import {
  addDays,
  appealNumber,
  dayOf,
  dueDays,
  sightOf,
  startOf,
  NOT_TRANSFERRED,
  UNWATCHED,
  type AppealStatus,
  type Day,
  type Instant,
  type Office,
} from '@hub/domain';
import {
  Database,
  migrate,
  QueueQuery,
  SearchQuery,
  Secrets,
  UnitOfWork,
  type NewAppeal,
  type QueueFilter,
} from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { shown, spread, type Line } from './figures';
import { measureHttp } from './hub';

const OPEN: readonly AppealStatus[] = ['received', 'accepted', 'assigned', 'in-hand', 'in-hand', 'in-review', 'transferred'];
/** The appeals are spread over so many days, the last of them yesterday. */
const DAYS = 900;

export interface Queue {
  readonly engine: string;
  /** An empty database. */
  readonly url: string;
  readonly count: number;
  /** Of ten appeals, so many are open. */
  readonly openOfTen: number;
}

/** The first page of a long queue: the hub's query beside the very statement it sends, and the whole page over HTTP. */
export async function measureQueue({ engine, url, count, openOfTen }: Queue, settings: Settings): Promise<Line[]> {
  await migrate(url);
  const database = await Database.open(url);
  const lines: Line[] = [];
  const note = `${count} 件，${openOfTen === 10 ? '全部' : `每十件 ${openOfTen} 件`}在办`;
  try {
    const work = new UnitOfWork(database, new Secrets(settings.secretKey));
    for (let first = 1; first <= count; first += 500) {
      const rows = Array.from({ length: Math.min(500, count - first + 1) }, (_, at) =>
        appealOf(first + at, count, openOfTen, settings.office),
      );
      await work.run(({ appeals }) => appeals.add(rows));
    }
    const queue = new QueueQuery(database, new SearchQuery(database));
    const ask = async (what: string, peers: string, run: () => Promise<unknown>) => {
      const { sql, values } = await statementOf(database, run);
      const bare = await spread(() => database.reader.query(sql, values));
      const ours = await spread(run);
      const ratio = ours.p50 / bare.p50;
      lines.push({ what: `${engine} ${what}，p50 / p99 毫秒`, ours: shown(ours), bare: shown(bare), ratio, peers, note });
    };
    const all: QueueFilter = { sight: sightOf({ id: 1, name: '', role: 'dispatcher', unitId: null }), open: true };
    const unit: QueueFilter = {
      sight: sightOf({ id: 2, name: '', role: 'section-head', unitId: settings.office.units[1]!.id }),
      open: true,
    };
    await ask('队列第一页 50 件', 'RT 225，FreeScout 116（页面）', () => queue.page(all, 'due', null, 50));
    await ask('一个科室的第一页', 'FreeScout 73，RT 80', () => queue.page(unit, 'due', null, 50));
    await ask('计数（到一万为止）', '', () => queue.count(all));
  } finally {
    await database.close();
  }
  const { one, perSecond } = await measureHttp({ ...settings, databaseUrl: url }, '/api/v1/appeals?limit=50');
  const whole = { bare: '–', ratio: null, note: `${note}；经 HTTP，含登录核对和全部计数` };
  return [
    ...lines,
    { ...whole, what: `${engine} 队列接口，p50 / p99 毫秒`, ours: shown(one), peers: 'RT 225' },
    { ...whole, what: `${engine} 队列接口，8 路，次/秒`, ours: perSecond.toFixed(0), peers: 'FreeScout 10.3，RT 7.5' },
  ];
}

/** What the query sends to the driver. */
export async function statementOf(database: Database, run: () => Promise<unknown>): Promise<{ sql: string; values: unknown[] }> {
  const { reader } = database;
  const query = reader.query.bind(reader);
  const sent: { sql: string; values: unknown[] }[] = [];
  reader.query = ((sql: string, values: unknown[]) => {
    sent.push({ sql, values });
    return query(sql, values);
  }) as typeof reader.query;
  await run();
  reader.query = query;
  return sent[0]!;
}

/** An appeal as an office has them: its turn decides status, unit, handler, kind and channel. */
export function appealOf(id: number, count: number, openOfTen: number, office: Office): NewAppeal {
  const day: Day = addDays(dayOf(new Date()), Math.floor((id * DAYS) / count) - DAYS - 1);
  const at: Instant = startOf(day, 9, id % 60);
  const due = dueDays(day, office.rules, office.calendar);
  const isOpen = (id * 7) % 10 < openOfTen;
  const status: AppealStatus = isOpen ? OPEN[id % OPEN.length]! : 'closed';
  const done = isOpen ? null : at;
  const unit = office.units[(id * 13) % office.units.length]!.id;
  const place = `${office.streets[id % office.streets.length]}长寿路${(id % 900) + 1}号`;
  return {
    id, number: appealNumber(day, id % 10_000), subject: `${place}楼下风机夜间噪声`, kind: id % 3 ? 'complaint' : 'inquiry',
    channel: id % 2 ? 'hotline' : 'mailbox', source: id % 2 ? '纠风热线' : '局长信箱', status, secrecy: 'named', topic: null, track: null,
    street: office.streets[id % office.streets.length]!, place, outsideNumber: null,
    unitId: status === 'received' || status === 'accepted' ? null : unit, handlerId: status === 'in-hand' ? (id % 40) + 1 : null,
    departmentId: null, suggestedUnitId: unit, suggestedDepartmentId: null, suggestionReason: '标题里有“噪声”。', receivedAt: at,
    contactDueOn: due.contact, siteDueOn: due.site, replyDueOn: due.reply, informDueOn: due.inform, finishDueOn: due.finish,
    contactDoneAt: done, siteDoneAt: done, replyDoneAt: done, informedAt: done, contactWaiver: null, siteWaiver: null,
    waitDueOn: status === 'transferred' ? addDays(day, 30) : null, returns: 0,
    replyMissedOn: null,
    waitSince: null,
    extensionAsked: false,
    returnedFrom: null,
    designated: false,
    coUnits: '',
    openParts: 0,
    reviewStep: null,
    leaksAsked: 0,
    refusalGround: null,
    refusalPath: null,
    matterId: null,
    siteId: null,
    targetUnitId: null,
    aboutConduct: false,
    named: '',
    ...UNWATCHED, ...NOT_TRANSFERRED, queryCodeHash: '0'.repeat(64), createdAt: at, changedAt: at,
  }; // prettier-ignore
}
