import type { LetterHtml } from '@hub/domain';
import { metaCharset } from '../body';
import { decodeText } from '../charset';
import { firstRaw } from '../header';
import { sniffed } from '../media-type';
import { type Part, readParts } from '../parts';
import { afterMark, withNewlines } from '../read-mail';
import { decodeTransfer } from '../transfer';
import { safeHtml } from './safe-html';

/** What browsers draw and what cannot hold a script. */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const PICTURE_BYTES = 2 << 20;
const PICTURES_AT_MOST = 20;
const EMBEDDED = /data:image\/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]{1,2800000})/gi;

const NO_LOOK: LetterHtml = { html: null, remark: '这封信没有另外的样式，请看正文。' };

/** How an HTML letter looks, made harmless; the pictures it brings stand inside as data addresses. */
export function letterHtml(input: Uint8Array): LetterHtml {
  const bytes = withNewlines(Buffer.from(input.buffer, input.byteOffset, input.byteLength));
  const { root } = readParts(bytes, afterMark(bytes));
  const parts = leaves(root);
  const contentOf = (part: Part) => decodeTransfer(bytes.subarray(part.start, part.end), part.encoding);
  const pages = parts.filter((part) => isPage(part, part === root)).map((part) => pageOf(part, contentOf(part)));
  if (!pages.length) return NO_LOOK;

  const pictures = new Map<string, string>();
  for (const part of parts) {
    const id = firstRaw(part.headers, 'content-id').trim().replace(/^<|>$/g, '');
    if (id === '' || pictures.has(id) || pictures.size >= PICTURES_AT_MOST) continue;
    const address = dataAddress(contentOf(part));
    if (address) pictures.set(id, address);
  }
  // What stands inside the page as a picture is no length of the page.
  const lean = pages.map((page) =>
    page.replace(EMBEDDED, (_all, base64: string) => {
      const id = `embedded-${pictures.size}@letter`;
      const address = pictures.size < PICTURES_AT_MOST ? dataAddress(Buffer.from(base64, 'base64')) : null;
      if (address) pictures.set(id, address);
      return `cid:${id}`;
    }),
  );
  const html = safeHtml(lean.join('\n<hr>\n'), pictures);
  if (html === '') return NO_LOOK;
  return html === null
    ? { html, remark: '这封信的格式太长或太复杂，没有按原样式显示。请看正文；需要时可以下载原件。' }
    : { html, remark: html.includes('图片未显示') ? '外部网站上的图片没有取，以免对方知道信已被打开。' : null };
}

function leaves(root: Part): Part[] {
  const all = [root];
  for (let at = 0; at < all.length; at++) all.push(...all[at]!.children);
  return all.filter((part) => part.children.length === 0 && !part.type.startsWith('multipart/'));
}

const isPage = (part: Part, isRoot: boolean): boolean =>
  part.type === 'text/html' && part.disposition !== 'attachment' && (isRoot || part.name === '');

function pageOf(part: Part, content: Buffer): string {
  return decodeText(content, part.contentType.parameters.get('charset') || metaCharset(content)).text;
}

function dataAddress(content: Buffer): string | null {
  if (content.length === 0 || content.length > PICTURE_BYTES) return null;
  const type = sniffed(content);
  return type && PICTURES.includes(type) ? `data:${type};base64,${content.toString('base64')}` : null;
}
