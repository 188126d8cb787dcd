/** `SX-20261124-003`: the day on which the matter was opened in Shanghai and a running number of that day. */
export const matterNumber = (day: string, running: number): string =>
  `SX-${day.replaceAll('-', '')}-${String(running).padStart(3, '0')}`;

const MATTER_NUMBER = /^SX-\d{8}-\d{3,}$/;

/** Reads a number as people type it; null where it is none. */
export function readMatterNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−－—]/g, '-')
    .toUpperCase();
  return MATTER_NUMBER.test(plain) ? plain : null;
}
