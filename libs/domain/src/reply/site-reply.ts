import type { Appeal } from '../appeal/appeal';
import { guardOf } from '../appeal/sight';

/** A complaint site on which answers can be posted; its channel's settings say so. */
export interface SiteReplyDoor {
  /** Name of the channel in the settings. */
  readonly channel: string;
  readonly source: string;
  /** What is posted, with `{text}`, `{number}` and `{bureau}`. */
  readonly text: string;
  /** What the site takes at most. */
  readonly maxChars: number | null;
}

/** Everybody reads a complaint site: what is guarded is never answered there. */
export const mayBePosted = (appeal: Pick<Appeal, 'channel' | 'secrecy' | 'targetUnitId' | 'aboutConduct'>): boolean =>
  appeal.channel === 'site' && guardOf(appeal) === '';

/** Tells one answer of an appeal from its others; by it the hub knows its own answer on the site. */
export const replyMark = (number: string, earlier: number): string => (earlier ? `${number}/${earlier + 1}` : number);

export const siteReplyText = (
  { text: template }: Pick<SiteReplyDoor, 'text'>,
  values: { readonly text: string; readonly number: string; readonly bureau: string },
): string => template.replace(/\{(text|number|bureau)\}/g, (_, name: keyof typeof values) => values[name].trim());
