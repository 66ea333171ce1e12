/** What pdfkit 0.20 takes beyond its published types, and the parts of fontkit that are used here. */
type ParsedGlyph = { id: number; codePoints: number[]; advanceWidth: number };
type ParsedGlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
type ParsedGlyphRun = { glyphs: ParsedGlyph[]; positions: ParsedGlyphPosition[]; advanceWidth: number };
type ParsedFont = {
  unitsPerEm: number;
  /** One object a glyph, with the characters it was first asked for. */
  _glyphs: Record<number, ParsedGlyph>;
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number, codePoints?: number[]): ParsedGlyph;
  layout(text: string, features?: string[]): ParsedGlyphRun;
};

declare module 'fontkit' {
  export function create(data: Uint8Array): ParsedFont;
}

declare namespace PDFKit {
  interface PDFDocument {
    /** Writes `info` into the XMP packet; 0.20.2 does so without escaping. */
    _addInfo(): void;
    /** The catalogue of the file. */
    _root: { data: { ViewerPreferences?: { data: Record<string, unknown> }; AcroForm?: PDFKit.PDFKitReference } };
    /** The pages that are not written yet: all of them, for a document that buffers its pages. */
    _pageBuffer: { dictionary: PDFKit.PDFKitReference; annotations: PDFKit.PDFKitReference[] }[];
    endAcroForm(): void;
    openImage(src: Uint8Array): PDFImage;
    image(src: PDFImage, x: number, y: number, options: { width: number; height: number }): this;
    getStructTreeRoot(): PDFKit.PDFKitReference;
    /** Where each object of the file begins, and how far the file is written. */
    _offsets: (number | null)[];
    _offset: number;
    /** How many objects are not written yet. */
    _waiting: number;
    /** Writes a line, or bytes, of the file. */
    _write(data: string | Uint8Array): void;
    /** The font that was asked for last. */
    _font: EmbeddedFont;
  }
  interface PDFPage {
    /** The fonts that the page names. */
    fonts: Record<string, PDFKit.PDFKitReference>;
  }
  /** A JPEG: what its head says, and the object of the file that it is, once it is written. */
  interface PDFImage {
    label: string;
    width: number;
    height: number;
    bits: number;
    colorSpace: string;
    obj: object | null;
    data: Uint8Array | null;
  }
  /** An embedded font subset. By glyph code in the subset: its width in thousandths, and its characters. */
  interface EmbeddedFont {
    id: string;
    subset: { includeGlyph(id: number): number };
    widths: number[];
    unicode: (readonly number[])[];
    ref(): PDFKit.PDFKitReference;
  }
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    registerFont(name: string, font: ParsedFont): this;
  }
  interface AnnotationOption {
    structParent?: { add(child: { annotationRef: PDFKit.PDFKitReference }): void };
  }
  interface PDFAttachmentOptions {
    relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
  }
}
