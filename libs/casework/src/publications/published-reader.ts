import { Injectable } from '@nestjs/common';
import { dayOf, filterTerms, nearness, tellingPairs, type Day } from '@hub/domain';
import { GuideQuery, PublishedQuery } from '@hub/persistence';

/** Something that everybody may read and that may answer what somebody is about to write. */
export interface PublishedHit {
  /** Of the result, or of the article of the guide; `path` tells which. */
  readonly id: number;
  readonly title: string;
  readonly street: string | null;
  /** The day on which it was published. */
  readonly day: Day;
  readonly extract: string;
  /** Where it stands on the portal, e.g. /published/12. */
  readonly path: string;
}

const CANDIDATES = 30;
const EXTRACT_SIGNS = 80;

/** Looks among what is published for what is like a citizen's own words. */
@Injectable()
export class PublishedReader {
  constructor(
    private readonly published: PublishedQuery,
    private readonly guide: GuideQuery,
  ) {}

  /** The nearest first, at most `limit`; nothing where nothing is near. Found by an index, never by a scan. */
  async like(text: string, topic: string | null, limit: number): Promise<PublishedHit[]> {
    const pairs = tellingPairs(text);
    const serials = await this.published.sharing([...pairs, ...filterTerms({ topic })], CANDIDATES);
    const asked = { pairs: new Set(pairs), topic };
    const [results, articles] = await Promise.all([
      this.published.bySerials(serials),
      pairs.length ? this.guide.published() : [],
    ]);
    const hits = [
      ...results.map((row) => ({
        near: nearness(asked, { title: row.title, text: `${row.facts}\n${row.measures}`, topic: row.topic }),
        hit: {
          id: row.serial!,
          title: row.title,
          street: row.street,
          day: row.publishedOn!,
          extract: extractOf(row.measures || row.facts),
          path: `/published/${row.serial}`,
        },
      })),
      ...articles.map(({ root, title, text, promise, publishedAt }) => ({
        near: nearness(asked, { title, text: `${promise}\n${text}`, topic: null }),
        hit: {
          id: root,
          title,
          street: null,
          day: dayOf(publishedAt!),
          extract: extractOf(promise || text),
          path: `/guide/${root}`,
        },
      })),
    ];
    return hits
      .filter(({ near }) => near > 0)
      .sort((a, b) => b.near - a.near || (a.hit.day < b.hit.day ? 1 : -1))
      .slice(0, limit)
      .map(({ hit }) => hit);
  }
}

/** The beginning of a text on one line. */
export function extractOf(text: string, most = EXTRACT_SIGNS): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('');
}
