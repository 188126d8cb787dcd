import type { IncomingMessage } from 'node:http';
import { pipeline, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { HttpTrouble } from './http-trouble';

export const ENCODINGS = 'gzip, deflate, br';

const tooBig = (maxBytes: number): HttpTrouble =>
  new HttpTrouble('too-big', `对方的回答超过 ${Math.floor(maxBytes / 1024)} KB，没有读完。`, true);

function unpacker(encoding: string, first: number): Duplex {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // Some servers send it without its two bytes of head.
      return (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      throw new HttpTrouble('garbled', `对方的回答用了不认得的压缩方式（${encoding.slice(0, 40)}）。`, true);
  }
}

async function collect(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooBig(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An answer's bytes, counted while they come and again while they are unpacked, so that neither a flood nor a bomb is kept. */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const packed = await collect(response, maxBytes);
  if (!response.complete) throw new HttpTrouble('cut', '对方的回答没有发完，连接就断了。', true);
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (packed.length === 0 || encoding === '' || encoding === 'identity') return packed;
  const stream = unpacker(encoding, packed[0]!);
  pipeline([packed], stream, () => undefined);
  try {
    return await collect(stream, maxBytes);
  } catch (error) {
    if (error instanceof HttpTrouble) throw error;
    throw new HttpTrouble('garbled', '对方的回答压缩得不完整，解不开。', true, error);
  }
}
