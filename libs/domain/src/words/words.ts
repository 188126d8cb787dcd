import type { Need } from '../appeal/act';
import type { ApprovalStep } from '../approval/approval';
import type { ChannelName, Secrecy } from '../appeal/channel';
import type { PartState } from '../appeal/co-handling';
import type { ReplyDelivery } from '../appeal/delivery';
import type { Kind } from '../appeal/kind';
import type { Role } from '../appeal/person';
import type { ReviewOutcome, ReviewStage } from '../appeal/review';
import type { AppealStatus } from '../appeal/status';
import type { Topic } from '../appeal/topic';
import type { Track } from '../appeal/track';
import type { ContactOutcome, ContactResult } from '../deadline/contact';
import type { ExtensionState } from '../deadline/extension';
import type { ClockState, Milestone, Step } from '../deadline/milestone';
import type { Automation, IntakeOutcome } from '../intake/inbound-message';
import type { SenderCheck } from '../intake/sender-check';
import type { HoldReason } from '../intake/threading';

/** The Chinese words for the field's terms, one for each; every page, letter and table takes them from here. */
export const KIND_WORDS: Record<Kind, string> = {
  inquiry: '咨询',
  complaint: '投诉',
  report: '举报',
  suggestion: '建言',
  comment: '评论',
};

export const CHANNEL_WORDS: Record<ChannelName, string> = {
  mailbox: '信箱',
  hotline: '热线',
  web: '网上',
  site: '网站',
  desk: '登记',
  api: '对接',
};

export const STATUS_WORDS: Record<AppealStatus, string> = {
  received: '待受理',
  accepted: '待派单',
  assigned: '待签收',
  'in-hand': '办理中',
  'awaiting-citizen': '待补充',
  'in-review': '待审核',
  'not-accepted': '不予受理',
  answered: '已答复',
  revisit: '待回访',
  'reopen-requested': '申请重办',
  closed: '办结',
  archived: '归档',
  transferred: '已转交',
  withdrawn: '撤回',
  discarded: '无效',
};

/** The citizen reads no internal states. */
export const CITIZEN_STATUS_WORDS: Record<AppealStatus, string> = {
  received: '已收到',
  accepted: '已受理',
  assigned: '正在办理',
  'in-hand': '正在办理',
  'awaiting-citizen': '请您补充',
  'in-review': '正在办理',
  'not-accepted': '不予受理',
  answered: '已答复',
  revisit: '已答复',
  'reopen-requested': '您的意见已收到',
  closed: '已经办完',
  archived: '已经办完',
  transferred: '已转交',
  withdrawn: '已撤回',
  discarded: '已结束',
};

export const SECRECY_WORDS: Record<Secrecy, string> = { named: '实名', confidential: '保密', anonymous: '匿名' };

export const MILESTONE_WORDS: Record<Milestone, string> = { contact: '联系', site: '现场', reply: '答复' };

export const CLOCK_WORDS: Record<ClockState, string> = {
  late: '超期',
  soon: '临期',
  pending: '未到期',
  done: '已完成',
  waived: '免办',
};

export const STEP_WORDS: Record<Step, string> = {
  acceptance: '受理',
  assignment: '派单',
  receipt: '签收',
  contact: '联系',
  site: '现场',
  reply: '答复',
  review: '审核',
  supplement: '补充',
  transfer: '外单位',
  'pass-on': '转告',
  revisit: '回访',
  decision: '定夺',
};

export const ROLE_WORDS: Record<Role, string> = {
  administrator: '系统管理员',
  dispatcher: '局办公室',
  'section-head': '科室负责人',
  handler: '承办人',
  revisitor: '回访员',
  leader: '分管领导',
  director: '局主要领导',
  discipline: '纪检',
};

export const TRACK_WORDS: Record<Track, string> = {
  enforcement: '业务类',
  petition: '信访类',
  litigation: '复议诉讼类',
  outside: '非环保职能类',
};

