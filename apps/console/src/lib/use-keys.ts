import { useEffect, useRef } from 'react';

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="menu"]';
const PRESSABLE = 'button, a[href], summary, [role="tab"], [role="radio"]';

const dialogOpen = (): boolean =>
  [...document.querySelectorAll('.ant-modal, .ant-drawer-open')].some((one) => one.getClientRects().length > 0);

/** Single keys of a page: off in fields, while a word is being composed, with a dialog open or with Ctrl, Alt or Meta. */
export function useKeys(keys: Record<string, () => void>, enabled = true): void {
  const latest = useRef(keys);
  useEffect(() => void (latest.current = keys));
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      const on = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      if (event.ctrlKey || event.metaKey || event.altKey || on.closest(FIELDS) || dialogOpen()) return;
      // Enter belongs to the button that has the focus.
      if (event.key === 'Enter' && on.closest(PRESSABLE)) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled]);
}
