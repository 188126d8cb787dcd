import { cleanText, clip, oneLine, type ReadAttachment } from '@hub/domain';
import { decodeText } from './charset';
import { readHeaders, textOf } from './header';
import { htmlToText } from './html-text';
import { extensionFor, sniffed } from './media-type';
import { type Part, readParts } from './parts';
import { unflow } from './flowed';
import { decodeTransfer, takeUuFiles } from './transfer';

export interface Body {
  readonly text: string;
  readonly attachments: readonly ReadAttachment[];
  readonly remarks: readonly string[];
}

const NAME = 120;
/** How deep mails inside mails are read for their text. */
const ENCLOSED = 5;

/** What a mail says and carries. Of alternatives the plain one is taken, and readable HTML where there is none. */
export class BodyReader {
  private readonly attachments: ReadAttachment[] = [];
  private readonly remarks = new Set<string>();

  /** Text of parts that count only where there is no other. */
  private readonly spare: string[] = [];

  constructor(
    private readonly bytes: Buffer,
    private readonly root: Part,
    private readonly depth = 0,
  ) {}

  read(): Body {
    const text = this.textIn(this.root).trim() || this.spare.join('\n\n').trim();
    return { text, attachments: this.attachments, remarks: [...this.remarks] };
  }

  private textIn(part: Part): string {
    if (part.children.length === 0) return this.isText(part) ? this.show(part) : this.keep(part);
    if (part.type !== 'multipart/alternative') {
      return part.children
        .map((child) => this.textIn(child).trim())
        .filter((text) => text !== '')
        .join('\n\n');
    }
    const ways = part.children
      .map((child) => ({ plain: isPlain(child), text: this.textIn(child) }))
      .filter((way) => way.text.trim() !== '');
    const plain = [...new Set(ways.filter((way) => way.plain).map(({ text: way }) => way.trim()))];
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
    for (const file of files) this.attach(file.name, 'application/octet-stream', file.content);
    return part.contentType.parameters.get('format')?.toLowerCase() === 'flowed'
      ? unflow(text, part.contentType.parameters.get('delsp')?.toLowerCase() === 'yes')
      : text;
  }

  /** Keeps a part as an attachment; it adds nothing to the text. */
  private keep(part: Part): string {
    const content = this.contentOf(part);
    if (content.length === 0 && part.name === '') return '';
    if (part.type === 'message/rfc822') {
      const subject = textOf(readHeaders(content, 0, content.length).headers, 'subject').text;
      this.attach(part.name || `${clip(oneLine(subject), 60) || '转来的邮件'}.eml`, part.type, content);
      if (this.depth < ENCLOSED) this.spare.push(new BodyReader(content, readParts(content).root, this.depth + 1).read().text);
      return '';
    }
    if (part.type === 'text/plain' || part.type === 'message/delivery-status')
      this.spare.push(decodeText(content, part.contentType.parameters.get('charset')).text);
    if (/^application\/(?:x-)?pkcs7-mime$/.test(part.type) || part.type === 'application/pgp-encrypted')
      this.remarks.add('邮件经过加密或签名封装，正文在附件里，要用发件人约定的证书打开。');
    if (part.type === 'application/ms-tnef' || /^winmail\.dat$/i.test(part.name))
      this.remarks.add('附件 winmail.dat 是 Outlook 的专用格式，里面可能还有正文和文件。');
    this.attach(part.name, part.type, content);
    return '';
  }

  private attach(given: string, declared: string, content: Buffer): void {
    const mediaType = sniffed(content, given) ?? declared;
    const plain = oneLine(given).split(/[/\\]/).at(-1)!.trim();
    const name =
      plain === '' || /^\.+$/.test(plain) ? `附件${this.attachments.length + 1}${extensionFor(mediaType)}` : shorten(plain);
    // Its own memory: the mail's bytes are let go, and the attachment can change threads without a copy.
    this.attachments.push({ name, mediaType, content: new Uint8Array(content) });
  }
}

function isPlain(part: Part): boolean {
  return part.children.length > 0 ? part.children.some(isPlain) : part.type === 'text/plain';
}

/** Cuts a long name before its extension. */
function shorten(name: string): string {
  const signs = [...name];
  if (signs.length <= NAME) return name;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return signs.slice(0, NAME - extension.length).join('') + extension;
}

const metaCharset = (html: Buffer): string =>
  /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(html.toString('latin1', 0, 4_096))?.[1] ?? '';

/** The text where the tree of parts gave none: the bytes after the header as they stand, if a person can read them. */
export function bareText(bytes: Buffer, start: number, label: string): string | null {
  const decoded = decodeText(bytes.subarray(start), label);
  if (decoded.trouble === 'unknown') return null;
  const sample = decoded.text.slice(0, 20_000);
  const odd = sample.length - cleanText(sample).length;
  return sample.trim() === '' || odd * 20 > sample.length ? null : decoded.text;
}