export const TOPIC_WORDS: Record<Topic, string> = {
  air: '大气',
  water: '水',
  noise: '噪声',
  waste: '固废',
  radiation: '辐射',
  soil: '土壤',
  ecology: '生态破坏',
  construction: '建设项目',
  other: '其他',
  efficiency: '行政效率',
  openness: '公开透明',
  charges: '收费规范',
  service: '服务质量',
  integrity: '清正廉洁',
};

export const APPROVAL_STEP_WORDS: Record<ApprovalStep, string> = { 'section-head': '科室负责人', leader: '局领导' };

export const PART_STATE_WORDS: Record<PartState, string> = { open: '等协办意见', answered: '已提交意见', released: '已免去协办' };

export const REVIEW_STAGE_WORDS: Record<ReviewStage, string> = { first: '复查', final: '复核' };
export const REVIEW_OUTCOME_WORDS: Record<ReviewOutcome, string> = {
  upheld: '维持',
  changed: '变更',
  revoked: '撤销，责令重新办理',
  'not-accepted': '不予受理',
};

export const CONTACT_WORDS: Record<ContactOutcome, string> = {
  reached: '接通',
  'no-answer': '无人接',
  'wrong-number': '空号',
  refused: '拒接',
};

export const REPLY_DELIVERY_WORDS: Record<ReplyDelivery, string> = {
  mail: '回信',
  site: '回复到网站原帖',
  phone: '电话答复',
  visit: '当面答复',
  post: '寄信答复',
  published: '网上公布',
};

export const CONTACT_RESULT_WORDS: Record<ContactResult, string> = { reached: '接通', unreachable: '联系不上' };

export const EXTENSION_STATE_WORDS: Record<ExtensionState, string> = { asked: '待批准', approved: '已同意', refused: '不同意' };

export const OUTCOME_WORDS: Record<IntakeOutcome, string> = {
  new: '新增',
  joined: '并入原件',
  known: '已有',
  quarantined: '待人工处理',
};

export const AUTOMATION_WORDS: Record<Automation, string> = {
  bounce: '退信通知',
  complaint: '收件方投诉通知',
  'auto-reply': '自动回复',
  bulk: '群发邮件',
};

export const OWN_MAIL = '这是一线通自己发出的信，转了一圈又回到了收件邮箱，不作为来件登记。';

const SENDER_WORDS: Record<SenderCheck, string> = {
  verified: '发件人已核实',
  failed: '发件人核实不通过，可能是冒名',
  unverified: '发件人未核实',
};
const BY_WORDS = { server: '收信服务器核对', hub: '本系统核对' };

/** What is known of a sender, and who found it out. */
export const senderWords = (sender: SenderCheck, by: 'server' | 'hub' | null): string =>
  by ? `${SENDER_WORDS[sender]}（${BY_WORDS[by]}）` : SENDER_WORDS[sender];

/** Why a letter that seems to belong to an appeal waits for a person. */
export const HOLD_WORDS: Record<HoldReason, string> = {
  stranger: '回信带有这件来件的标记，但不是从反映人的邮箱发来的，请核对是谁写的。',
  'several-senders': '信上没有发件人，或写了不止一个发件人，不能自动并入，请核对。',
  'forged-sender': '发件人没有通过核实，可能是冒名，不能自动并入，请核对。',
  'no-token': '反映人来信说是回信，但没有带这件来件的标记，请核对是不是说的这一件。',
  'own-staff': '这封信是从本局工作人员的邮箱发来的回信或转信。邮件不能代替在系统里办理，请核对。',
  archived: '反映人又来信，但这件已归档、只读，请决定怎么办。',
  expired: '反映人回的是一件早已办结的来件，过了自动并入的期限，请决定怎么办。',
};

/** What a button that waits is waiting for: "还差：…". */
export const NEED_WORDS: Record<Need, string> = {
  contact: '联系记录',
  site: '现场调查',
  'approved-draft': '通过的答复稿',
  draft: '答复稿',
  'co-units': '协办意见',
  pack: '齐全的案卷',
};

/** 剩 3 天, 今天, 超 2 天. */
export function daysWord(days: number): string {
  if (days === 0) return '今天';
  return days > 0 ? `剩 ${days} 天` : `超 ${-days} 天`;
}
