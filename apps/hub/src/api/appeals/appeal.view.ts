import { needsOf, packLacks, placeOfAnswer, replyWay } from '@hub/casework';
import type { AllowedActView, AppealView, AttachmentView, GroupingView, MessageView } from '@hub/contract';
import {
  actWord,
  deedWord,
  allowedActs,
  bounceReason,
  CONTACT_WORDS,
  dayOf,
  identityLevel,
  identityMask,
  departmentName,
  maskAddress,
  maskEmail,
  maskIdentityIn,
  maskName,
  maskPhone,
  mayBePosted,
  NEED_WORDS,
  LETTER_STATE_WORDS,
  NOBODY,
  shownLetterState,
  SITE_REPLY_STATE_WORDS,
  ownMask,
  readsMasked,
  readsRatings,
  senderWords,
  STATUS_WORDS,
  unitName,
  withOffset,
  type Day,
  type Office,
  type Party,
  type Role,
  type Staff,
} from '@hub/domain';
import type { AppealEntity, AppealFile, AttachmentEntity, MessageEntity } from '@hub/persistence';
import { isOversightOpen, oversightView } from '../supervision/oversight.view';
import { appealRow } from './appeal.row';
import { approvalView } from './approval.view';
import { guardView } from './guard.view';
import { deadlineView } from './deadline.view';
import { transferView } from '../transfers/transfer.view';
import { entryView } from '../desk/desk.view';
import { handlingView } from './handling.view';
import { masked } from './masked';
import { replyView } from './reply.view';

/** Who looked behind the masks is the office's business, and of those above it. */
const LOOKS_ARE_TOLD_TO: readonly Role[] = ['dispatcher', 'leader', 'director', 'discipline'];

/** One appeal as this person may see it: identity masked, and exactly the acts that the state table allows him. */
export function appealView(
  file: AppealFile,
  office: Office,
  staff: Staff,
  names: ReadonlyMap<number, string>,
  today: Day,
): Omit<AppealView, keyof GroupingView> {
  const { appeal, party } = file;
  const view = openView(file, office, staff, names, today);
  if (!readsMasked(staff, appeal)) return view;
  const all = identityMask(party);
  const own = ownMask(party);
  // A draft that is written on must come back as it was.
  const writes = view.allowedActions.some(({ act }) => act === 'draft');
  return {
    ...masked(view, all),
    messages: view.messages.map((one) => masked(one, one.direction === 'out' ? own : all)),
    draft: writes ? view.draft : masked(view.draft, own),
  };
}

function openView(
  file: AppealFile,
  office: Office,
  staff: Staff,
  names: ReadonlyMap<number, string>,
  today: Day,
): Omit<AppealView, keyof GroupingView> {
  const { appeal, party } = file;
  const handler = names.get(appeal.handlerId ?? 0) ?? null;
  const allowedActions = actsOf(file, staff, today);
  const knows = identityLevel(staff, appeal) === 'full';
  const attachments = (of: (one: AttachmentEntity) => boolean) =>
    file.attachments.filter(of).map((one) => attachmentView(appeal, one));
  return {
    ...appealRow(appeal, office, handler, today, staff),
    ...handlingView(file, office),
    ...deadlineView(file, office),
    ...approvalView(file, office),
    ...oversightView(file, office, staff, today, allowedActions),
    version: appeal.version,
    outsideNumber: appeal.outsideNumber,
    handlerId: appeal.handlerId,
    departmentId: appeal.departmentId,
    person: personView(appeal, party, siteOf(file, office)),
    entry: file.entry && entryView(file.entry, appeal.source),
    mailReturned: appeal.mailReturned === null ? null : bounceReason(appeal.mailReturned),
    suggestion: suggestionOf(appeal, office),
    statutory: {
      informBy: appeal.informDueOn,
      informedOn: appeal.informedAt && dayOf(appeal.informedAt),
      finishBy: appeal.finishDueOn,
    },
    messages: file.messages.map((message): MessageView => ({
      id: message.id,
      direction: message.direction,
      author: message.author,
      text: message.text,
      reply: replyView(message),
      html:
        message.hasHtml && message.fileHash && !readsMasked(staff, appeal)
          ? { href: `/api/v1/appeals/${appeal.number}/letters/${message.id}/html` }
          : null,
      sender: message.sender,
      senderName: message.sender && senderWords(message.sender, message.senderBy),
      cut: message.cut,
      at: withOffset(message.at),
      remarks: message.remarks,
      attachments: attachments((one) => one.messageId === message.id),
      // A letter as it came shows who wrote it.
      original:
        message.fileHash && knows
          ? { href: `/api/v1/appeals/${appeal.number}/originals/${message.id}`, mediaType: message.mediaType ?? '' }
          : null,
      delivery: deliveryOf(file, message),
    })),
    contacts: file.contacts.map(({ at, byName, method, outcome, called, words }) => ({
      at: withOffset(at),
      by: byName,
      method,
      outcome,
      outcomeName: CONTACT_WORDS[outcome],
      called,
      words,
    })),
    files: attachments((one) => one.messageId === null && one.siteRecordId === null),
    siteVisits: file.siteRecords.map(({ id, at, officers, place, findings }) => ({
      id,
      at: withOffset(at),
      officers,
      place,
      findings,
      photos: attachments((one) => one.siteRecordId === id),
    })),
    draft: file.draft && {
      text: file.draft.text,
      by: file.draft.byName,
      at: withOffset(file.draft.at),
      approvedBy: file.draft.approvedBy,
      version: file.draft.version,
    },
    transferBounces: appeal.transferBounces,
    transfers: file.transfers.map((one) => transferView(one, file, office, today, attachments)),
    guard: guardView(file, office, names, allowedActions),
    history: file.history
      .filter(({ act }) => act !== 'identity' || LOOKS_ARE_TOLD_TO.includes(staff.role))
      .filter(({ act }) => act !== 'rating' || readsRatings(staff.role))
      .map(({ at, byId, byName, act, way, fromStatus, toStatus, note }) => ({
        at: withOffset(at),
        by: byName,
        act,
        title: deedWord(act, way, byId),
        from: fromStatus,
        to: toStatus,
        toName: STATUS_WORDS[toStatus],
        note,
      })),
    allowedActions,
  };
}

