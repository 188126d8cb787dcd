import sanitizeHtml from 'sanitize-html';

/** Longer letters are shown as text: cleaning takes time by length. */
const SIGNS = 256 << 10;
/** Cleaning goes up and down the open elements at every text: real letters nest some thirty deep. */
const DEPTH = 100;
const TAGS = 20_000;
/** A picture may stand in a letter a thousand times. */
const PICTURES = 8 << 20;
/** A browser draws every cell that these promise. */
const SPAN = 50;
const NO_PICTURE = '［图片未显示］';

const TAGS_SHOWN =
  'a abbr address b big blockquote br caption center cite code col colgroup dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  );
/** Their text is not for reading. */
const SILENT =
  'script style textarea option select button xmp title noframes noembed iframe object embed applet svg math template audio video canvas head'.split(
    ' ',
  );

class TooMuch extends Error {}

/** An address that leads out of the letter and out of us; a relative one would lead into our own pages. */
const isLink = (href: string): boolean => /^(?:https?:\/\/[^/\s]|mailto:[^/\s])/i.test(href) && href.length <= 2_000;

/** At most some pixels: nothing that anybody would miss, mostly there to tell that the letter was opened. */
const isDot = ({ width, height }: sanitizeHtml.Attributes): boolean =>
  [width, height].some((size) => /^[0-3](?:px)?$/.test(size ?? ''));
const number = (value: string | undefined, most: number): string | undefined =>
  value !== undefined && /^\d{1,4}$/.test(value.trim()) ? String(Math.min(Number(value), most)) : undefined;

function attributes(of: Record<string, string | undefined>): sanitizeHtml.Attributes {
  return Object.fromEntries(Object.entries(of).filter((one): one is [string, string] => one[1] !== undefined));
}

/**
 * The part of an HTML letter that can do nothing: words in their paragraphs, lists and tables, links to the web and to
 * addresses, and the pictures that the letter brings itself (`pictures`: by Content-ID, as data addresses). No styles, classes,
 * names, scripts or forms, and nothing is fetched. Null where the letter is too long or too deep to be cleaned in short time,
 * and empty where nothing is left of it.
 */
export function safeHtml(html: string, pictures: ReadonlyMap<string, string>): string | null {
  if (html.length > SIGNS) return null;
  let depth = 0;
  let tags = 0;
  let drawn = 0;
  try {
    const safe = sanitizeHtml(html, {
      allowedTags: TAGS_SHOWN,
      allowedAttributes: {
        a: ['href', 'target', 'rel'],
        img: ['src', 'alt', 'width', 'height'],
        td: ['colspan', 'rowspan'],
        th: ['colspan', 'rowspan'],
        ol: ['start'],
      },
      nonTextTags: SILENT,
      allowedSchemes: ['http', 'https', 'mailto'],
      allowedSchemesByTag: { img: ['data'] },
      allowProtocolRelative: false,
      onOpenTag: () => {
        if (++depth > DEPTH || ++tags > TAGS) throw new TooMuch();
      },
      onCloseTag: () => {
        depth--;
      },
      transformTags: {
        a: (_tag, { href = '' }): sanitizeHtml.Tag => {
          const to = href.trim();
          if (!isLink(to)) return { tagName: 'span', attribs: {} };
          return { tagName: 'a', attribs: { href: to, target: '_blank', rel: 'noopener noreferrer nofollow' } };
        },
        img: (_tag, given): sanitizeHtml.Tag => {
          const picture = pictures.get((given['src'] ?? '').trim().replace(/^cid:/i, ''));
          drawn += picture?.length ?? 0;
          if (!picture || drawn > PICTURES) return { tagName: 'span', attribs: {}, text: isDot(given) ? '' : NO_PICTURE };
          const alt = (given['alt'] ?? '').slice(0, 200);
          const size = { width: number(given['width'], 2_000), height: number(given['height'], 2_000) };
          return { tagName: 'img', attribs: attributes({ src: picture, alt, ...size }) };
        },
        font: 'span',
        td: (tagName, given) => cell(tagName, given),
        th: (tagName, given) => cell(tagName, given),
      },
    });
    return /<img|[^\s<>](?![^<>]*>)/.test(safe) ? safe : '';
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

const cell = (tagName: string, given: sanitizeHtml.Attributes) => ({
  tagName,
  attribs: attributes({ colspan: number(given['colspan'], SPAN), rowspan: number(given['rowspan'], SPAN) }),
});
