import { Fault } from '@hub/domain';
import sharp from 'sharp';

const PIXELS = 50_000_000;

/** The picture alone: turned as it was taken, without place, time, camera and whatever else was written into it. */
export async function barePicture(bytes: Uint8Array): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: PIXELS, failOn: 'error' }).rotate().toBuffer();
  } catch {
    throw new Fault('invalid', 'picture', '照片打不开，或超过 5000 万像素。', '请换一张，或压缩后再传。');
  }
}
