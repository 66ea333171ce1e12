/** As much text of a page as is handed on at once. */
const mostGathered = 16_384;

/**
 * Gathers what is drawn on a page. pdfkit keeps each operator, some twenty letters, as an array of bytes of its own until the page is written, and pages that are
 * numbered at the end are written at the end: gathered, a hundred pages take a tenth of the memory. The bytes of the file are the same.
 */
export function gatherContent(content: PDFKit.PDFKitReference): void {
  const write = content.write.bind(content);
  const end = content.end.bind(content);
  let gathered = '';
  const handOn = () => {
    if (gathered === '') return;
    // Text would get another new line.
    write(Buffer.from(gathered, 'latin1'));
    gathered = '';
  };
  content.write = (chunk) => {
    if (typeof chunk !== 'string') {
      handOn();
      write(chunk);
      return;
    }
    gathered += `${chunk}\n`;
    if (gathered.length > mostGathered) handOn();
  };
  content.end = (chunk) => {
    if (chunk) content.write(chunk);
    handOn();
    end('');
  };
}
