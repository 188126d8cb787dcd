import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

export const ROW_HEIGHT = 80;
const SPARE = 5;

/** Which rows of a long list are in sight, by their fixed height. */
export function useWindow(box: RefObject<HTMLDivElement | null>, count: number): { first: number; last: number } {
  const [{ row, shown }, setSight] = useState({ row: 0, shown: 12 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const row = Math.floor(element.scrollTop / ROW_HEIGHT);
      const shown = Math.ceil(element.clientHeight / ROW_HEIGHT);
      // A list that is hidden (phone, with an appeal open) has no height; what it showed stays.
      if (shown > 0) setSight((old) => (old.row === row && old.shown === shown ? old : { row, shown }));
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return { first: Math.max(0, Math.min(row, count) - SPARE), last: Math.min(count, row + shown + SPARE) };
}

/** Brings a row into sight with the least movement. */
export function useInSight(box: RefObject<HTMLDivElement | null>, position: number): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || position < 0 || element.clientHeight === 0) return;
    const top = position * ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW_HEIGHT - element.clientHeight;
  }, [box, position]);
}
