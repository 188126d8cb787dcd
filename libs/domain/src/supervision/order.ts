/**
 * A supervision order (督办单): suggested by a rule or issued by a person, answered by the unit, closed by whoever issued it.
 * A suggestion that nobody follows is dismissed.
 */
export const ORDER_STATES = ['suggested', 'open', 'answered', 'closed', 'dismissed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

interface OrderFacts {
  readonly state: OrderState;
}

/** The columns of an appeal that follow from its orders. Once supervised, it is revisited for certain when it ends. */
export function orderColumns(orders: readonly OrderFacts[]): {
  supervised: boolean;
  openOrders: number;
  unansweredOrders: number;
  suggestedOrders: number;
} {
  const count = (...states: OrderState[]) => orders.filter(({ state }) => states.includes(state)).length;
  return {
    supervised: count('open', 'answered', 'closed') > 0,
    openOrders: count('open', 'answered'),
    unansweredOrders: count('open'),
    suggestedOrders: count('suggested'),
  };
}

interface Issuer {
  /** Null where a rule of the office issued it. */
  readonly issuedById: number | null;
}

/** An order is closed by whoever issued it, or by the director; one that a rule issued by any leader. */
export const mayClose = ({ issuedById }: Issuer, person: { readonly id: number; readonly role: string }): boolean =>
  person.role === 'director' || issuedById === person.id || (issuedById === null && person.role === 'leader');
