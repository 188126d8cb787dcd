import type { Automation } from '@hub/domain';
import { addressesOf } from './address';
import { firstRaw, has, type Headers } from './header';
import type { Part } from './parts';

const BOUNCED =
  /^(?:\[?[\w\s-]{0,20}\]?\s*)?(?:undeliver(?:ed|able)|delivery (?:status notification|failure|has failed|failed|report|error)|(?:mail|message) (?:delivery|undeliver|could not|not delivered)|returned mail|failure notice|mail (?:system )?(?:error|failure)|mail status report|warning: (?:could not send|message)|non ?delivery|nondeliverable|error sending|postmaster notify|系统退信|退信|投递失败|邮件(?:投递|发送)失败|无法投递|未送达|未传递)/i;

const AWAY =
  /^[[【(（]?\s*(?:自动(?:回复|答复|应答|回信)|自動(?:回覆|回復|答覆|回信)|(?:假期|休假|外出|出差|不在办公室)(?:自动回复|自动答复|通知)|auto(?:matic|mated)?[ -]?(?:reply|response|answer|responder|antwort)|out of (?:the )?office(?: auto-?reply)?|(?:away|vacation) (?:notice|message|reply)|on vacation|r[ée]ponse automatique|automatische antwort|abwesenheit\S*|respuesta autom[áa]tica)(?=$|[\s:：\])】）\-–—_,，.!！])/i;

/** Words that also begin a citizen's sentence (外出遛狗时发现…): only alone or before a colon. */
const AWAY_ALONE = /^[[【(（]?\s*(?:外出(?:时的助理程序)?|休假中?|出差中?|不在办公室)\s*(?:$|[:：\])】）])/;

/** The first sentence of automatic replies that say so themselves (QQ Mail, NetEase). */
const SAYS_SO =
  /^\s*(?:您好[，,。！!]?\s*)?(?:这是(?:一封|来自.{0,12}的)\s*(?:假期)?自动(?:回复|答复)(?:的)?邮件|此(?:邮件|信)(?:为|是)?(?:系统)?自动(?:回复|答复)|this is an auto(?:matic|mated)?[ -]?(?:reply|response))/i;

const first = (headers: Headers, name: string) => firstRaw(headers, name).trim().toLowerCase();

function isBounce(root: Part, all: readonly Part[], subject: string): boolean {
  const { headers } = root;
  if (all.some((part) => part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status')) return true;
  if (root.type === 'multipart/report' && root.contentType.parameters.get('report-type')?.toLowerCase() === 'delivery-status')
    return true;
  if (has(headers, 'x-failed-recipients')) return true;
  const from = addressesOf(headers, 'from')[0];
  const sender = `${from?.email ?? ''} ${from?.name ?? ''}`.toLowerCase();
  if (/mailer[-_. ]?daemon|mail delivery (?:sub)?system|^post[-_]?master@/.test(sender)) return true;
  const nobody = /^<\s*>$/.test(firstRaw(headers, 'return-path').trim());
  return BOUNCED.test(subject) && (nobody || /mail|system|admin|daemon|noreply/.test(sender) || sender.trim() === '');
}

function isReply(root: Part, all: readonly Part[], subject: string, text: string): boolean {
  const { headers } = root;
  const submitted = first(headers, 'auto-submitted');
  if (submitted !== '' && !/^no\b/.test(submitted)) return true;
  if (
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply-from'].some(
      (name) => has(headers, name) && !/^(?:no|false)$/.test(first(headers, name)),
    )
  )
    return true;
  if (/^auto[-_ ]?reply/.test(first(headers, 'precedence'))) return true;
  // Read receipts and complaints of providers are written by machines too.
  if (all.some((part) => part.type === 'message/disposition-notification' || part.type === 'message/feedback-report'))
    return true;
  return AWAY.test(subject) || AWAY_ALONE.test(subject) || SAYS_SO.test(text);
}

function isBulk({ headers }: Part): boolean {
  if (['list-id', 'list-unsubscribe', 'feedback-id'].some((name) => has(headers, name))) return true;
  return /^(?:bulk|list|junk)\b/.test(first(headers, 'precedence'));
}

/** Why nobody wrote this mail at that moment (RFC 3834, RFC 3464, RFC 2919), or null. */
export function automationOf(root: Part, all: readonly Part[], subject: string, text: string): Automation | null {
  if (isBounce(root, all, subject)) return 'bounce';
  if (isReply(root, all, subject, text)) return 'auto-reply';
  return isBulk(root) ? 'bulk' : null;
}
