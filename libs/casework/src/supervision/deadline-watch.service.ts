import { Inject, Injectable } from '@nestjs/common';
import {
  audienceOf,
  dayOf,
  daysBetween,
  dueReaching,
  ESCALATION,
  instant,
  latenessWord,
  levelRank,
  unitName,
  WARNING_LEVELS,
  warningLevel,
  warningRules,
  warningText,
  type Instant,
  type Office,
  type WarningLevel,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type NewNotice, type NewOrder, type Stores, type WatchPlace } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { groundFacts, isAuto, newGrounds, orderOf, ruleLine, takeOrderNumbers } from './raise';

export interface WatchReport {
  /** Appeals and orders whose lateness was told. */
  readonly appeals: number;
  readonly orders: number;
  readonly notices: number;
  /** Orders that rules suggested or issued. */
  readonly suggested: number;
  readonly issued: number;
}

type Batch = WatchReport & { readonly last: WatchPlace | null };

const BATCH = 500;
type Told = Exclude<WarningLevel, 'none'>;
const rowsIn = <K, V>(map: Map<K, V[]>, key: K): V[] => map.get(key) ?? map.set(key, []).get(key)!;

/**
 * Tells in time who must know what comes due or is late, each level once, and raises what is to be supervised. Any number
 * of processes may watch: a batch is one transaction that holds its rows, and what one has told the other no longer finds.
 */
@Injectable()
export class DeadlineWatch {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<WatchReport> {
    const now = instant(this.clock());
    const total = { appeals: 0, orders: 0, notices: 0, suggested: 0, issued: 0 };
    for (const batch of [this.appeals, this.orders]) {
      // From the highest level told down, so that no row is met again at its new level.
      for (let told = WARNING_LEVELS.length - 2; told >= 0; told--) {
        for (let place: WatchPlace | null = null; ;) {
          const after: WatchPlace | null = place;
          const done: Batch = await this.work.run((stores) => batch.call(this, stores, told, after, now));
          for (const key of Object.keys(total) as (keyof WatchReport)[]) total[key] += done[key];
          place = done.last;
          if (!place) break;
        }
      }
    }
    return total;
  }

  private levelOf(dueOn: string, now: Instant): Told {
    // What the watch finds has reached a level, or it would not have been found.
    return warningLevel(dueOn, dayOf(now), warningRules(this.office.rules)) as Told;
  }

  private reaching(told: number, now: Instant): string {
    return dueReaching(WARNING_LEVELS[told + 1]!, dayOf(now), warningRules(this.office.rules));
  }

  private async appeals(stores: Stores, told: number, after: WatchPlace | null, now: Instant): Promise<Batch> {
    const due = await stores.watch.appealsDue(told, this.reaching(told, now), after, BATCH);
    if (!due.length) return NOTHING;
    const staff = await stores.notices.staff();
    const notices: NewNotice[] = [];
    const atLevel = new Map<Told, number[]>();
    for (const appeal of due) {
      const level = this.levelOf(appeal.dueOn, now);
      rowsIn(atLevel, level).push(appeal.id);
      const text = warningText(appeal, unitName(this.office, appeal.unitId), level, dayOf(now));
      const persons = audienceOf(ESCALATION[level], appeal, staff);
      notices.push(...persons.map((userId) => ({ userId, kind: 'warning' as const, appealId: appeal.id, text, at: now })));
    }
    for (const [level, ids] of atLevel) await stores.watch.appealsTold(ids, levelRank(level));
    await stores.notices.add(notices);
    const raised = await this.raise(stores, due, now);
    return { appeals: due.length, orders: 0, notices: notices.length, ...raised, last: placeOf(due) };
  }

  private async raise(
    stores: Stores,
    due: readonly AppealEntity[],
    now: Instant,
  ): Promise<{ suggested: number; issued: number }> {
    const today = dayOf(now);
    const orders = await stores.orders.ofAll(due.filter((one) => one.dueOn < today).map(({ id }) => id));
    const ofAppeal = new Map<number, typeof orders>();
    for (const order of orders) rowsIn(ofAppeal, order.appealId).push(order);
    const found = due.flatMap((appeal) => {
      const facts = { level: this.levelOf(appeal.dueOn, now), daysLate: Math.max(0, daysBetween(appeal.dueOn, today)) };
      // What is not late yet raises nothing of itself.
      if (!facts.daysLate) return [];
      const grounds = newGrounds(groundFacts(appeal, facts), ofAppeal.get(appeal.id) ?? [], this.office, now);
      return grounds.map((reason) => ({ appeal, reason, auto: isAuto(reason.ground, this.office) }));
    });
    const issued = found.filter(({ auto }) => auto).length;
    let running = issued ? await takeOrderNumbers(stores, now, issued) : 0;
    const rows = found.map(({ appeal, reason, auto }) => ({
      appeal,
      order: orderOf(appeal, reason, this.office, now, auto ? running++ : null),
    }));
    await stores.orders.add(rows.map(({ order }) => order));
    await stores.appeals.addHistory(
      rows.filter(({ order }) => order.number).map(({ appeal, order }) => ruleLine(appeal, order, now)),
    );
    await count(stores, rows);
    return { suggested: found.length - issued, issued };
  }

  private async orders(stores: Stores, told: number, after: WatchPlace | null, now: Instant): Promise<Batch> {
    const due = await stores.watch.ordersDue('open', told, this.reaching(told, now), after, BATCH);
    if (!due.length) return NOTHING;
    const staff = await stores.notices.staff();
    const appeals = await stores.watch.appeals(due.map(({ appealId }) => appealId));
    const notices: NewNotice[] = [];
    const atLevel = new Map<Told, number[]>();
    for (const order of due) {
      const level = this.levelOf(order.dueOn, now);
      rowsIn(atLevel, level).push(order.id);
      const appeal = appeals.get(order.appealId);
      if (!appeal) continue;
      const text = `${appeal.number}：督办单 ${order.number} ${latenessWord(order.dueOn, dayOf(now), level)}，还没有答复。`;
      const persons = audienceOf(ESCALATION[level], appeal, staff);
      notices.push(...persons.map((userId) => ({ userId, kind: 'supervision' as const, appealId: appeal.id, text, at: now })));
    }
    for (const [level, ids] of atLevel) await stores.watch.ordersTold(ids, levelRank(level));
    await stores.notices.add(notices);
    return { appeals: 0, orders: due.length, notices: notices.length, suggested: 0, issued: 0, last: placeOf(due) };
  }
}

const NOTHING: Batch = { appeals: 0, orders: 0, notices: 0, suggested: 0, issued: 0, last: null };

/** Null where the batch was not full: nothing stands behind it. */
function placeOf(rows: readonly WatchPlace[]): WatchPlace | null {
  const last = rows.at(-1);
  return last && rows.length === BATCH ? { dueOn: last.dueOn, id: last.id } : null;
}

/** One statement for all appeals that got equally many. */
async function count(stores: Stores, rows: readonly { appeal: AppealEntity; order: NewOrder }[]): Promise<void> {
  const each = new Map<number, [suggested: number, issued: number]>();
  for (const { appeal, order } of rows) {
    const counts = each.get(appeal.id) ?? [0, 0];
    counts[order.number ? 1 : 0] += 1;
    each.set(appeal.id, counts);
  }
  const alike = new Map<string, number[]>();
  for (const [id, counts] of each) rowsIn(alike, counts.join(',')).push(id);
  for (const [counts, ids] of alike) {
    const [suggested, issued] = counts.split(',').map(Number) as [number, number];
    await stores.watch.raised(ids, suggested, issued);
  }
}
