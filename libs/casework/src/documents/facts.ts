import { departmentName, unitName, type Day, type DocumentFacts, type Office, type Staff } from '@hub/domain';
import type { AppealFile } from '@hub/persistence';

const METHODS: Record<string, string> = { phone: '电话', mail: '信函', visit: '当面', message: '短信' };

/** What the papers of an appeal may tell of it. */
export function documentFacts(file: AppealFile, office: Office, by: Staff, today: Day): DocumentFacts {
  const { appeal, transfers, siteRecords, contacts, draft, attachments } = file;
  const transfer = transfers.at(-1);
  const site = siteRecords.at(-1);
  const contact = contacts.filter(({ outcome }) => outcome === 'reached').at(-1);
  return {
    appeal,
    unit: unitName(office, appeal.unitId) ?? '',
    clerk: by.name,
    today,
    transfer: transfer
      ? { ...transfer, department: departmentName(office, transfer.departmentId) ?? transfer.departmentId }
      : null,
    site: site ? { ...site, photos: attachments.filter(({ siteRecordId }) => siteRecordId === site.id).length } : null,
    contact: contact ? { at: contact.at, by: contact.byName, method: METHODS[contact.method] ?? '', words: contact.words } : null,
    draft: draft?.text ?? '',
    refusal: appeal.refusalGround ? { ground: appeal.refusalGround, rightPath: appeal.refusalPath ?? '' } : null,
  };
}
