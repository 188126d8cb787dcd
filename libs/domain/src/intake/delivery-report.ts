/** What a mail system reports of one recipient (RFC 3464 §2.3); `status` is an enhanced code (RFC 3463) or empty. */
export interface ReportedRecipient {
  readonly address: string;
  readonly action: 'failed' | 'delayed' | 'delivered';
  readonly status: string;
  readonly diagnostic: string;
}

/** A bounce, or a provider's complaint about a letter of ours (RFC 5965), as far as it could be read. */
export interface DeliveryReport {
  readonly recipients: readonly ReportedRecipient[];
  /** Message-ID of the letter that is reported on, without brackets. */
  readonly originalMessageId: string | null;
  /** Ids and addresses of that letter in which its appeal's mark may stand. */
  readonly originalMarks: readonly string[];
}

/** For good, for now (whoever reports it has given up, but may be asked again), still being tried, or arrived. */
export type Fate = 'failed' | 'gave-up' | 'delayed' | 'delivered';

export function fateOf({ action, status }: Pick<ReportedRecipient, 'action' | 'status'>): Fate {
  if (action !== 'failed') return action;
  return status.startsWith('4') ? 'gave-up' : 'failed';
}

/** Stands for a code where nothing came back, but the recipient wants no more mail. */
export const COMPLAINED = 'complained';

/** RFC 3463 §3 in the office's words; the nearest prefix counts. */
const REASONS: readonly (readonly [code: string, words: string])[] = [
  ['1.1', '邮箱地址不存在'],
  ['1.2', '邮箱的域名不存在'],
  ['1.3', '邮箱地址写法有误'],
  ['1.6', '邮箱已迁走，没有留下新地址'],
  ['1.10', '对方域名不收邮件'],
  ['1.7', '对方不认我方的发件地址'],
  ['1.8', '对方不认我方的发件地址'],
  ['1', '邮箱地址有问题'],
  ['2.1', '邮箱已停用'],
  ['2.2', '邮箱已满'],
  ['2.3', '信件超过邮箱允许的大小'],
  ['2', '对方邮箱不能收信'],
  ['3.4', '信件超过对方允许的大小'],
  ['3', '对方邮件系统出了故障'],
  ['4.4', '找不到对方的邮件服务器'],
  ['4.6', '对方邮件系统转信成了死循环'],
  ['4.7', '多次投递都没有成功，已超过期限'],
  ['4', '连不上对方的邮件服务器'],
  ['5', '双方邮件系统没有谈妥'],
  ['6', '对方不接受信件的格式'],
  ['7', '被对方的安全策略或反垃圾规则拒收'],
];

/** Why a letter came back, or none is sent any more, in Chinese. */
export function bounceReason(status: string): string {
  if (status === COMPLAINED) return '收件方向邮箱服务商投诉，不再自动发信';
  const detail = status.slice(status.indexOf('.') + 1);
  const found = REASONS.filter(([code]) => detail === code || detail.startsWith(`${code}.`));
  return found.sort((one, other) => other[0].length - one[0].length)[0]?.[1] ?? '对方退回，没有说明原因';
}

/**
 * How many days no letter is sent to an address: for ever (null) where nobody is there, a week where a full box, a policy
 * or a fault of the other side may pass.
 */
export const restDaysAfter = (status: string): number | null => (/^5\.(?:2\.[23]|[3-7]\.)/.test(status) ? 7 : null);