function actsOf(file: AppealFile, staff: Staff, today: Day): AllowedActView[] {
  const { appeal, draft } = file;
  const missing = needsOf(appeal, draft);
  const pack =
    appeal.status === 'closed'
      ? packLacks(appeal, { ...file, letters: [...file.letters, ...file.siteReplies], revisits: file.oversight.revisits })
      : [];
  if (pack.length) missing.add('pack');
  const waits = appeal.waitDueOn !== null && today <= appeal.waitDueOn;
  // The table knows roles and states; whether a date has passed is known by the day.
  const shut: Record<string, boolean | undefined> = { 'supplement.none': waits };
  // The recall is not chosen: it follows where the appeal is with somebody whom it is about.
  const offered = allowedActs(appeal, staff, missing)
    .filter(({ act, way }) => way !== 'recall' && !shut[`${act}.${way}`])
    .filter((one) => isOversightOpen(one, file, staff));
  return offered.map((one) => {
    // A draft may be written and submitted at once.
    const lacking = one.lacking.filter((need) => need !== 'draft');
    const words = lacking.flatMap((need) => (need === 'pack' ? pack : [NEED_WORDS[need]]));
    return { ...one, lacking, name: actWord(one.act, one.way), waitsFor: words.length ? `还差：${words.join('、')}` : null };
  });
}

/** Where the answer can be posted for everybody; null where it cannot or may not. */
const siteOf = ({ appeal, posts }: AppealFile, { siteReplies }: Office): string | null =>
  mayBePosted(appeal) ? (placeOfAnswer(posts, siteReplies)?.door.source ?? null) : null;

function personView(appeal: AppealEntity, party: Party, site: string | null): AppealView['person'] {
  const { name, phone, email, address } = party;
  return {
    name: appeal.secrecy === 'anonymous' ? '匿名' : maskName(name),
    phone: phone && maskPhone(phone),
    email: email && maskEmail(email),
    address: maskAddress(address),
    replyBy: replyWay(appeal, party, site),
    replySite: site,
    representatives: (party.representatives ?? []).map(({ as, ...one }) => ({
      name: maskName(one.name),
      phone: one.phone && maskPhone(one.phone),
      ...(as && { as }),
    })),
  };
}

function suggestionOf(
  { suggestedUnitId, suggestedDepartmentId, suggestionReason }: AppealEntity,
  office: Office,
): AppealView['suggestion'] {
  const name = unitName(office, suggestedUnitId) ?? departmentName(office, suggestedDepartmentId);
  return name ? { unitId: suggestedUnitId, departmentId: suggestedDepartmentId, name, reason: suggestionReason ?? '' } : null;
}

const attachmentView = (appeal: AppealEntity, { id, name, mediaType, size }: AttachmentEntity): AttachmentView => ({
  id,
  name,
  mediaType,
  size,
  href: `/api/v1/appeals/${appeal.number}/attachments/${id}`,
});

function deliveryOf({ letters, siteReplies }: AppealFile, message: MessageEntity): MessageView['delivery'] {
  const posted = siteReplies.find(({ messageId }) => messageId === message.id);
  const owed = posted ?? letters.find(({ id }) => id === message.outboxId);
  if (!owed) return null;
  const words = posted ? SITE_REPLY_STATE_WORDS : LETTER_STATE_WORDS;
  const stateName = words[shownLetterState(owed)];
  if (owed.state === 'sent') return { state: 'sent', stateName, at: owed.sentAt && withOffset(owed.sentAt), error: null };
  const error = owed.lastError && maskIdentityIn(owed.lastError, NOBODY);
  return { state: owed.state === 'sending' ? 'pending' : owed.state, stateName, at: null, error };
}
