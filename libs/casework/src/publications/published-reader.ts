import { Injectable } from '@nestjs/common';
import { filterTerms, nearness, tellingPairs, type Day } from '@hub/domain';
import { PublishedQuery } from '@hub/persistence';

/** Something that everybody may read and that may answer what somebody is about to write. */
export interface PublishedHit {
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
  constructor(private readonly published: PublishedQuery) {}

  /** The nearest first, at most `limit`; nothing where nothing is near. Found by an index, never by a scan. */
  async like(text: string, topic: string | null, limit: number): Promise<PublishedHit[]> {
    const pairs = tellingPairs(text);
    const serials = await this.published.sharing([...pairs, ...filterTerms({ topic })], CANDIDATES);
    const rows = await this.published.bySerials(serials);
    const asked = { pairs: new Set(pairs), topic };
    return rows
      .map((row) => ({
        row,
        near: nearness(asked, { title: row.title, text: `${row.facts}\n${row.measures}`, topic: row.topic }),
      }))
      .filter(({ near }) => near > 0)
      .sort((a, b) => b.near - a.near || b.row.serial! - a.row.serial!)
      .slice(0, limit)
      .map(({ row: { serial, title, street, publishedOn, facts, measures } }) => ({
        id: serial!,
        title,
        street,
        day: publishedOn!,
        extract: extractOf(measures || facts),
        path: `/published/${serial}`,
      }));
  }
}

/** The beginning of a text on one line. */
export function extractOf(text: string, most = EXTRACT_SIGNS): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('');
}
