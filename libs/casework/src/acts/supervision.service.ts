import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  dayOf,
  Fault,
  GROUND_WORDS,
  mayClose,
  orderColumns,
  unitName,
  type Day,
  type Instant,
  type Office,
  type OrderState,
  type Staff,
  type SupervisionGround,
} from '@hub/domain';
import type { AppealEntity, Stores, SupervisionOrderEntity } from '@hub/persistence';
import { tell } from '../notices/tell';
import { revisitAfterOrder } from '../revisit/plan-revisit';
import { orderNumber, takeOrderNumbers } from '../supervision/raise';
import { OFFICE } from '../tokens';
import { CaseActs, type ActEffect } from './case-act';

export interface NewSupervision {
  readonly ground: SupervisionGround;
  readonly reason: string;
  readonly demand: string;
  readonly dueOn?: Day;
  /** The account of the leader on whose order the office issues it. */
  readonly orderedBy?: string;
}

/** Which order, where an appeal has several: its number. */
export interface OrderChoice {
  readonly order?: string;
}

/** Supervision orders (督办单): issued by a leader or on a leader's order, answered by the unit, closed by the issuer. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly acts: CaseActs,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  issue(number: string, body: NewSupervision, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'supervision', way: 'issue', version }, async ({ appeal, stores, now }) => {
      const today = dayOf(now);
      const dueOn = body.dueOn ?? addDays(today, this.office.supervision.answerDays);
      if (dueOn < today) throw new Fault('invalid', 'due-on', '督办单的期限已经过去。', '请写今天或以后的日期。');
      const issuer = await issuerOf(body.orderedBy, by, stores);
      const documentNumber = orderNumber(this.office, now, await takeOrderNumbers(stores, now, 1));
      const { ground, reason, demand } = body;
      const issued = {
        ...{
          number: documentNumber,
          state: 'open' as const,
          ground,
          reason,
          demand,
          dueOn,
          unitId: appeal.unitId,
          warnedLevel: 0,
        },
        ...{ issuedById: issuer.id, issuedBy: issuer.name, enteredBy: issuer.id === by.id ? null : by.name, issuedAt: now },
      };
      // What a rule suggested on the same ground becomes the order.
      const suggested = (await stores.orders.of(appeal.id)).find((one) => one.state === 'suggested' && one.ground === ground);
      if (suggested) await stores.orders.change(suggested.id, issued);
      else await stores.orders.add([{ ...UNTOUCHED, appealId: appeal.id, ...issued }]);
      await this.tellUnit(stores, appeal, `${documentNumber}督办：${GROUND_WORDS[ground]}，请在 ${dueOn} 前答复。`, now);
      return after(appeal, stores, `${documentNumber}（${issuer.name}）${GROUND_WORDS[ground]}：${reason}。要求：${demand}`);
    });
  }

  /** The office or a leader does not follow what a rule suggested; the rule does not suggest it again. */
  dismiss(
    number: string,
    ground: SupervisionGround | undefined,
    words: string,
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'supervision', way: 'dismiss', version }, async ({ appeal, stores, now }) => {
      const suggested = (await stores.orders.of(appeal.id)).filter((one) => one.state === 'suggested');
      const chosen = ground ? suggested.filter((one) => one.ground === ground) : suggested;
      if (!chosen.length) throw new Fault('invalid', 'ground', '没有这个事由的督办建议。', '请从列出的建议里选。');
      for (const { id } of chosen)
        await stores.orders.change(id, { state: 'dismissed', closedBy: by.name, closedAt: now, closingWords: words });
      return after(appeal, stores, `${chosen.map((one) => GROUND_WORDS[one.ground]).join('、')}：${words}`);
    });
  }

  answer(number: string, { order, text }: OrderChoice & { text: string }, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'supervision', way: 'answer', version }, async ({ appeal, stores, now }) => {
      const chosen = choose(await stores.orders.of(appeal.id), ['open'], order);
      const answered = { answer: text, answeredBy: by.name, answeredAt: now };
      await stores.orders.change(chosen.id, { state: 'answered', unitId: appeal.unitId, ...answered });
      const told = { kind: 'supervision' as const, persons: chosen.issuedById === null ? [] : [chosen.issuedById] };
      const unit = unitName(this.office, appeal.unitId) ?? '局办公室';
      const duties = chosen.issuedById === null ? (['leader'] as const) : [];
      await tell(stores, appeal, { ...told, duties, text: `${appeal.number}：${unit}已答复督办单 ${chosen.number}。` }, now);
      return after(appeal, stores, `${chosen.number}：${text}`);
    });
  }

  remind(
    number: string,
    { order, words = '' }: OrderChoice & { words?: string },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'supervision', way: 'remind', version }, async ({ appeal, stores, now }) => {
      const chosen = choose(await stores.orders.of(appeal.id), ['open'], order);
      await stores.orders.change(chosen.id, { reminders: chosen.reminders + 1, remindedAt: now });
      await this.tellUnit(stores, appeal, `催办：督办单 ${chosen.number}，期限 ${chosen.dueOn}。`, now);
      return after(appeal, stores, [`${chosen.number}第 ${chosen.reminders + 1} 次催办`, words].filter(Boolean).join('：'));
    });
  }

  close(number: string, { order, words }: OrderChoice & { words: string }, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'supervision', way: 'close', version }, async ({ appeal, stores, now }) => {
      const orders = await stores.orders.of(appeal.id);
      const own = orders.filter((one) => mayClose(one, by));
      if (!own.some(({ state }) => CLOSABLE.includes(state)))
        throw new Fault('forbidden', 'not-the-issuer', '督办单由发出的领导或局主要领导办结。', '请由发出督办单的领导办结。');
      const chosen = choose(own, CLOSABLE, order);
      await stores.orders.change(chosen.id, { state: 'closed', closedBy: by.name, closedAt: now, closingWords: words });
      await this.tellUnit(stores, appeal, `督办单 ${chosen.number} 已办结。`, now);
      const effect = await after(appeal, stores, `${chosen.number}：${words}`);
      if (effect.change?.openOrders) return effect;
      const revisitOn = await revisitAfterOrder(appeal, chosen.issuedAt!, stores, this.office, now);
      if (!revisitOn) return effect;
      return { status: 'revisit', change: { ...effect.change, waitDueOn: revisitOn }, note: `${effect.note}；督办过的再回访` };
    });
  }

  private tellUnit(stores: Stores, appeal: AppealEntity, text: string, at: Instant): Promise<void> {
    const duties = ['handler', 'section-head'] as const;
    return tell(stores, appeal, { kind: 'supervision', duties, text: `${appeal.number}：${text}` }, at);
  }
}

