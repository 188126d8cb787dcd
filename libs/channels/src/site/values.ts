import type { CheerioAPI } from 'cheerio';
import { textAt } from './json-path';
import { decodePage, plainWords, wordsOf } from './page-text';
import { POST_FIELDS, type FieldPlaces, type PostField } from './profile';
import type { Page } from './page';

/** A field's text by its place; what has no such place is not among them, what stands there empty is ''. */
export type Values = Readonly<Partial<Record<PostField, string>>>;

/** The fields of which `read` finds the place. */
export function valuesBy(places: FieldPlaces, read: (place: string) => string | undefined): Values {
  return Object.fromEntries(
    POST_FIELDS.flatMap((field) => {
      const place = places[field];
      const words = place ? read(place) : undefined;
      return words === undefined ? [] : [[field, words]];
    }),
  );
}

/** The words at each place that the page, or the row within it, has. */
export const htmlValues = ($: CheerioAPI, places: FieldPlaces, within?: ReturnType<CheerioAPI>): Values =>
  valuesBy(places, (place) => {
    const found = (within ? within.find(place) : $(place)).first();
    return found.length ? wordsOf($, found) : undefined;
  });

export const jsonValues = (row: unknown, places: FieldPlaces): Values =>
  valuesBy(places, (place) => {
    const text = textAt(row, place);
    return text === undefined ? undefined : plainWords(text);
  });

/** JSON, or why it is none (Chinese). */
export function parseJson(page: Page, encoding?: string): { readonly value: unknown } | { readonly fault: string } {
  const { text } = decodePage(page, encoding ?? 'utf-8');
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    const shown = /^\s*</.test(text) ? '网页' : text.trim() === '' ? '空白' : '别的东西';
    return { fault: `应当回答 JSON，回答的却是${shown}（${page.contentType.slice(0, 60) || '没有说明类型'}）` };
  }
}
