import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { MessageEntity } from '../entities/message.entity';
import { RatingEntity, RatingLinkEntity } from '../entities/rating.entities';
import { Secrets } from '../secrets';

/** An answer that may be rated, or has been. */
export interface RatedReply {
  readonly appeal: AppealEntity;
  readonly reply: Pick<MessageEntity, 'id' | 'at'>;
  /** Whether a later answer has taken its place. */
  readonly outdated: boolean;
  readonly rating: RatingEntity | null;
  /** The last day of its link; null where it was not found by one. */
  readonly until: string | null;
}

/** Finds the answer that is to be rated, by the link in its letter or as the last one of its appeal. */
@Injectable()
export class RatingQuery {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async byLink(token: string): Promise<RatedReply | null> {
    const { manager } = this.database.reader;
    const link = await manager.findOneBy(RatingLinkEntity, { hash: this.secrets.secretHash('rating', token) });
    return link && this.reply(link.appealId, link.messageId, link.until);
  }

  /** Null where the appeal has no answer. */
  lastOf(appealId: number): Promise<RatedReply | null> {
    return this.reply(appealId, null, null);
  }

  private async reply(appealId: number, messageId: number | null, until: string | null): Promise<RatedReply | null> {
    const { manager } = this.database.reader;
    const [appeal, last] = await Promise.all([
      manager.findOneBy(AppealEntity, { id: appealId }),
      manager.findOne(MessageEntity, { where: { appealId, direction: 'out' }, order: { at: 'DESC', id: 'DESC' } }),
    ]);
    const id = messageId ?? last?.id;
    if (!appeal || !last || id === undefined) return null;
    const reply = id === last.id ? last : await manager.findOneBy(MessageEntity, { id, appealId });
    if (!reply) return null;
    const rating = await manager.findOneBy(RatingEntity, { messageId: reply.id });
    return { appeal, reply, outdated: reply.id !== last.id, rating, until };
  }
}
