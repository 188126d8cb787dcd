import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { ApiSubmissionEntity } from '../entities/api-submission.entity';
import { ApiTokenEntity } from '../entities/api-token.entity';
import { IntakeItemEntity } from '../entities/intake-item.entity';
import { MessageEntity } from '../entities/message.entity';

/** What other systems may do and what they handed in. */
@Injectable()
export class ApiQuery {
  constructor(private readonly database: Database) {}

  private get manager() {
    return this.database.reader.manager;
  }

  tokens(): Promise<ApiTokenEntity[]> {
    return this.manager.find(ApiTokenEntity, { order: { id: 'ASC' } });
  }

  tokenByHash(tokenHash: string): Promise<ApiTokenEntity | null> {
    return this.manager.findOneBy(ApiTokenEntity, { tokenHash });
  }

  submissionByKey(tokenId: number, keyHash: string): Promise<ApiSubmissionEntity | null> {
    return this.manager.findOneBy(ApiSubmissionEntity, { tokenId, keyHash });
  }

  submissionByItem(sourceKey: string): Promise<ApiSubmissionEntity | null> {
    return this.manager.findOneBy(ApiSubmissionEntity, { sourceKey });
  }

  /** What this system handed in that became the appeal; null where it did not. */
  submissionOf(appealId: number, tokenId: number): Promise<ApiSubmissionEntity | null> {
    return this.manager.findOneBy(ApiSubmissionEntity, { appealId, tokenId });
  }

  /** What the citizen was answered, oldest first. */
  repliesTo(appealId: number): Promise<MessageEntity[]> {
    return this.manager.find(MessageEntity, { where: { appealId, direction: 'out' }, order: { at: 'ASC', id: 'ASC' } });
  }

  itemExists(sourceKey: string): Promise<boolean> {
    return this.manager.existsBy(IntakeItemEntity, { channel: 'api', sourceKey });
  }
}
