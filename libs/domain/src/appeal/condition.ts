import type { Instant } from '../deadline/day';
import type { ApprovalStep } from '../approval/approval';
import type { Secrecy } from './channel';
import type { Kind } from './kind';
import type { AppealStatus } from './status';
import { BOUNCES_TO_LEADER } from '../transfer/transfer';
import { TRACK_RULES, type Track } from './track';

/** What the conditions look at, beside the state. */
export interface ConditionFacts {
  readonly status: AppealStatus;
  readonly kind: Kind;
  readonly track: Track | null;
  readonly unitId: string | null;
  /** How often units gave it back. */
  readonly returns: number;
  /** The unit whose return the office has not decided on yet. */
  readonly returnedFrom: string | null;
  /** A leader has named the unit; it cannot be given back any more. */
  readonly designated: boolean;
  /** Co-handling units that have neither answered nor been released. */
  readonly openParts: number;
  /** Whose approval the submitted answer waits for; null where it waits for none. */
  readonly reviewStep: ApprovalStep | null;
  /** When the answer reached the citizen. */
  readonly replyDoneAt: Instant | null;
  /** Questions to a second person whether a text that tells something may leave. */
  readonly leaksAsked: number;
  /** How often departments gave it back; whether a leader has named the present one; whether it has answered. */
  readonly transferBounces: number;
  readonly transferFinal: boolean;
  readonly transferReplied: boolean;
  /** Why the office proposes not to accept; waits for a leader. */
  readonly refusalGround: string | null;
  /** An extension of the reply day waits for a leader. */
  readonly extensionAsked: boolean;
  readonly secrecy: Secrecy;
  /** See `guardOf`. */
  readonly guard: string;
  /** The matter that it is one of the appeals of. */
  readonly matterId: number | null;
  readonly siteDoneAt: string | null;
  /** Supervision orders that are not closed, of these the unanswered ones, and suggested ones. */
  readonly openOrders: number;
  readonly unansweredOrders: number;
  readonly suggestedOrders: number;
  /** The last risk assessment waits for whoever must look at it. */
  readonly riskUnsigned: boolean;
  /** See `Appeal`. */
  readonly mailReturned: string | null;
}

