import { dayOf } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import type { Registered } from '../web-form';

export const registeredOf = (appeal: AppealEntity, queryCode: string): Registered => ({
  number: appeal.number,
  queryCode,
  receivedOn: dayOf(appeal.receivedAt),
  due: {
    contact: appeal.contactDueOn,
    site: appeal.siteDueOn,
    reply: appeal.replyDueOn,
    inform: appeal.informDueOn,
    finish: appeal.finishDueOn,
  },
  contactWaiver: appeal.contactWaiver,
  siteWaiver: appeal.siteWaiver,
});
