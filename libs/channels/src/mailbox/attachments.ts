import { type ReadAttachment } from '@hub/domain';
import { safeFileName } from './file-name';
import { extensionFor, mediaTypeOf, warningOf } from './media-type';

const FILES = 1_000;

/** The files of a letter, under names that are safe to show and to keep, with their types by content. */
export class Attachments {
  readonly files: ReadAttachment[] = [];
  readonly warnings = new Set<string>();

  add(given: string, declared: string, content: Buffer): void {
    if (this.files.length >= FILES) {
      this.warnings.add('邮件的附件太多，只取了前面的一千个，其余请看原件。');
      return;
    }
    const plain = safeFileName(given);
    const mediaType = mediaTypeOf(content, plain, declared);
    const name = plain || `附件${this.files.length + 1}${extensionFor(mediaType)}`;
    const warning = content.length > 0 ? warningOf(name, mediaType) : null;
    if (warning) this.warnings.add(warning);
    // Its own memory: the mail's bytes are let go, and the attachment can change threads without a copy.
    this.files.push({ name, mediaType, content: new Uint8Array(content) });
  }
}
