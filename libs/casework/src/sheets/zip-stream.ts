import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

/** UTF-8 names; sizes and checksum follow the bytes (APPNOTE 4.4.4, bits 3 and 11). */
const FLAGS = 0x0808;
/** 1980-01-01: the same content gives the same bytes. */
const DATE = 0x21;

/** A zip archive as it grows, part by part: however long a part is, only a piece of it stands in memory. */
export async function* zipStream(parts: readonly ZipPart[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const begin = offset;
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(name, 0, 0, 0), Buffer.from(name)]);
    yield local;
    offset += local.length;
    let [crc, size, packed] = [0, 0, 0];
    const measured = async function* () {
      for await (const piece of content) {
        const bytes = Buffer.from(piece);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    const deflated = createDeflateRaw();
    // What goes wrong in the content ends the reading of `deflated` with the same error.
    pipeline(Readable.from(measured()), deflated, () => undefined);
    for await (const chunk of deflated) {
      packed += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    const sizes = Buffer.alloc(16);
    sizes.write('PK\x07\x08', 0, 'latin1');
    [crc, packed, size].forEach((value, at) => sizes.writeUInt32LE(value, 4 + 4 * at));
    yield sizes;
    offset += packed + sizes.length;
    const place = Buffer.alloc(14);
    place.writeUInt32LE(begin, 10);
    const entry = [Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common(name, crc, packed, size), place, Buffer.from(name)];
    directory.push(Buffer.concat(entry));
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([listed, end]);
}

/** What an entry's two headers have in common. */
function common(name: string, crc: number, packed: number, size: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}
