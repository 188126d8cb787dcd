import { Injectable } from '@nestjs/common';
import {
  ACT_WORDS,
  checkedUpload,
  Fault,
  isPicture,
  NotFound,
  sees,
  transitionFor,
  uploadName,
  UPLOADS_OF_APPEAL,
  type Staff,
} from '@hub/domain';
import { AppealQuery, FileStore, type AppealEntity } from '@hub/persistence';
import { CaseActs } from './case-act';
import { barePicture } from '../files/picture';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The visit that it shows. */
  readonly siteRecordId?: number | undefined;
}

/** Photos and papers that staff lay to an appeal: known by their content, pictures without hidden data. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly acts: CaseActs,
    private readonly appeals: AppealQuery,
    private readonly files: FileStore,
  ) {}

  async add(number: string, { name, bytes, siteRecordId }: Upload, by: Staff, version?: number): Promise<AppealEntity> {
    // Nobody's bytes are opened or kept before it is known that he may lay them here.
    const seen = await this.appeals.byNumber(number);
    if (!sees(by, seen)) throw new NotFound();
    transitionFor(seen, 'attachments', null, by, ACT_WORDS);
    const mediaType = checkedUpload(bytes);
    const content = isPicture(mediaType) ? await barePicture(bytes) : bytes;
    if (!content) throw new Fault('invalid', 'picture', '照片打不开，或超过 5000 万像素。', '请换一张，或压缩后再传。');
    const fileHash = await this.files.put(content);
    const title = uploadName(name, mediaType);
    return this.acts.perform({ number, by, act: 'attachments', version }, async ({ appeal, stores }) => {
      if (siteRecordId !== undefined && !(await stores.evidence.hasSite(appeal.id, siteRecordId)))
        throw new Fault('invalid', 'site-record', '这件没有这条现场调查记录。', '请先登记现场调查，再上传照片。');
      if ((await stores.messages.countUploads(appeal.id)) >= UPLOADS_OF_APPEAL)
        throw new Fault('refused', 'too-many-files', `一件最多传 ${UPLOADS_OF_APPEAL} 个附件。`, '请合并后再传。');
      const file = { name: title, mediaType, size: content.length, fileHash };
      await stores.messages.addAttachments([
        { appealId: appeal.id, messageId: null, siteRecordId: siteRecordId ?? null, ...file },
      ]);
      return { note: title };
    });
  }
}
