import { Unreadable } from '@hub/domain';

const strictly = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 without a mark shows in its commas, digits and line ends: every second byte of them is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const zeros: [even: number, odd: number] = [0, 0];
  const head = bytes.subarray(0, 65_536);
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]!++;
  const enough = head.length / 100;
  if (zeros[1] > enough && zeros[0] * 10 < zeros[1]) return strictly('utf-16le', bytes);
  if (zeros[0] > enough && zeros[1] * 10 < zeros[0]) return strictly('utf-16be', bytes);
  return null;
}

/** A text table's bytes as text: by its mark, else strict UTF-8, else strict GB18030; nothing is guessed with losses. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  const marked =
    a === 0xff && b === 0xfe
      ? 'utf-16le'
      : a === 0xfe && b === 0xff
        ? 'utf-16be'
        : a === 0xef && b === 0xbb && c === 0xbf
          ? 'utf-8'
          : null;
  const text = marked
    ? strictly(marked, bytes)
    : (unmarkedUtf16(bytes) ?? strictly('utf-8', bytes) ?? strictly('gb18030', bytes));
  if (text === null)
    throw new Unreadable(
      '读不出这个文件：它的文字编码不是 UTF-8，也不是国标码（GBK）。请用 Excel 另存为“CSV UTF-8”或 .xlsx 再试。',
    );
  // Old exports pad their fields with zero bytes; no text has them.
  return text.replaceAll('\0', '');
}
