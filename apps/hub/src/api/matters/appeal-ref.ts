import type { AppealRef, SiteRef } from '@hub/contract';
import { KIND_WORDS, STATUS_WORDS, unitName, withOffset, type Office } from '@hub/domain';
import type { AppealEntity, SiteEntity } from '@hub/persistence';

export const appealRef = (appeal: AppealEntity, office: Office): AppealRef => ({
  number: appeal.number,
  subject: appeal.subject,
  status: appeal.status,
  statusName: STATUS_WORDS[appeal.status],
  kindName: KIND_WORDS[appeal.kind],
  place: appeal.place,
  receivedAt: withOffset(appeal.receivedAt),
  unit: unitName(office, appeal.unitId),
});

export const siteRef = ({ id, name, address, street }: SiteEntity): SiteRef => ({ id, name, address, street });
