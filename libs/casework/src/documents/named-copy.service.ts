import { Injectable } from '@nestjs/common';
import { DOCUMENT_RULES, DOCUMENT_WORDS, Fault, identityLevel, type Staff } from '@hub/domain';
import type { AppealEntity, WordedDocument } from '@hub/persistence';
import { AuditService } from '../audit/audit.service';
import { IdentityService } from '../vault/identity.service';
import { DocumentDesk } from './desk';
import { DocumentPress } from './press';

/** The copy of an issued paper that is sent to the citizen: it tells his name, so making it is a look behind the masks. */
@Injectable()
export class NamedCopyService {
  constructor(
    private readonly desk: DocumentDesk,
    private readonly press: DocumentPress,
    private readonly identities: IdentityService,
    private readonly audit: AuditService,
  ) {}

  async make(
    number: string,
    id: number,
    reason: string | undefined,
    by: Staff,
  ): Promise<{ bytes: Uint8Array; appeal: AppealEntity; paper: WordedDocument }> {
    const file = await this.desk.file(number, by);
    const paper = await this.desk.paper(file, id);
    if (paper.state !== 'issued' || DOCUMENT_RULES[paper.kind].to !== 'citizen')
      throw new Fault(
        'refused',
        'no-named-copy',
        `这份${DOCUMENT_WORDS[paper.kind]}没有带姓名的一份。`,
        '只有已签发、发给反映人的文书有。',
      );
    if (identityLevel(by, file.appeal) !== 'full')
      throw new Fault('forbidden', 'identity', '您不能查看这一件的反映人身份。', '请局办公室下载带姓名的一份。');
    const { party } = await this.identities.reveal(number, reason, by);
    await this.audit.record(by, 'download', file.appeal.number, { namedCopy: id });
    return { bytes: await this.press.named(paper, file.appeal, party), appeal: file.appeal, paper };
  }
}
