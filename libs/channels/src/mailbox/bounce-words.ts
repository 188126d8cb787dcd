/** Subjects under which mail systems return what they could not deliver. */
export const BOUNCE_SUBJECT =
  /^(?:\[?[\w\s-]{0,20}\]?\s*)?(?:undeliver(?:ed|able)|delivery (?:status notification|failure|has failed|failed|report|error)|(?:mail|message) (?:delivery|undeliver|could not|not delivered)|returned mail|failure notice|mail (?:system )?(?:error|failure)|mail status report|email bounce|warning: (?:could not send|message)|non ?delivery|nondeliverable|error sending|postmaster notify|(?:系统|邮件)?退信|(?:来自.{1,20}的)?退信|邮件(?:被)?退回|投递(?:失败|状态)|(?:邮件|信件)(?:投递|发送|传输)(?:失败|延迟|状态)|无法(?:投递|送达)|未(?:送达|传递|能送达)|メール(?:エラー|配信))/i;

/** What a mail system writes of itself at the head of such a mail, by system. */
const OPENINGS: Readonly<Record<string, RegExp>> = {
  qmail: /this is the qmail-send program|wasn't able to deliver your message|unable to deliver your message to the following/i,
  exim: /created automatically by mail delivery software|could not be delivered to one or more of its recipients/i,
  postfix: /this is the (?:mail system at host|postfix program at host)|have to inform you that your message could not/i,
  sendmail:
    /the following addresses had (?:permanent|transient)|----- transcript of session follows|original message was received at/i,
  exchange:
    /did(?:n't| not) reach (?:some or all of )?(?:the|its) (?:intended|following) recipient|delivery has failed to these recipients|your message (?:wasn't|couldn't be|can't be) delivered/i,
  gmail: /delivery to the following recipient (?:failed|has been delayed)|wasn't delivered to|address not found/i,
  other:
    /(?:could not|couldn't|cannot|can not|can't|was not|wasn't|unable to) (?:be )?deliver(?:ed)?\b|delivery (?:to the following|attempts? (?:to|failed)|failed)|undeliverable (?:message|mail|to)|(?:mail|message)s? you sent (?:was|could not|has been) (?:rejected|returned|be)|mailbox (?:is full|unavailable|not found)|(?:user|recipient|address) (?:unknown|not found|rejected)|no such (?:user|recipient)|invalid (?:user|recipient) address/i,
  'amazon-ses': /"(?:notificationType|eventType)"\s{0,5}:\s{0,5}"Bounce"/,
  // QQ Mail, Tencent Exmail, NetEase, Sina, Sohu, Aliyun, DingTalk, 263 and Coremail word it much alike.
  chinese:
    /(?:邮件|信件|来信)[^。！!\n]{0,80}(?:被(?:对方|系统|收件方)?(?:退回|退信|拒收|拒绝)|(?:无法|未能|不能|没能|没有)(?:成功|正常)?(?:被)?(?:送达|投递|发送|投送|传递|寄达)|投递(?:失败|不成功|延迟)|(?:发送|投递|传送)失败)|(?:无法|未能|不能)(?:将)?(?:邮件|信件)?(?:成功|正常)?(?:发送|投递|投送|送达|传递)(?:到|给|至|以下)|退信(?:原因|通知|说明|代码)|(?:收件人|收信人)[^。\n]{0,60}(?:不存在|无效|已满|拒收|未激活|被禁用|已停用)/,
};

const HEAD = 6_000;

export const opensAsBounce = (text: string): boolean => {
  const head = text.slice(0, HEAD);
  return Object.values(OPENINGS).some((words) => words.test(head));
};

/** Where the returned mail begins inside the text of a report. */
export const ORIGINAL_BEGINS =
  /^[> \t]*(?:-{2,}[ \t]*(?:(?:below this line|this) is a copy|original (?:message|mail)|unsent message|message (?:header|text|content)|returned message|the (?:original|header|body)|included is)|(?:received|return-path|message-id|mime-version|dkim-signature|x-mailer)[ \t]*:|-{2,}[ \t]*(?:原始?邮件|原信|以下(?:是|为)原)|(?:bounced e-?mail|(?:以下(?:是|为))?(?:原始?邮件(?:内容|信头|头)?|被退回的邮件(?:内容|原文)))[ \t]*[:：]?[ \t]*$)/im;

/** A line that names whom the mail did not reach. */
export const NAMES_RECIPIENT =
  /(?:无法|未能|不能|没有|没能)?(?:成功)?(?:发送|投递|送达|投送|传递|寄)(?:到|给|至)|收件人|收信人|接收者|目标地址|退回的地址|failed (?:recipient|address)|recipients?|deliver(?:y|ed)? (?:to|for)|undeliverable to|mail address|could not be (?:sent|delivered)|following address|user unknown|mailbox (?:full|unavailable)|addressed to|^[ \t]*to[ \t]*:|rcpt to|final-recipient/i;

/** Only postponed: the sending system goes on trying. */
export const ONLY_DELAYED =
  /this is a warning message only|do not need to resend|will (?:continue to (?:try|be)|keep trying|be retried|try again)|delivery (?:has been|is|was) delayed|message (?:has been|is|was) delayed|still being (?:retried|delivered)|(?:暂时|尚)未(?:能)?(?:送达|投递|发送成功)[^。\n]{0,60}(?:继续|重试|再次)|(?:投递|送达|发送)(?:被)?延迟|(?:系统|服务器)(?:将|会)(?:继续|自动)(?:尝试|重试|重新)/i;

/** What is said of the cause where no code is given, as an enhanced status (RFC 3463). */
const CAUSES: readonly (readonly [status: string, words: RegExp])[] = [
  [
    '5.1.1',
    /user (?:unknown|not found|doesn't exist|does not exist)|unknown user|no such (?:user|recipient|address|mailbox)|(?:mailbox|account|address|recipient)[^.\n]{0,40}(?:not found|does(?:n't| not) exist|not exist|unknown|invalid)|address not found|invalid (?:recipient|mailbox|address)|(?:地址|邮箱|帐号|账号|帐户|账户|用户|收件人|收信人)[^。\n]{0,60}(?:不存在|无效|错误|有误)|(?:没有|查无)(?:此|这个|该)(?:用户|邮箱|人|账号|帐号)/i,
  ],
  [
    '5.2.1',
    /(?:mailbox|account)[^.\n]{0,40}(?:disabled|inactive|suspended|locked|closed)|(?:邮箱|帐号|账号|用户|账户)[^。\n]{0,30}(?:停用|禁用|冻结|注销|未激活|锁定|过期)/i,
  ],
  [
    '5.2.2',
    /(?:mailbox|quota|storage)[^.\n]{0,40}(?:full|exceed|over)|(?:over|exceed(?:s|ed)?)[^.\n]{0,20}quota|(?:邮箱|容量|空间)[^。\n]{0,30}(?:已满|满了|超出|不足|超过)/i,
  ],
  [
    '5.3.4',
    /(?:message|mail)[^.\n]{0,30}(?:too (?:large|big)|size[^.\n]{0,20}exceed)|(?:邮件|信件|附件)[^。\n]{0,20}(?:过大|太大|超过[^。\n]{0,10}大小|超出[^。\n]{0,10}大小)/i,
  ],
  [
    '5.1.2',
    /(?:domain|host)[^.\n]{0,30}(?:not found|unknown|does(?:n't| not) exist)|name service error|no mx|(?:域名|主机)[^。\n]{0,30}(?:不存在|错误|无法解析|找不到|解析失败)/i,
  ],
  ['5.7.1', /spam|black ?list|blocked|policy|denied|refused|rejected|反垃圾|垃圾邮件|黑名单|白名单|拒收|拒绝|策略|屏蔽/i],
  [
    '5.4.7',
    /(?:retry|delivery) time(?:out)? (?:exceeded|expired)|too (?:long|old)|giving up|timed? ?out|超时|超过[^。\n]{0,10}(?:期限|时间)/i,
  ],
];

export const causeIn = (text: string): string => CAUSES.find(([, words]) => words.test(text))?.[0] ?? '';
