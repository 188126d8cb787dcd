import { Broken, ByteCursor } from './byte-cursor';

/** What the dictionary begins with (MS-OXRTFCP 2.1.2.1). */
const BEGINNING =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const DICTIONARY = 4_096;
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
const LIMIT = 4 << 20;

/** Undoes the compression of RTF (MS-OXRTFCP). Never gives more than the header announces, nor more than 4 MB. */
export function decompressRtf(bytes: Buffer): Buffer {
  const cursor = new ByteCursor(bytes);
  cursor.u32();
  const size = Math.min(cursor.u32(), LIMIT);
  const kind = cursor.u32();
  cursor.u32();
  if (kind === PLAIN) return cursor.take(Math.min(size, cursor.left));
  if (kind !== COMPRESSED) throw new Broken('no compressed RTF');

  const dictionary = Buffer.alloc(DICTIONARY);
  let write = dictionary.write(BEGINNING, 'latin1');
  // One byte of input gives at most some eight of output, whatever is announced.
  const out = Buffer.alloc(Math.min(size, bytes.length * 10));
  let length = 0;
  const put = (byte: number) => {
    out[length++] = byte;
    dictionary[write] = byte;
    write = (write + 1) % DICTIONARY;
  };
  while (cursor.left > 0 && length < out.length) {
    const control = cursor.u8();
    for (let bit = 0; bit < 8 && cursor.left > 0 && length < out.length; bit++) {
      if ((control >> bit) & 1) {
        const token = cursor.take(2).readUInt16BE();
        const offset = token >> 4;
        if (offset === write) return out.subarray(0, length);
        for (let at = 0; at < (token & 15) + 2 && length < out.length; at++) put(dictionary[(offset + at) % DICTIONARY]!);
      } else put(cursor.u8());
    }
  }
  return out.subarray(0, length);
}
