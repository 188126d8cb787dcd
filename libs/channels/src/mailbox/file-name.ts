import { cleanText } from '@hub/domain';

const SIGNS = 120;
/** Below the 255 bytes that file systems take, with room for a number before it. */
const BYTES = 200;

/** What is not seen and what turns the direction of writing: both hide what a name says. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g;
/** Names of devices, which Windows opens whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** A sender's name for a file without path, hidden signs and what some system cannot keep; empty where nothing is left. */
export function safeFileName(given: string): string {
  const last =
    given
      .slice(0, 4_000)
      .split(/[/\\]/)
      .filter((part) => part.trim() !== '')
      .at(-1) ?? '';
  const plain = cleanText(last.normalize('NFC'))
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(DEVICE, '_$&');
  return withoutTail(shorten(withoutTail(plain)));
}

/** Trailing dots and spaces, which Windows drops. One pass from the end, since a pattern would try every beginning. */
function withoutTail(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end--;
  return name.slice(0, end);
}

/** Cuts a long name before its ending. */
function shorten(name: string): string {
  if ([...name].length <= SIGNS && Buffer.byteLength(name) <= BYTES) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  let stem = '';
  let signs = ending.length;
  let bytes = ending.length;
  for (const sign of name.slice(0, name.length - ending.length)) {
    signs += 1;
    bytes += Buffer.byteLength(sign);
    if (signs > SIGNS || bytes > BYTES) break;
    stem += sign;
  }
  return withoutTail(stem) + ending;
}
