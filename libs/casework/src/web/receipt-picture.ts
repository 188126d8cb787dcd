import sharp from 'sharp';

export interface ReceiptPicture {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly ending: 'png' | 'svg';
  readonly bytes: Buffer;
}

interface Line {
  readonly text: string;
  readonly large?: boolean;
}

const INK = '#17221e';
let knowsChinese: Promise<boolean> | null = null;

/** A machine without Chinese fonts draws boxes, which are as high as they are wide; the sign for one is a single stroke. */
const hasChinese = (): Promise<boolean> =>
  (knowsChinese ??= sharp({ text: { text: '一', dpi: 300 } })
    .metadata()
    .then(
      ({ width, height }) => height * 3 < width,
      () => false,
    ));

/** Number and code as a picture for the telephone's album; as a drawing where this machine cannot write Chinese. */
export async function receiptPicture(lines: readonly Line[]): Promise<ReceiptPicture> {
  if (!(await hasChinese())) return { mediaType: 'image/svg+xml', ending: 'svg', bytes: Buffer.from(drawing(lines)) };
  const text = lines
    .map(
      (one) =>
        `<span size="${one.large ? 'xx-large' : 'large'}" weight="${one.large ? 'bold' : 'normal'}">${escaped(one.text)}</span>`,
    )
    .join('\n');
  const bytes = await sharp({ text: { text: `<span foreground="${INK}">${text}</span>`, dpi: 144, rgba: true, spacing: 14 } })
    .extend({ top: 48, bottom: 48, left: 48, right: 48, background: '#fff' })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
  return { mediaType: 'image/png', ending: 'png', bytes };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const drawing = (lines: readonly Line[]): string => {
  const rows = lines.map(
    ({ text, large }, at) =>
      `<text x="32" y="${64 + at * 48}" font-size="${large ? 32 : 22}" font-weight="${large ? 700 : 400}">${escaped(text)}</text>`,
  );
  const height = 64 + lines.length * 48;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="${height}" fill="${INK}" font-family="sans-serif"><rect width="640" height="${height}" fill="#fff"/>${rows.join('')}</svg>`;
};
