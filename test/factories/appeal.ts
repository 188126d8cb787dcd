import { appealNumber, NOT_TRANSFERRED, UNWATCHED, type AppealStatus, type Day, type Instant } from '@hub/domain';
import type { NewAppeal } from '@hub/persistence';

/** An invented appeal as a new row, for tests that begin at the database. */
export function anAppeal(id: number, about: Partial<NewAppeal> = {}): NewAppeal {
  const day: Day = '2026-11-02';
  const at: Instant = '2026-11-02T02:00:00.000Z';
  const due: Day = '2026-11-30';
  const status: AppealStatus = 'received';
  return {
    id, number: appealNumber(day, id), subject: '楼下风机夜间噪声', kind: 'complaint', channel: 'hotline', source: '纠风热线', status,
    secrecy: 'named', topic: null, track: null, street: null, place: '长寿路', outsideNumber: null, unitId: null, handlerId: null,
    departmentId: null, suggestedUnitId: null, suggestedDepartmentId: null, suggestionReason: null, receivedAt: at, contactDueOn: due,
    siteDueOn: due, replyDueOn: due, informDueOn: due, finishDueOn: due, contactDoneAt: null, siteDoneAt: null, replyDoneAt: null,
    coUnits: '', openParts: 0, refusalGround: null, reviewStep: null, leaksAsked: 0, refusalPath: null, matterId: null, siteId: null, targetUnitId: null, aboutConduct: false, named: '', ...UNWATCHED, ...NOT_TRANSFERRED,
    informedAt: null, contactWaiver: null, siteWaiver: null, waitDueOn: null, replyMissedOn: null, waitSince: null, extensionAsked: false, returns: 0, returnedFrom: null, designated: false,
    queryCodeHash: '0'.repeat(64), createdAt: at, changedAt: at, ...about,
  }; // prettier-ignore
}
