import type { AppealView, HistoryView, MessageView } from '@hub/contract';
import type { HistoryAct } from '@hub/domain';

type Contact = AppealView['contacts'][number];
type SiteVisit = AppealView['siteVisits'][number];

export type TalkItem =
  | { readonly type: 'message'; readonly at: string; readonly message: MessageView }
  | { readonly type: 'event'; readonly at: string; readonly event: HistoryView }
  | { readonly type: 'contact'; readonly at: string; readonly contact: Contact }
  | { readonly type: 'visit'; readonly at: string; readonly visit: SiteVisit };

/** History lines of these acts have a fuller form of their own among the items. */
const TOLD_OTHERWISE: readonly HistoryAct[] = ['registration', 'message', 'notes', 'contact-records', 'site-records'];
/** Where two things fall on one moment, what came stands before what was done about it. */
const RANK = { message: 0, contact: 1, visit: 1, event: 2 };

/** All that was said and done, oldest first. */
export function timeline(view: AppealView): TalkItem[] {
  const items: TalkItem[] = [
    ...view.messages.map((message) => ({ type: 'message' as const, at: message.at, message })),
    ...view.contacts.map((contact) => ({ type: 'contact' as const, at: contact.at, contact })),
    ...view.siteVisits.map((visit) => ({ type: 'visit' as const, at: visit.at, visit })),
    ...view.history
      .filter((event) => !TOLD_OTHERWISE.includes(event.act))
      .map((event) => ({ type: 'event' as const, at: event.at, event })),
  ];
  return items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || RANK[a.type] - RANK[b.type]);
}
