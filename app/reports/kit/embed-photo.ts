import { Written } from './written';

/**
 * Puts a JPEG into the file as it is, to be drawn by `image`. pdfkit would copy it and hold the copy until the document is closed: of a report with fifty photos
 * as much again as its file. Those for print, in four inks, it writes itself.
 */
export function embedPhoto(doc: PDFKit.PDFDocument, jpeg: Buffer): PDFKit.PDFImage {
  const image = doc.openImage(jpeg);
  if (image.colorSpace === 'DeviceCMYK') return image;
  const id = doc._offsets.push(doc._offset);
  const entries = [
    '/Type /XObject /Subtype /Image /Filter /DCTDecode',
    `/BitsPerComponent ${image.bits} /ColorSpace /${image.colorSpace}`,
    `/Width ${image.width} /Height ${image.height} /Length ${jpeg.length}`,
  ];
  doc._write(`${id} 0 obj\n<<${entries.join(' ')}>>\nstream`);
  doc._write(jpeg);
  doc._write('\nendstream\nendobj');
  return Object.assign(image, { obj: new Written(`${id} 0 R`), data: null });
}
