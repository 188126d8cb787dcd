import type { SiteReplyDoor } from '@hub/domain';
import type { ChannelSettings } from './settings';

const TEXT = '{text}\n\n{bureau}\n（编号：{number}）';

/** The sites on which answers are posted, as the rules need them. */
export const siteReplies = (channels: readonly ChannelSettings[]): SiteReplyDoor[] =>
  channels.flatMap((channel) => {
    const reply = channel.type === 'site' ? channel.profile.reply : undefined;
    if (!reply) return [];
    return [{ channel: channel.name, source: channel.source, text: reply.text ?? TEXT, maxChars: reply.maxChars ?? null }];
  });
