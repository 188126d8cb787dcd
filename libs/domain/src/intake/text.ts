/** Columns of text hold at most this many bytes on every database (MariaDB's TEXT ends at 65,535). */
export const TEXT_BYTES = 60_000;

/** Cuts a text to a number of UTF-8 bytes without splitting a character. */
export function clipBytes(text: string, bytes: number): { text: string; cut: boolean } {
  if (text.length * 3 <= bytes) return { text, cut: false };
  let used = 0;
  let end = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    used += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (used > bytes) return { text: text.slice(0, end), cut: true };
    end += sign.length;
  }
  return { text, cut: false };
}

/** Cuts to a number of characters and marks the cut. */
export function clip(text: string, signs: number): string {
  const all = [...text];
  return all.length <= signs ? text : `${all.slice(0, signs - 1).join('')}…`;
}

/** Takes out what no database or page wants: NUL, other controls but tab and newline, lone surrogates, direction overrides. */
export const cleanText = (text: string): string =>
  text
    // A surrogate without its other half cannot be stored as UTF-8.
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are the characters to remove
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');

export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** A subject where the citizen gave none: the first sentence of what he wrote. */
export function subjectOf(subject: string, text: string): string {
  const given = oneLine(subject);
  if (given) return clip(given, 120);
  const first = oneLine(text).split(/(?<=[。！？!?；;])/)[0] ?? '';
  return clip(first.trim(), 40) || '（无标题）';
}
