import { writeString } from './write-string';
import { Written } from './written';

/**
 * Puts a JPEG into the file as it is, to be drawn by `image`. pdfkit would copy it and hold the copy until the document is closed: of a report with fifty photos
 * as much again as its file. Those for print, in four inks, it writes itself. `madeFrom`: SHA-256 of the file that it was made from, noted beside it so that
 * whoever checks the document can draw it again with its own photos.
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
