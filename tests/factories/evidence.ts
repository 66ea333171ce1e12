import sharp from 'sharp';
import { zip } from './zip';

/** A JPEG that reveals where and by which device it was taken, as a phone writes it. */
export function photo(options: { width?: number; height?: number; place?: boolean; colour?: string } = {}): Promise<Buffer> {
  const { width = 640, height = 480, place = true, colour = '#3a7' } = options;
  const picture = sharp({ create: { width, height, channels: 3, background: colour } }).jpeg();
  return (
    place
      ? picture.withExif({
          IFD0: { Make: 'PhoneMaker', Model: 'Model X' },
          IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 2/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 51/1 0/1' },
        })
      : picture
  ).toBuffer();
}

/** The smallest PDF that readers open. */
export const pdf = (text = 'payroll'): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';

/** An XLSX as far as its type goes, with further entries. */
export const workbook = (more: Record<string, Uint8Array> = {}): Buffer =>
  zip({ '[Content_Types].xml': Buffer.from(contentTypes), 'xl/workbook.xml': Buffer.from('<workbook/>'), ...more });

/** An XLSX of a few kilobytes that inflates to `bytes` zeros. `claims`: the size that its directory claims instead. */
export function bomb(bytes: number, claims?: number): Buffer {
  const zipped = workbook({ 'xl/worksheets/sheet1.xml': new Uint8Array(bytes) });
  if (claims === undefined) return zipped;
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes);
  const claimed = Buffer.alloc(4);
  claimed.writeUInt32LE(claims);
  const lying = Buffer.from(zipped);
  for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) claimed.copy(lying, at);
  return lying;
}
