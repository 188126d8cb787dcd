import sharp from 'sharp';

/** A photo of a telephone, and not a bomb. */
const PIXELS = 50_000_000;
const SECONDS = 20;

// Nothing but photos is ever opened: an SVG fetches files and grows without end, other formats have seldom used readers.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/** The picture alone: turned as it was taken, without place, time, camera and author. Null where it is none, or too much. */
export async function barePicture(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    return await sharp(bytes, { limitInputPixels: PIXELS, failOn: 'error' }).rotate().timeout({ seconds: SECONDS }).toBuffer();
  } catch {
    return null;
  }
}
