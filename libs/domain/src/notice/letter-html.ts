import type { LetterTemplate } from './letter';

export interface LetterHead {
  /** Stands at the top; null where the letter is not to tell whom it is from. */
  readonly bureau: string | null;
  /** Only links into this site become links. */
  readonly publicUrl: string;
}

const FONT = "16px/1.75 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const STYLES = {
  // No colours of text and ground: the reader's mail program chooses them, by day and by night.
  body: `margin:0;padding:16px;font:${FONT}`,
  page: 'max-width:600px;margin:0 auto;overflow-wrap:anywhere',
  head: 'margin:0 0 20px;padding:0 0 8px;border-bottom:3px solid #2e7d6b;font-size:18px;font-weight:bold',
  text: 'margin:0 0 16px',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse;border-left:4px solid #2e7d6b',
  label: 'padding:4px 12px;text-align:left;vertical-align:top;font-weight:normal;white-space:nowrap;opacity:.75',
  value: 'padding:4px 8px 4px 0;font-weight:bold',
  foot: 'margin:24px 0 0;padding:12px 0 0;border-top:1px solid #8a9a95;font-size:14px;opacity:.8',
} as const;

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => MARKS[sign]!);

/** `编号：YXT-…`: a short name and what it is. */
const FACT = /^([^\s：:，。！？、]{1,8})：(.*\S.*)$/;
const ADDRESS = /https?:\/\/[\w.~:/?#@!$&*+;=%-]+/g;

/**
 * The letter for those who read mail in a browser: made from the plain text alone, with styles in place, no pictures and
 * nothing from elsewhere. The same text gives the same bytes.
 */
export function letterHtml({ subject, body }: LetterTemplate, { bureau, publicUrl }: LetterHead): string {
  const blocks = body
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n\s*/);
  const foot = bureau && blocks.length > 1 && blocks.at(-1)!.startsWith(bureau) ? blocks.pop()! : null;
  const lines = (text: string) => text.split('\n').map((line) => linked(line, publicUrl)).join('<br>\n'); // prettier-ignore
  const block = (text: string): string => {
    const facts = text.split('\n').map((line) => FACT.exec(line));
    if (facts.length < 2 || !facts.every((fact) => fact !== null)) return `<p style="${STYLES.text}">${lines(text)}</p>`;
    const rows = facts.map(
      ([, label, value]) =>
        `<tr><th scope="row" style="${STYLES.label}">${escape(label!)}</th><td style="${STYLES.value}">${linked(value!, publicUrl)}</td></tr>`,
    );
    return `<table style="${STYLES.table}">\n${rows.join('\n')}\n</table>`;
  };
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>`,
    `<body style="${STYLES.body}"><div style="${STYLES.page}">`,
    ...(bureau ? [`<p style="${STYLES.head}">${escape(bureau)}</p>`] : []),
    ...blocks.map(block),
    ...(foot ? [`<p style="${STYLES.foot}">${lines(foot)}</p>`] : []),
    '</div></body></html>',
    '',
  ].join('\n');
}

/** Escaped; addresses of our own site become links, all others stay words. */
function linked(line: string, publicUrl: string): string {
  let done = 0;
  const parts: string[] = [];
  for (const found of line.matchAll(ADDRESS)) {
    const [address] = found;
    const ours = address === publicUrl || address.startsWith(`${publicUrl}/`);
    parts.push(
      escape(line.slice(done, found.index)),
      ours ? `<a href="${escape(address)}">${escape(address)}</a>` : escape(address),
    );
    done = found.index + address.length;
  }
  return parts.join('') + escape(line.slice(done));
}
