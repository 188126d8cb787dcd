import { useSyncExternalStore } from 'react';
import { breakpoints } from './theme';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

export const useMode = (): 'light' | 'dark' => (useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light');

/** How many of list, appeal and facts stand side by side. */
export type Columns = 1 | 2 | 3;

export function useColumns(): Columns {
  const two = useMedia(`(min-width: ${breakpoints.twoColumns}px)`);
  const three = useMedia(`(min-width: ${breakpoints.threeColumns}px)`);
  return three ? 3 : two ? 2 : 1;
}

export const usePhone = (): boolean => !useMedia(`(min-width: ${breakpoints.phone}px)`);
