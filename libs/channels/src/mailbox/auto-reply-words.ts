/** Subjects of automatic replies. */
const SUBJECT =
  /^[[【(（]?\s*(?:自动(?:回复|答复|应答|回信)|自動(?:回覆|回復|答覆|回信)|(?:假期|休假|外出|出差|不在办公室)(?:自动回复|自动答复|通知)|auto(?:matic|mated)?[ -]?(?:reply|response|answer|responder|antwort)|out of (?:the )?office(?: auto-?reply)?|(?:away|vacation) (?:notice|message|reply)|on vacation|r[ée]ponse automatique|automatische antwort|abwesenheit\S{0,40}|respuesta autom[áa]tica)(?=$|[\s:：\])】）\-–—_,，.!！])/i;

/** Words that also begin a citizen's sentence (外出遛狗时发现…): only alone or before a colon. */
const SUBJECT_ALONE = /^[[【(（]?\s*(?:外出(?:时的助理程序)?|休假中?|出差中?|不在办公室)\s*(?:$|[:：\])】）])/;

/** The first sentence of automatic replies that say so themselves (QQ Mail, NetEase). */
const SAYS_SO =
  /^\s*(?:您好[，,。！!]?\s*)?(?:这是(?:一封|来自.{0,12}的)\s*(?:假期)?自动(?:回复|答复)(?:的)?邮件|此(?:邮件|信)(?:为|是)?(?:系统)?自动(?:回复|答复)|本邮件(?:为|是|由)(?:系统)?自动(?:回复|答复|发送|发出)|this is an auto(?:matic|mated)?[ -]?(?:reply|response))/i;

const LETTER = '(?:邮件|来信|来函|来稿|信件|来件|信|投稿|简历|mail|e-?mail|message|letter)';

/** The clause without which a short text is no receipt: a letter came in, or its reader is away. */
const RECEIPT = new RegExp(
  `${LETTER}.{0,8}(?:已经?|都)?.{0,4}(?:收到|收悉|收讫|received)|(?:已经?|我)?.{0,3}(?:收到|收悉).{0,6}(?:您|你).{0,8}${LETTER}|(?:感谢|谢谢)(?:您|你)(?:的)?.{0,4}${LETTER}|(?:正在|在|处于)?(?:休假|度假|出差|外出)(?:中|期间)?|(?:have |has been |i )received`,
  'i',
);

/** All that such a text says beside. */
const CLAUSES: readonly RegExp[] = [
  RECEIPT,
  /^(?:您|你|大家)好|^(?:hi|hello|dear|ok|okay|好的|收到|已阅|已收|亲爱的|尊敬的).{0,12}$/i,
  /(?:尽快|尽早|稍后|稍候|随后|会后|及时|一定会|将会?|我会|会在|内会|[天日时]内|第一时间|as soon as|shortly|get back to|will).{0,16}(?:回复|回信|答复|回覆|处理|阅读|浏览|查看|查阅|联系|reply|respond|back|you)/i,
  /(?:谢谢|感谢|多谢|thanks?|thank you|thx)/i,
  /(?:祝|顺颂|此致|敬礼|静候|敬请|期待|best|regards|天天|万事|身体健康|工作顺利|生活愉快|心想事成|商祺|安康)/i,
  /(?:如|若|有).{0,4}(?:疑问|急事|要事|紧急|问题|需要).{0,20}/,
  /(?:请|可)?.{0,3}(?:致电|电话|私聊|拨打|联系|微信|QQ|手机).{0,24}$/i,
  /(?:无法|不能|不便|未能).{0,6}(?:亲自|及时|立即|马上|当面)?.{0,4}(?:回复|答复|处理|查看|回信)/,
  /(?:假期|休假|出差|外出|返回|回来|上班).{0,10}(?:结束|后|以后|之后|归来)/,
  /^[-—_~·*\s]{1,6}\S{0,12}$/,
  /(?:自动(?:回复|答复)|auto-?reply)/i,
];

const SHORT = 160;
/** Turns and questions of a person who answers in earnest. */
const A_PERSONS =
  /但|可是|不过|还是|仍|却|依然|怎么|为什么|吗|？|\?|投诉|举报|反映的|要求|希望你|请问|再次|没有解决|油烟|噪|扰民|臭|污染/;

/** A short text that says nothing but that a letter came in or that its reader is away. */
function isReceiptOnly(text: string): boolean {
  if (text.length > 10 * SHORT) return false;
  const bare = text.replace(/\s+/g, ' ').trim();
  if (bare === '' || bare.length > SHORT || !RECEIPT.test(bare) || A_PERSONS.test(bare)) return false;
  const clauses = bare.split(/[。！!；;，,、.…~～\n]+/).map((one) => one.trim()).filter(Boolean); // prettier-ignore
  const rest = clauses.filter((clause) => !CLAUSES.some((words) => words.test(clause)));
  return rest.join('').length <= 6;
}

/** The words of an answering machine, by subject or text. */
export const speaksAsMachine = (subject: string, text: string): boolean =>
  SUBJECT.test(subject) || SUBJECT_ALONE.test(subject) || SAYS_SO.test(text.slice(0, 400)) || isReceiptOnly(text);
