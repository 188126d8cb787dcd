import { extractOf } from '@hub/casework';
import { TOPIC_WORDS, type Office } from '@hub/domain';
import type { PublicationEntity } from '@hub/persistence';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 allows in a text (section 2.2). */
const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- control characters cannot be written in XML at all
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, '')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

/** RSS 2.0, the newest first. */
export function feedOf(rows: readonly PublicationEntity[], office: Office): string {
  const items = rows.map(({ serial, title, measures, facts, topic, publishedAt }) => {
    const link = `${office.publicUrl}/published/${serial}`;
    return [
      '<item>',
      element('title', title),
      element('link', link),
      `<guid isPermaLink="true">${escaped(link)}</guid>`,
      element('description', extractOf(measures || facts, 300)),
      ...(topic ? [element('category', TOPIC_WORDS[topic])] : []),
      element('pubDate', new Date(publishedAt!).toUTCString()),
      '</item>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', `办理结果公开 - ${office.bureau}`),
    element('link', `${office.publicUrl}/published`),
    `<atom:link href="${escaped(`${office.publicUrl}/published.rss`)}" rel="self" type="application/rss+xml"/>`,
    element('description', `${office.bureau}公开的群众来件办理结果`),
    element('language', 'zh-CN'),
    ...items,
    '</channel></rss>',
    '',
  ].join('\n');
}
