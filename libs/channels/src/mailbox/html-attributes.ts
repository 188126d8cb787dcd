import { decodeEntities } from './entities';

/** Longer tags are not looked into. */
const TAG = 4_000;
const HREF = /\shref\s{0,5}=\s{0,5}(?:"([^"]{1,500})"|'([^']{1,500})'|([^\s"'>]{1,500}))/i;
const UNSEEN =
  /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all|(?:max-height|font-size|opacity)\s{0,3}:\s{0,3}0(?:px|pt|em)?\s{0,3}(?:[;"'!]|$)/i;

/** Where a link leads, if to the web. */
export function webLink(tag: string): string | null {
  const found = tag.length <= TAG ? HREF.exec(tag) : null;
  const href = decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
  return /^https?:\/\/[^\s<>]+$/i.test(href) ? href : null;
}

/** What senders hide from the reader, such as the line that only lists of letters show. */
export const isUnseen = (tag: string): boolean =>
  tag.length <= TAG && (/\sstyle\s{0,5}=/i.test(tag) ? UNSEEN.test(tag) : /\shidden(?:[\s=>]|$)/i.test(tag));

/** The link says its address itself, or nearly so. */
export const saysAddress = (words: string, href: string): boolean => {
  const bare = (text: string) => text.trim().replace(/^https?:\/\//i, '').replace(/\/$/, '').toLowerCase(); // prettier-ignore
  return bare(words).includes(bare(href).slice(0, 60)) || bare(href) === '';
};
