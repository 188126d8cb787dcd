import type { SourceView } from '@hub/contract';
import { CONFIDENTIAL_SOURCES, DESK_SOURCES } from '@hub/domain';
import { useList } from '../../lib/directory';

export type DeskSource = Pick<SourceView, 'name' | 'confidential'>;

/** Until the list is there, the page works with the sources that every office has. */
const FIRST: readonly DeskSource[] = DESK_SOURCES.map((name) => ({ name, confidential: CONFIDENTIAL_SOURCES.includes(name) }));
/** What comes in by these writes itself down. */
const BY_ITSELF: readonly string[] = ['mailbox', 'web', 'site', 'api'];

/** The sources that staff enter, as the office keeps the list. */
export function useSources(): readonly DeskSource[] {
  const list = useList<SourceView>('sources', true).data;
  return list ? list.filter(({ active, channel }) => active && !BY_ITSELF.includes(channel)) : FIRST;
}
