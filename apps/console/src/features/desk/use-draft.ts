import { useEffect, useRef, useState } from 'react';
import { asProblem, post } from '../../lib/api';
import { isBlank, type Entry } from './desk-form';

const PAUSE_MS = 3_000;

export interface Saved {
  /** The moment of the last save on the server, or null before the first. */
  readonly at: string | null;
  /** Why it is not there yet, in Chinese; null where all is well. */
  readonly trouble: string | null;
}

/** Saves what is typed on the server every few seconds; what cannot be saved stays in the page and is tried again. */
export function useDraft(key: string, entry: Entry, paused: boolean): Saved & { settle: () => Promise<void> } {
  const [saved, setSaved] = useState<Saved>({ at: null, trouble: null });
  const form = JSON.stringify(entry);
  const done = useRef({ key: '', form: '' });
  const under = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => setSaved({ at: null, trouble: null }), [key]);
  useEffect(() => {
    if (paused || isBlank(entry) || (done.current.key === key && done.current.form === form)) return;
    const save = async () => {
      try {
        const { savedAt } = await post<{ savedAt: string }>(`/desk/drafts/${key}`, { form });
        done.current = { key, form };
        setSaved({ at: savedAt, trouble: null });
      } catch (error) {
        const problem = asProblem(error);
        setSaved(({ at }) => ({
          at,
          trouble: problem.status === 0 ? '网络断了，字都在本机，接通后自动补存。' : problem.detail,
        }));
      }
    };
    const run = () => void (under.current = save());
    const first = setTimeout(run, PAUSE_MS);
    const again = setInterval(() => {
      if (done.current.key !== key || done.current.form !== form) run();
    }, PAUSE_MS * 2);
    addEventListener('online', run);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      removeEventListener('online', run);
    };
  }, [key, form, paused]);
  return { ...saved, settle: () => under.current };
}