/** What must hold of an appeal beside its state, with the refusal that says what would work. */
export const CONDITIONS = {
  'office-assigns': {
    holds: ({ returns }) => returns < 2,
    code: 'leader-designates',
    message: '已退单两次，局办公室不能再派。',
    hint: '请由分管领导指定承办单位，指定后不能再退。',
  },
  'not-designated': {
    holds: ({ designated }) => !designated,
    code: 'designated',
    message: '承办单位是局领导指定的，不能退，也不能由局办公室改派。',
    hint: '有不同意见，请书面报局领导决定。',
  },
  'office-transfers': {
    holds: ({ transferBounces }) => transferBounces < BOUNCES_TO_LEADER,
    code: 'leader-names-owner',
    message: '已被外单位退回两次，局办公室不能再转、再派。',
    hint: '请由局领导指定承办单位，指定后不能再提异议。',
  },
  'bounced-twice': {
    holds: ({ transferBounces }) => transferBounces >= BOUNCES_TO_LEADER,
    code: 'not-bounced-twice',
    message: '外单位还没有退回两次，不用局领导指定。',
    hint: '请由局办公室转交。',
  },
  'with-department': {
    holds: ({ transferReplied }) => !transferReplied,
    code: 'transfer-replied',
    message: '外单位已经答复。',
    hint: '请把答复转告反映人，或收回转交自己办。',
  },
  'not-final': {
    holds: ({ transferFinal }) => !transferFinal,
    code: 'transfer-final',
    message: '承办的外单位是局领导指定的，不能再提异议。',
    hint: '有不同意见，请书面报局领导决定。',
  },
  'return-pending': {
    holds: ({ returnedFrom }) => returnedFrom !== null,
    code: 'no-return',
    message: '没有等着确认的退单。',
    hint: '退单已经处理过，请刷新后再看。',
  },
  'has-unit': {
    holds: ({ unitId }) => unitId !== null,
    code: 'unit-missing',
    message: '这件还没有承办单位，不能直接发回重办。',
    hint: '请用“同意重办并派单”，写明由哪个单位办。',
  },
  'co-units-open': {
    holds: ({ openParts }) => openParts > 0,
    code: 'no-open-part',
    message: '没有等着办的协办事项。',
    hint: '协办意见都已提交，或已免去协办。',
  },
  'is-report': {
    holds: ({ kind }) => kind === 'report',
    code: 'not-a-report',
    message: '只有举报在反映人撤回后可以依职权继续办。',
    hint: '其他类型请直接办“撤回”。',
  },
  'review-rights': {
    holds: ({ track }) => track !== null && TRACK_RULES[track].reviewRights,
    code: 'no-review-rights',
    message: '只有信访类的来件有复查、复核。',
    hint: '业务类的答复不服，可以申请行政复议或提起诉讼。',
  },
  'extension-asked': {
    holds: ({ extensionAsked }) => extensionAsked,
    code: 'no-extension-asked',
    message: '没有等着批的延期申请。',
    hint: '申请已经批过，请刷新后再看。',
  },
  'no-extension-asked': {
    holds: ({ extensionAsked }) => !extensionAsked,
    code: 'extension-pending',
    message: '已有一份延期申请在等局领导批。',
    hint: '请等局领导同意或不同意。',
  },
  'refusal-proposed': {
    holds: ({ refusalGround }) => refusalGround !== null,
    code: 'no-proposal',
    message: '没有等着定夺的不予受理拟办意见。',
    hint: '请先由局办公室提出，或由局领导直接办理。',
  },
  'no-refusal-proposed': {
    holds: ({ refusalGround }) => refusalGround === null,
    code: 'already-proposed',
    message: '不予受理的拟办意见已经报局领导。',
    hint: '请等局领导同意或退回。',
  },
  'no-matter': {
    holds: ({ matterId }) => matterId === null,
    code: 'in-a-matter',
    message: '这一件已经归入一个事项。',
    hint: '要归入另一个事项，请先移出原来的事项。',
  },
  'in-matter': {
    holds: ({ matterId }) => matterId !== null,
    code: 'no-matter',
    message: '这一件没有归入事项。',
    hint: '已经移出的，不用再移。',
  },
  'site-owed': {
    holds: ({ siteDoneAt }) => siteDoneAt === null,
    code: 'already-done',
    message: '这一件已有现场调查记录。',
    hint: '不用再采用别的记录。',
  },
  'open-secrecy': {
    holds: ({ secrecy }) => secrecy === 'named',
    code: 'already-confidential',
    message: '这一件已经保密。',
    hint: '不用再提。降密须有反映人本人的同意。',
  },
  'kept-secret': {
    holds: ({ secrecy }) => secrecy !== 'named',
    code: 'not-confidential',
    message: '这一件没有保密。',
    hint: '不用降密。',
  },
  guarded: {
    holds: ({ guard }) => guard !== '',
    code: 'not-guarded',
    message: '这一件不保密，不用指定知悉人。',
    hint: '需要限制知悉范围的，请先提密。',
  },
  'without-unit': {
    holds: ({ unitId }) => unitId === null,
    code: 'unit-answers',
    message: '这件由承办单位答复督办单。',
    hint: '请等承办单位答复，或催办。',
  },
  'heads-turn': {
    holds: ({ reviewStep }) => reviewStep === 'section-head',
    code: 'not-your-step',
    message: '这份答复不在等科室负责人审核。',
    hint: '科室负责人自己起草的，或已经审过的，由局领导审核。',
  },
  undelivered: {
    holds: ({ replyDoneAt }) => replyDoneAt === null,
    code: 'already-delivered',
    message: '答复已经送达。',
    hint: '不用另行送达；反映人还有意见的，走申请重办。',
  },
  'mail-returned': {
    holds: ({ mailReturned }) => mailReturned !== null,
    code: 'mail-not-returned',
    message: '没有寄给反映人的信被退回。',
    hint: '邮箱退过信的，才需要更正。',
  },
  'leak-asked': {
    holds: ({ leaksAsked }) => leaksAsked > 0,
    code: 'no-leak-review',
    message: '没有等着复核的泄密提示。',
    hint: '请先由起草人提出复核。',
  },
  'risk-unsigned': {
    holds: ({ riskUnsigned }) => riskUnsigned,
    code: 'no-unsigned-risk',
    message: '没有等着审阅的风险评估。',
    hint: '已经有人签过“已阅”，或还没有评估。',
  },
  'orders-open': {
    holds: ({ openOrders }) => openOrders > 0,
    code: 'no-open-order',
    message: '没有未办结的督办单。',
    hint: '督办单已经办结，或还没有发出。',
  },
  'orders-unanswered': {
    holds: ({ unansweredOrders }) => unansweredOrders > 0,
    code: 'no-unanswered-order',
    message: '没有等着答复的督办单。',
    hint: '督办单已经答复，等发出的领导办结。',
  },
  'orders-suggested': {
    holds: ({ suggestedOrders }) => suggestedOrders > 0,
    code: 'no-suggested-order',
    message: '没有等着定夺的督办建议。',
    hint: '建议已经处理过，请刷新后再看。',
  },
} as const satisfies Record<string, { holds: (facts: ConditionFacts) => boolean; code: string; message: string; hint: string }>;
export type Condition = keyof typeof CONDITIONS;
