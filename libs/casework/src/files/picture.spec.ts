import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { barePicture } from './picture';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
/** A PNG that says it is so wide and high and holds one dot. */
const claiming = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const sign = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(4))), chunk('IEND', Buffer.alloc(0))]);
};
const photo = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#654' } }).jpeg();

it('a photo leaves without where, when, with what and by whom it was taken', async () => {
  const exif = { IFD0: { Make: 'SECRETCAM', Artist: 'LuWenjie' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } };
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>LuWenjie</dc:creator></x:xmpmeta>';
  const taken = await photo().withExif(exif).withXmp(xmp).toBuffer();
  expect([taken.includes('SECRETCAM'), taken.includes('LuWenjie')]).toEqual([true, true]);
  const bare = (await barePicture(taken))!;
  const { exif: kept, xmp: keptXmp, iptc, format } = await sharp(bare).metadata();
  expect([kept, keptXmp, iptc, format, bare.includes('LuWenjie')]).toEqual([undefined, undefined, undefined, 'jpeg', false]);
});

it.each([
  [
    'a photo that breaks off',
    async () => {
      const whole = await photo().toBuffer();
      return whole.subarray(0, whole.length - 20);
    },
  ],
  ['a dot that claims to be 60000 by 60000', () => claiming(60_000, 60_000)],
  ['a dot that claims to be more than it holds', () => claiming(300, 300)],
  ['a drawing under the name of a photo', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['nothing', () => Buffer.alloc(0)],
])('%s is none, and the next photo is drawn all the same', async (_, made) => {
  expect(await barePicture(await made())).toBeNull();
  expect(await barePicture(await photo().toBuffer())).not.toBeNull();
});
