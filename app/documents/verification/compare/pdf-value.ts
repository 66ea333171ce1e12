/** A name of a PDF, as `/Type`. */
export class PdfName {
  constructor(readonly name: string) {}
}
/** A string of a PDF: its bytes, one a character. */
export class PdfText {
  constructor(readonly bytes: string) {}

  /** What it says, in UTF-16 where it is marked so, else by its bytes. */
  get text(): string {
    const bytes = Buffer.from(this.bytes, 'latin1');
    return bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0
      ? bytes.subarray(2).swap16().toString('utf16le')
      : bytes.toString('latin1');
  }
}
/** A reference to an object by its number. */
export class PdfRef {
  constructor(readonly id: number) {}
}
export class PdfDictionary {
  readonly entries = new Map<string, PdfValue>();
}
export type PdfValue = null | boolean | number | PdfName | PdfText | PdfRef | PdfValue[] | PdfDictionary;

/** An object of a file: its value and, of a stream, its bytes as they lie in the file. */
export type PdfObject = { value: PdfValue; stream: Buffer | null };

/** Thrown for what cannot be read as a PDF. */
export class NotReadable extends Error {}