export const CLOSABLE: readonly OrderState[] = ['open', 'answered'];

const UNTOUCHED = {
  ...{ suggestedAt: null, reminders: 0, remindedAt: null, answer: null, answeredBy: null, answeredAt: null },
  ...{ closedBy: null, closedAt: null, closingWords: null },
};

const after = async (appeal: AppealEntity, stores: Stores, note: string): Promise<ActEffect> => ({
  change: orderColumns(await stores.orders.of(appeal.id)),
  note,
});

/** A leader issues in his own name; the office names the leader who ordered it. */
async function issuerOf(orderedBy: string | undefined, by: Staff, stores: Stores): Promise<{ id: number; name: string }> {
  if (by.role === 'leader' || by.role === 'director') return by;
  const named = orderedBy ? await stores.staff.byAccount(orderedBy.trim().toLowerCase()) : null;
  if (named && !named.disabled && (named.role === 'leader' || named.role === 'director')) return named;
  throw new Fault('refused', 'ordered-by', '局办公室发督办单，要写明是哪位局领导交办的。', '请在“交办的局领导”里选一位。');
}

function choose(
  orders: readonly SupervisionOrderEntity[],
  states: readonly OrderState[],
  number: string | undefined,
): SupervisionOrderEntity {
  const open = orders.filter(({ state }) => states.includes(state));
  const found = number === undefined && open.length === 1 ? open[0] : open.find((one) => one.number === number);
  if (found) return found;
  const names = open.map((one) => one.number).join('、');
  throw new Fault(
    'invalid',
    'order',
    number ? `没有 ${number} 这份待办的督办单。` : '有几份督办单，请写明是哪一份。',
    `可选：${names}。`,
  );
}
