/** How an answer reaches the citizen. */
export const REPLY_DELIVERIES = ['mail', 'site', 'phone', 'visit', 'post', 'published'] as const;
export type ReplyDelivery = (typeof REPLY_DELIVERIES)[number];

/** What the hub itself takes to the citizen; how else he was told, a person writes down. */
const OWN: readonly ReplyDelivery[] = ['mail', 'site'];
export const OTHER_DELIVERIES = REPLY_DELIVERIES.filter((one) => !OWN.includes(one));

/** What no machine sees is proved by a written note: who was told, when, or the number of the registered letter. */
const NOTED: readonly ReplyDelivery[] = ['phone', 'visit', 'post'];
export const deliveryNeedsNote = (delivery: ReplyDelivery): boolean => NOTED.includes(delivery);
