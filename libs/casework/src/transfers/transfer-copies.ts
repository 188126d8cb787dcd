import { Injectable } from '@nestjs/common';
import { cleanFileName, Fault, fileKindOf, NotFound, sees, type FileKind, type LeavingPart, type Staff } from '@hub/domain';
import { AppealQuery, FileStore, type AttachmentEntity, type TransferFileEntity } from '@hub/persistence';
import { authorsIn } from '../files/authors';
import { bareOffice } from '../files/bare-office';
import { barePicture } from '../files/picture';
import { VirusScan } from '../files/virus-scan.service';

export interface CopiedFile {
  readonly row: Omit<TransferFileEntity, 'id' | 'transferId'>;
  /** What the file tells beside its content: its name, and who made it. */
  readonly parts: readonly LeavingPart[];
}

const MAX_BYTES = 25 * 1024 * 1024;
export const MAX_COPIES = 10;

/**
 * Copies for a department of the files that the clerk chose; a picture loses place, time and device of its taking, a Word
 * or Excel file its properties. */
@Injectable()
export class TransferCopies {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly files: FileStore,
    private readonly scan: VirusScan,
  ) {}

  async make(number: string, ids: readonly number[], by: Staff): Promise<CopiedFile[]> {
    const copies: CopiedFile[] = [];
    for (const attachment of await this.chosen(number, ids, by)) {
      const { bytes, name, mediaType, parts } = await this.cleaned(attachment);
      copies.push({ row: { name, mediaType, size: bytes.length, fileHash: await this.files.put(bytes) }, parts });
    }
    return copies;
  }

  /** What copies of these files would tell, for whoever is choosing them; nothing is kept. */
  async told(number: string, ids: readonly number[], by: Staff): Promise<LeavingPart[]> {
    const parts: LeavingPart[] = [];
    for (const attachment of await this.chosen(number, ids, by)) parts.push(...(await this.cleaned(attachment)).parts);
    return parts;
  }

  private async chosen(number: string, ids: readonly number[], by: Staff): Promise<AttachmentEntity[]> {
    if (!ids.length) return [];
    const appeal = await this.appeals.byNumber(number);
    if (!sees(by, appeal)) throw new NotFound();
    const found: AttachmentEntity[] = [];
    for (const id of new Set(ids)) {
      const attachment = await this.appeals.attachment(id);
      if (attachment?.appealId !== appeal.id)
        throw new Fault('invalid', 'attachments', '选的附件不在这一件里。', '请刷新后重新选附件。');
      await this.scan.refuseBarred(attachment);
      found.push(attachment);
    }
    return found;
  }

  private async cleaned({ name, size, fileHash }: AttachmentEntity) {
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
    const clean = await withoutHiddenData(bytes, kind, name);
    const title = cleanFileName(name, kind.ending);
    const parts: LeavingPart[] = [
      { where: `附件“${title}”的文件名`, text: title },
      { where: `附件“${title}”的作者信息`, ...(await authorsIn(clean, kind.ending)) },
    ];
    return { bytes: clean, name: title, mediaType: kind.mediaType, parts };
  }
}

async function withoutHiddenData(bytes: Buffer, { picture, ending }: FileKind, name: string): Promise<Buffer> {
  const office = ending === 'docx' || ending === 'xlsx';
  const clean = picture ? await barePicture(bytes) : office ? bareOffice(bytes) : bytes;
  if (clean) return clean;
  throw new Fault(
    'refused',
    'attachment-broken',
    `“${name}”打不开，去不掉${picture ? '照片里的隐藏信息' : '作者信息'}，不能随函。`,
    '请换成好的文件，或不附这一个。',
  );
}
