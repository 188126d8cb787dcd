import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { cleanFileName, fileKindOf, type DraftFile, type Office } from '@hub/domain';
import { DraftShelf } from '@hub/persistence';
import { barePicture } from '../files/picture';
import { sentName, type Uploaded } from '../files/uploads';
import { VirusScan } from '../files/virus-scan.service';
import { OFFICE } from '../tokens';
import type { OpenDraft } from './draft-content';
import { WebDraftService, type DraftKeys } from './web-draft.service';

/** A file that was not taken: its name, why, and what to do instead. */
export interface RefusedFile {
  readonly name: string;
  readonly words: string;
}

const NOT_TAKEN = '这种文件打不开看，请换成照片（jpg、png、webp）、PDF、Word 或 Excel 文件';
const INFECTED = '查出病毒。请用杀毒软件查一查您的手机或电脑，换一个没有问题的文件，照片可以重新拍一张';
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Files of a draft: known by their content, pictures without hidden data, gone with the draft. */
@Injectable()
export class DraftFileService {
  constructor(
    private readonly drafts: WebDraftService,
    private readonly shelf: DraftShelf,
    private readonly scan: VirusScan,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** Takes what can be taken and names the others. */
  async add(keys: DraftKeys, sent: readonly Uploaded[]): Promise<{ draft: OpenDraft | null; refused: RefusedFile[] }> {
    const refused: RefusedFile[] = [];
    let draft = await this.drafts.open(keys);
    for (const [at, one] of sent.entries()) {
      if (!draft) break;
      const name = sentName(one);
      const words = this.full(draft, at) ?? this.tooLarge(one) ?? (await this.take(keys, one, name));
      if (words) refused.push({ name: cleanFileName(name, endingOf(name)), words });
      else draft = await this.drafts.open(keys);
    }
    return { draft, refused };
  }

  async remove(keys: DraftKeys, id: string): Promise<void> {
    const draft = await this.drafts.change(keys, (now) => ({ ...now, files: now.files.filter((file) => file.id !== id) }));
    if (draft && !draft.became) await this.shelf.remove(keys.key, id);
  }

  /** Of more files than may come at once the form reader has kept nothing. */
  private full({ submission }: OpenDraft, at: number): string | null {
    const { maxFiles } = this.office.web;
    return submission.files.length < maxFiles && at < maxFiles
      ? null
      : `最多附 ${maxFiles} 个文件。请先移除一个，或在交了以后再补充`;
  }

  private tooLarge({ size }: Uploaded): string | null {
    const { maxFileMegabytes } = this.office.web;
    return size > maxFileMegabytes * 1024 * 1024 ? `超过 ${maxFileMegabytes} MB，请压缩，或分成几个再传` : null;
  }

  private async take(keys: DraftKeys, { path }: Uploaded, name: string): Promise<string | null> {
    const bytes = await readFile(path);
    const kind = fileKindOf(bytes, name);
    if (!kind) return ZIP.every((sign, at) => bytes[at] === sign) ? '压缩包打不开看，请解压后再选里面的照片或文件' : NOT_TAKEN;
    const verdict = await this.scan.look(bytes);
    if (verdict === 'infected') return INFECTED;
    const content = kind.picture ? await barePicture(bytes) : bytes;
    if (!content) return '这张照片打不开，可能没有存完整，请换一张';
    const id = await this.shelf.put(keys.key, content);
    const file: DraftFile = {
      id,
      name: cleanFileName(name, kind.ending),
      mediaType: kind.mediaType,
      size: content.length,
      thing: null,
      ...(verdict === 'unknown' && { unscanned: true }),
    };
    const { maxFiles } = this.office.web;
    const draft = await this.drafts.change(keys, (now) =>
      now.files.length < maxFiles ? { ...now, files: [...now.files, file] } : now,
    );
    if (draft?.submission.files.some((one) => one.id === id)) return null;
    await this.shelf.remove(keys.key, id);
    return `最多附 ${maxFiles} 个文件`;
  }
}

const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? '文件';
