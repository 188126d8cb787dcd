import { useCallback, useState } from 'react';

const PREFIX = 'yxt:text:';

function read<T>(key: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Forgets all that was typed and not saved: letters of citizens do not stay on a computer after sign-out. */
export function forgetKept(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** State that outlives a reload, an expired session and a look at another appeal; null when nothing is kept. */
export function useKept<T>(key: string): [T | null, (value: T | null) => void] {
  const [state, setState] = useState(() => ({ key, value: read<T>(key) }));
  const current = state.key === key ? state : { key, value: read<T>(key) };
  if (current !== state) setState(current);
  const keep = useCallback(
    (value: T | null) => {
      setState({ key, value });
      if (value === null) sessionStorage.removeItem(PREFIX + key);
      else sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
    },
    [key],
  );
  return [current.value, keep];
}
