import {
  answerDay,
  cleanText,
  clip,
  clipBytes,
  dayOf,
  dueDays,
  guessKind,
  guessTopic,
  initialSecrecy,
  initialWaivers,
  maskIdentityIn,
  NOT_TRANSFERRED,
  oneLine,
  saidIn,
  streetIn,
  sourceOf,
  subjectOf,
  suggestRoute,
  suggestTarget,
  TEXT_BYTES,
  UNWATCHED,
  usualTrack,
  type Doors,
  type InboundMessage,
  type Instant,
  type Kind,
  type Office,
  type Reading,
  type RouteSuggestion,
} from '@hub/domain';
import type { NewAppeal } from '@hub/persistence';

export interface DraftedAppeal {
  readonly appeal: Omit<NewAppeal, 'id' | 'number' | 'queryCodeHash'>;
  readonly text: string;
  /** What the citizen himself says in it. */
  readonly words: string;
  readonly cut: boolean;
  readonly route: RouteSuggestion | null;
  readonly source: string;
}

/** Doors at which people report rather than complain or ask. */
const REPORT_SOURCES = ['举报电话', '举报箱'];

function kindOf(reading: Reading, source: string, subject: string, text: string): Kind {
  if (reading.kind) return reading.kind;
  const guessed = guessKind(subject, text);
  return REPORT_SOURCES.includes(source) && guessed !== 'suggestion' ? 'report' : guessed;
}

/** When the submission reached the bureau: as the door says, else as the citizen says, never in the future. */
export function receiptOf(message: Pick<InboundMessage, 'arrivedAt'>, reading: Reading, now: Instant): Instant {
  const said = message.arrivedAt ?? reading.writtenAt ?? now;
  return said > now ? now : said;
}

/** Everything about a new appeal that follows from what was read; number, id and code come with the transaction. */
export function draftAppeal(
  message: Pick<InboundMessage, 'channel' | 'source' | 'arrivedAt' | 'submission'>,
  reading: Reading,
  office: Office,
  doors: Doors,
  now: Instant,
): DraftedAppeal {
  const source = sourceOf(message.source, reading.source, doors);
  const { text, cut } = clipBytes(cleanText(reading.text), TEXT_BYTES);
  const words = saidIn(message.channel, text);
  const subject = subjectOf(reading.subject, words);
  const kind = kindOf(reading, source, subject, words);
  const place = clip(oneLine(reading.place), 190);
  const receivedAt = receiptOf(message, reading, now);
  const due = dueDays(dayOf(receivedAt), office.rules, office.calendar);
  const reachable = Boolean(reading.party.email || reading.party.phone || reading.replyTo || reading.party.address);
  const waivers = initialWaivers(kind, usualTrack(kind), reachable, office.rules);
  const route = suggestRoute({ kind, channel: message.channel, subject, text: words, place }, office.routing);
  const target = suggestTarget(subject, words, office.units);
  // What blames a unit, or speaks of conduct, goes nowhere without a person.
  const auto = route?.auto === true && target === null;
  const secrecy = initialSecrecy(kind, doors.confidential.has(source), reading.secrecy);
  const appeal = {
    // Lists are read by more people than the letter.
    subject: maskIdentityIn(subject, reading.party),
    kind,
    channel: message.channel,
    source: clip(source, 58),
    status: auto ? ('assigned' as const) : ('received' as const),
    secrecy,
    topic: message.submission?.serviceCode ?? guessTopic(subject, words),
    track: usualTrack(kind),
    street: reading.street ?? streetIn(`${place} ${subject} ${words.slice(0, 2000)}`, office.streets),
    place,
    outsideNumber: reading.outsideNumber ? clip(oneLine(reading.outsideNumber), 78) : null,
    unitId: auto ? route.unitId : null,
    handlerId: null,
    departmentId: null,
    suggestedUnitId: route?.unitId ?? null,
    suggestedDepartmentId: route?.departmentId ?? null,
    suggestionReason: route ? clip(route.reason, 290) : null,
    receivedAt,
    contactDueOn: due.contact,
    siteDueOn: due.site,
    replyDueOn: answerDay(due.reply, reading.desk?.details ?? {}),
    informDueOn: due.inform,
    finishDueOn: due.finish,
    contactDoneAt: null,
    siteDoneAt: null,
    replyDoneAt: null,
    informedAt: null,
    contactWaiver: waivers.contact,
    siteWaiver: waivers.site,
    replyMissedOn: null,
    waitDueOn: null,
    waitSince: null,
    returns: 0,
    returnedFrom: null,
    designated: false,
    coUnits: '',
    openParts: 0,
    reviewStep: null,
    leaksAsked: 0,
    refusalGround: null,
    refusalPath: null,
    extensionAsked: false,
    matterId: null,
    siteId: null,
    targetUnitId: null,
    aboutConduct: false,
    named: '',
    ...UNWATCHED,
    ...NOT_TRANSFERRED,
    createdAt: now,
    changedAt: now,
  };
  return { appeal, text, words, cut, route, source };
}
