import type { ReportDocument } from './report-document.server';

/** Who signs, when and why, as the file says it. */
export type SignatureField = { name: string; reason: string; at: Date };

/** Bytes kept free for the signature: one with a small certificate takes some 1,500, a time stamp with its certificates up to some 8,000. */
export const signatureBytes = 16_384;

/** Placeholder for the three numbers of the byte range, at their largest width. */
export const byteRangeHole = '**********';

/**
 * Puts an invisible signature field on the first page, its signature left free (ISO 32000-1, 12.8; PAdES: ETSI EN 319 142-1). The document is otherwise as
 * it is without. `fillSignature` writes what belongs there once all bytes are known.
 */
export function placeSignatureField({ doc }: ReportDocument, { name, reason, at }: SignatureField): void {
  const signature = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, byteRangeHole, byteRangeHole, byteRangeHole],
    Contents: Buffer.alloc(signatureBytes),
    Name: new String(name),
    Reason: new String(reason),
    M: at,
  });
  // Zero size draws nothing, so that it needs no tag; printed flag and lock as PDF/A requires.
  const page = doc._pageBuffer[0];
  if (!page) throw new Error('A document without pages cannot be signed.');
  const widget = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    F: 132,
    T: new String('Signature1'),
    P: page.dictionary,
    V: signature,
  });
  page.annotations.push(widget);
  const form = doc.ref({ SigFlags: 3, Fields: [widget] });
  Object.assign(doc._root.data, { AcroForm: form });
  // pdfkit would look for the fonts of fields that are filled in; this form has none.
  doc.endAcroForm = () => {};
  for (const each of [signature, widget, form]) each.end('');
}

const marker = Buffer.from('/Contents <');

/** Where the signature goes, and the bytes that it covers: all others. */
export type Signable = { bytes: Buffer; start: number; end: number; covered: Buffer };

/** Writes the byte range into a document with a free signature field. @throws when there is none */
export function prepareSignature(document: Buffer): Signable {
  const bytes = Buffer.from(document);
  const range = bytes.indexOf(`/ByteRange [0 /${byteRangeHole} /${byteRangeHole} /${byteRangeHole}]`);
  const start = bytes.indexOf(marker, range) + marker.length - 1;
  if (range < 0 || start < marker.length) throw new Error('The document has no signature field.');
  const end = start + signatureBytes * 2 + 2;
  const placeholder = `/ByteRange [0 /${byteRangeHole} /${byteRangeHole} /${byteRangeHole}]`;
  const numbers = `/ByteRange [0 ${start} ${end} ${bytes.length - end}]`;
  bytes.write(numbers.padEnd(placeholder.length), range, 'latin1');
  return { bytes, start, end, covered: Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]) };
}

/** The document with its signature: the CMS in DER. @throws when it does not fit */
export function fillSignature({ bytes, start }: Signable, cms: Uint8Array): Buffer {
  const hex = Buffer.from(cms).toString('hex');
  if (hex.length > signatureBytes * 2) throw new Error('The signature does not fit into the file.');
  const signed = Buffer.from(bytes);
  signed.write(hex.padEnd(signatureBytes * 2, '0'), start + 1, 'latin1');
  return signed;
}
