import type { ChangedEvent } from '@hub/contract';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

/** Changes that come closer together are asked for at once. */
const GATHER_MS = 1_500;
/** A list of so many pages would be asked for page by page; it is refreshed in its own time. */
const FEW_PAGES = 4;
/** A browser gives up a line that was refused, as one without a session is. */
const AGAIN_MS = 15_000;

type Line = 'opening' | 'open' | 'lost';

let line: Line = 'opening';
const listeners = new Set<() => void>();

function tell(now: Line): void {
  line = now;
  listeners.forEach((one) => one());
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** How it stands with the line on which the server tells of changes. */
export const useLine = (): Line => useSyncExternalStore(listen, () => line);

function refresh(client: QueryClient, numbers: ReadonlySet<string>, all: boolean): void {
  void client.invalidateQueries({ queryKey: ['open-count'] });
  void client.invalidateQueries({
    queryKey: ['queue'],
    predicate: ({ state }) => ((state.data as { pages?: unknown[] } | undefined)?.pages?.length ?? 0) <= FEW_PAGES,
  });
  void client.invalidateQueries({
    queryKey: ['appeal'],
    predicate: ({ queryKey }) => all || numbers.has(String(queryKey[1])),
  });
}

/** Asks again for what has changed, a little later and not while the page is out of sight. */
function gatherer(client: QueryClient) {
  let numbers = new Set<string>();
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (document.hidden) return;
    refresh(client, numbers, all);
    numbers = new Set();
    all = false;
  };
  const later = () => (timer ??= setTimeout(flush, GATHER_MS));
  const seen = () => !document.hidden && (numbers.size > 0 || all) && later();
  document.addEventListener('visibilitychange', seen);
  return {
    add(event: ChangedEvent) {
      event.numbers.forEach((number) => numbers.add(number));
      all ||= event.more;
      later();
    },
    end() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}

/** Keeps the one line on which the server tells what has changed. */
export function useStream(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const changes = gatherer(client);
    let stream: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      stream = new EventSource('/api/v1/stream');
      stream.onopen = () => {
        // What changed while the line was down nobody has told.
        if (line === 'lost') changes.add({ numbers: [], more: true });
        tell('open');
      };
      stream.onerror = () => {
        tell('lost');
        if (stream.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS);
      };
      stream.addEventListener('changed', ({ data }: MessageEvent<string>) => changes.add(JSON.parse(data) as ChangedEvent));
    };
    connect();
    return () => {
      clearTimeout(again);
      changes.end();
      stream.close();
      tell('opening');
    };
  }, [client, enabled]);
}
