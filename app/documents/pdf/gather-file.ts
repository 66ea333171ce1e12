/** As much of a file as is turned into bytes at once. */
const mostGathered = 65_536;

/**
 * Gathers the bytes of a document until it is closed. pdfkit hands each line of the file to a stream as a chunk of its own: of a long report tens of thousands.
 * Answers a function that closes the document and gives its bytes.
 */
export function gatherFile(doc: PDFKit.PDFDocument): () => Buffer {
  // What pdfkit wrote when the document was made.
  const chunks: Uint8Array[] = [doc.read()];
  let gathered = '';
  const handOn = () => {
    if (gathered !== '') chunks.push(Buffer.from(gathered, 'latin1'));
    gathered = '';
  };
  doc._write = (data) => {
    if (typeof data !== 'string') {
      handOn();
      chunks.push(data);
      doc._offset += data.length;
      return;
    }
    gathered += `${data}\n`;
    doc._offset += data.length + 1;
    if (gathered.length > mostGathered) handOn();
  };
  return () => {
    doc.end();
    if (doc._waiting > 0) throw new Error(`${doc._waiting} objects of the document were never closed.`);
    handOn();
    return Buffer.concat(chunks);
  };
}
