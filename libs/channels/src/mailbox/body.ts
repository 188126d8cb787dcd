import { cleanText, clip, oneLine, type ReadAttachment } from '@hub/domain';
import { Attachments } from './attachments';
import { calendarText } from './calendar';
import { decodeText } from './charset';
import { unflow } from './flowed';
import { readHeaders, textOf } from './header';
import { htmlToText } from './html-text';
import { unpack } from './outlook/unpack';
import { type Part, readParts } from './parts';
import { signedContent } from './signed-data';
import { decodeTransfer, takeUuFiles } from './transfer';

export interface Body {
  readonly text: string;
  readonly attachments: readonly ReadAttachment[];
  readonly hasHtml: boolean;
  readonly remarks: readonly string[];
}

/** What reading for text may cost in all: bytes of letters inside letters that are looked through, and how deep. */
interface Allowance {
  bytes: number;
  readonly levels: number;
}
const ALLOWANCE = { bytes: 64 << 20, levels: 1_500 };

/** What a mail says and carries. Of alternatives the plain one is taken, and readable HTML where there is none. */
export class BodyReader {
  private readonly attachments = new Attachments();
  private readonly remarks = new Set<string>();
  /** Text that counts only where there is no other. */
  private readonly spare: (() => string)[] = [];
  /** What is said beside the text, such as an invitation. */
  private readonly beside = new Set<string>();
  private hasHtml = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly root: Part,
    private readonly level = 0,
    private readonly allowance: Allowance = { ...ALLOWANCE },
  ) {}

  read(): Body {
    const own = this.textIn(this.root, this.level).trim();
    const said = [own, ...[...this.beside].filter((words) => !own.includes(words))].filter((words) => words !== '');
    const text = said.join('\n\n') || this.spareText();
    return {
      text,
      attachments: this.attachments.files,
      hasHtml: this.hasHtml,
      remarks: [...this.remarks, ...this.attachments.warnings],
    };
  }

  private spareText(): string {
    return this.spare
      .map((give) => give().trim())
      .filter((text) => text !== '')
      .join('\n\n');
  }

  private textIn(part: Part, level: number): string {
    if (level > this.allowance.levels) return '';
    if (part.children.length === 0) return this.isText(part) ? this.show(part) : this.keep(part, level);
    if (part.type !== 'multipart/alternative') {
      return part.children
        .map((child) => this.textIn(child, level + 1).trim())
        .filter((text) => text !== '')
        .join('\n\n');
    }
    const ways = part.children
      .map((child) => ({ plain: isPlain(child, level), text: this.textIn(child, level + 1).trim() }))
      .filter((way) => way.text !== '');
    const plain = [...new Set(ways.filter((way) => way.plain).map(({ text }) => text))];
    return plain.length > 0 ? plain.join('\n\n') : (ways.at(-1)?.text ?? '');
  }

  private isText(part: Part): boolean {
    if (part.type.startsWith('multipart/')) return true;
    if (!/^text\/(?:plain|html|enriched|richtext|x-markdown|markdown)$/.test(part.type)) return false;
    return part.disposition !== 'attachment' && (part === this.root || part.name === '');
  }

  private contentOf = (part: Part): Buffer => decodeTransfer(this.bytes.subarray(part.start, part.end), part.encoding);

  private show(part: Part): string {
    const content = this.contentOf(part);
    const isHtml = part.type === 'text/html';
    this.hasHtml ||= isHtml;
    const declared = part.contentType.parameters.get('charset') || (isHtml ? metaCharset(content) : '');
    const decoded = decodeText(content, declared);
    if (decoded.trouble === 'relabelled')
      this.remarks.add(`正文标明的编码是 ${clip(oneLine(declared), 30)}，实际是 ${decoded.charset}，已按后者读出。`);
    if (decoded.trouble === 'damaged') this.remarks.add('正文有个别字损坏，读不出的字以“�”代替，请对照原件。');
    if (decoded.trouble === 'unknown') this.remarks.add('认不出正文的编码，显示的可能是乱码，请看原件。');
    // A mail that is HTML without saying so.
    if (
      isHtml ||
      part.type === 'text/enriched' ||
      part.type === 'text/richtext' ||
      /^\s*<(?:!doctype html|html)[\s>]/i.test(decoded.text.slice(0, 300))
    ) {
      return htmlToText(decoded.text);
    }
    const lines = decoded.text.replace(/\r\n?/g, '\n');
    const { text, files } = takeUuFiles(lines);
    for (const file of files) this.attachments.add(file.name, 'application/octet-stream', file.content);
    if (text.includes('-----BEGIN PGP MESSAGE-----')) this.remarks.add(ENCRYPTED);
    return part.contentType.parameters.get('format')?.toLowerCase() === 'flowed'
      ? unflow(text, part.contentType.parameters.get('delsp')?.toLowerCase() === 'yes')
      : text;
  }

  /** Keeps a part as an attachment; it adds nothing to the text itself. */
  private keep(part: Part, level: number): string {
    const content = this.contentOf(part);
    if (content.length === 0 && part.name === '') return '';
    const charset = () => part.contentType.parameters.get('charset') ?? '';
    if (part.type === 'message/rfc822' || part.type === 'message/global') {
      const subject = textOf(readHeaders(content, 0, content.length).headers, 'subject').text;
      this.attachments.add(part.name || `${clip(oneLine(subject), 60) || '转来的邮件'}.eml`, part.type, content);
      this.spare.push(() => this.enclosedText(content, level + 1));
      return '';
    }
    if (part.type === 'text/calendar' || part.type === 'application/ics') {
      const words = calendarText(decodeText(content, charset() || 'utf-8').text);
      if (words) this.beside.add(words);
    }
    if (part.type === 'text/plain' || part.type === 'message/delivery-status')
      this.spare.push(() => decodeText(content, charset()).text);
    if (part.type === 'application/ms-tnef' || /^winmail\.dat$/i.test(part.name)) return this.unwrap(part, content);
    const signed = PKCS7.test(part.type) ? signedContent(content) : null;
    if (signed) this.remarks.add('邮件带数字签名，正文已从签名封装里取出；签名没有核对。');
    else if (PKCS7.test(part.type) || part.type === 'application/pgp-encrypted') this.remarks.add(ENCRYPTED);
    this.attachments.add(part.name, part.type, content);
    return signed ? this.signedText(signed, level + 1) : '';
  }

  /** Files of an Outlook package become files of the letter; its words count where there are no others. */
  private unwrap(part: Part, content: Buffer): string {
    const unpacked = unpack(content);
    if (!unpacked) {
      this.remarks.add('附件 winmail.dat 是 Outlook 的专用格式，里面可能还有正文和文件。');
      this.attachments.add(part.name, part.type, content);
      return '';
    }
    for (const file of unpacked.files) this.attachments.add(file.name, file.mediaType, file.content);
    this.spare.push(() => unpacked.text);
    return '';
  }

  /** The letter inside a signature is the letter itself, with its files. */
  private signedText(content: Buffer, level: number): string {
    if (level > this.allowance.levels || content.length > this.allowance.bytes) return '';
    this.allowance.bytes -= content.length;
    const inside = new BodyReader(content, readParts(content).root, level, this.allowance).read();
    for (const file of inside.attachments) this.attachments.add(file.name, file.mediaType, Buffer.from(file.content));
    inside.remarks.forEach((remark) => this.remarks.add(remark));
    return inside.text;
  }

  /** The text of a letter inside, however deep it stands; its files stay in the letter. */
  private enclosedText(content: Buffer, level: number): string {
    if (level > this.allowance.levels || content.length > this.allowance.bytes) return '';
    this.allowance.bytes -= content.length;
    return new BodyReader(content, readParts(content).root, level, this.allowance).read().text;
  }
}

const PKCS7 = /^application\/(?:x-)?pkcs7-mime$/;
const ENCRYPTED = '邮件经过加密或签名封装，正文在附件里，要用发件人约定的证书打开。';

function isPlain(part: Part, level: number): boolean {
  if (level > ALLOWANCE.levels) return false;
  return part.children.length > 0 ? part.children.some((child) => isPlain(child, level + 1)) : part.type === 'text/plain';
}

export const metaCharset = (html: Buffer): string =>
  /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(html.toString('latin1', 0, 4_096))?.[1] ?? '';

/** The text where the tree of parts gave none: the bytes after the header as they stand, if a person can read them. */
export function bareText(bytes: Buffer, start: number, label: string): string | null {
  const decoded = decodeText(bytes.subarray(start), label);
  if (decoded.trouble === 'unknown') return null;
  const sample = decoded.text.slice(0, 20_000);
  const odd = sample.length - cleanText(sample).length;
  return sample.trim() === '' || odd * 20 > sample.length ? null : decoded.text;
}
