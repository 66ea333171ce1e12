import { writeString } from './write-string';
import { Written } from './written';

/**
 * Embeds a JPEG unchanged, for `image` to draw. pdfkit would copy it and keep the copy until the document is closed: with fifty photos, twice the size of the
 * file. CMYK JPEGs are left to pdfkit. `madeFrom`: SHA-256 of the source file, noted beside it so that verification can render the document again with its own
 * photos.
 */
export function embedPhoto(doc: PDFKit.PDFDocument, jpeg: Buffer, madeFrom: string): PDFKit.PDFImage {
  const image = doc.openImage(jpeg);
  if (image.colorSpace === 'DeviceCMYK') return image;
  const id = doc._offsets.push(doc._offset);
  const entries = [
    '/Type /XObject /Subtype /Image /Filter /DCTDecode',
    `/BitsPerComponent ${image.bits} /ColorSpace /${image.colorSpace}`,
    `/Width ${image.width} /Height ${image.height} /Length ${jpeg.length}`,
    `/MNT_MadeFrom ${writeString(madeFrom)}`,
  ];
  doc._write(`${id} 0 obj\n<<${entries.join(' ')}>>\nstream`);
  doc._write(jpeg);
  doc._write('\nendstream\nendobj');
  return Object.assign(image, { obj: new Written(`${id} 0 R`), data: null });
}
