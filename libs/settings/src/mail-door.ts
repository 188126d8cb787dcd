import type { MailDoor } from '@hub/domain';
import type { ChannelSettings } from './settings';
import type { HubShape } from './shapes/hub.shape';

const ANSWER_DAYS = 365;

/** What the settings say of mail that comes in: who we are, and how long our letters may be answered. */
export function mailDoor(mail: HubShape['mail'], channels: readonly ChannelSettings[]): MailDoor {
  const users = channels.flatMap((one) => (one.type === 'mailbox' && one.user.includes('@') ? [one.user] : []));
  return {
    ownAddresses: [
      ...new Set([mail.from.address, mail.replyTo, mail.bounceAddress ?? mail.replyTo, ...users].map((one) => one.toLowerCase())),
    ],
    ownDomains: (mail.ownDomains ?? []).map((one) => one.toLowerCase()),
    authServId: mail.authServId ?? null,
    ownCheck: mail.checkSenders
      ? { receivedBy: (mail.receivedBy ?? []).map((one) => one.toLowerCase()), nameServers: mail.nameServers ?? [] }
      : null,
    answerDays: mail.answerDays ?? ANSWER_DAYS,
  };
}
