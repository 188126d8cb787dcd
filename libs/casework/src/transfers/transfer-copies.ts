import { Injectable } from '@nestjs/common';
import { cleanFileName, Fault, fileKindOf, NotFound, sees, type Staff } from '@hub/domain';
import { AppealQuery, FileStore, type AttachmentEntity, type TransferFileEntity } from '@hub/persistence';
import sharp from 'sharp';

export type CopiedFile = Omit<TransferFileEntity, 'id' | 'transferId'>;

/** A photo of a telephone, and not a bomb. */
const MAX_PIXELS = 50_000_000;
const MAX_BYTES = 25 * 1024 * 1024;
export const MAX_COPIES = 10;

/** Copies for a department of the files that the clerk chose; a picture loses place, time and device of its taking. */
@Injectable()
export class TransferCopies {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly files: FileStore,
  ) {}

  async make(number: string, ids: readonly number[], by: Staff): Promise<CopiedFile[]> {
    if (!ids.length) return [];
    const appeal = await this.appeals.byNumber(number);
    if (!sees(by, appeal)) throw new NotFound();
    const copies: CopiedFile[] = [];
    for (const id of new Set(ids)) {
      const attachment = await this.appeals.attachment(id);
      if (attachment?.appealId !== appeal.id)
        throw new Fault('invalid', 'attachments', '选的附件不在这一件里。', '请刷新后重新选附件。');
      copies.push(await this.copyOf(attachment));
    }
    return copies;
  }

  private async copyOf({ name, size, fileHash }: AttachmentEntity): Promise<CopiedFile> {
    if (size > MAX_BYTES)
      throw new Fault('refused', 'attachment-large', `“${name}”太大，不能随函。`, '请压缩到 25 MB 以内，或另行送达。');
    const bytes = await this.files.load(fileHash);
    const kind = fileKindOf(bytes, name);
    if (!kind)
      throw new Fault(
        'refused',
        'attachment-kind',
        `“${name}”不能随函。`,
        '随函附件只能是 JPG、PNG 图片和 PDF、Word、Excel 文件。',
      );
    const clean = kind.picture ? await withoutHiddenData(bytes, name) : bytes;
    return {
      name: cleanFileName(name, kind.ending),
      mediaType: kind.mediaType,
      size: clean.length,
      fileHash: await this.files.put(clean),
    };
  }
}

/** Drawn anew in its right position: what a camera writes beside the picture is left behind. */
async function withoutHiddenData(bytes: Buffer, name: string): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate().toBuffer();
  } catch {
    throw new Fault(
      'refused',
      'attachment-broken',
      `“${name}”打不开，去不掉照片里的隐藏信息，不能随函。`,
      '请换成好的图片，或不附这一张。',
    );
  }
}
