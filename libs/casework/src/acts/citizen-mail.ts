import type { Appeal, Party } from '@hub/domain';

/** The address a letter to the citizen may go to; a confidential web form keeps out of mailboxes, and some left none. */
export function mailFor(appeal: Pick<Appeal, 'channel' | 'secrecy'>, party: Party): string | null {
  if (!party.email || appeal.secrecy === 'anonymous') return null;
  return appeal.channel === 'web' && appeal.secrecy === 'confidential' ? null : party.email;
}

/** How the answer reaches the citizen, in words; `site` is the complaint site under whose post it goes. */
export function replyWay(appeal: Pick<Appeal, 'channel' | 'secrecy'>, party: Party, site: string | null): string {
  if (site) return `贴到${site}的原帖下，公开${mailFor(appeal, party) ? '；并回到邮箱' : ''}`;
  if (mailFor(appeal, party)) return appeal.secrecy === 'confidential' ? '邮箱里只提醒，内容凭编号和查询码查看' : '回到来信邮箱';
  if (party.phone) return '电话告知，网上可查';
  return party.address ? '寄信，网上可查' : '网上凭编号和查询码查看';
}
