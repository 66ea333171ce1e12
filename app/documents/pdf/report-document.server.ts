import PDFDocument from 'pdfkit';
import { textDirection } from '~/locales/locale';
import { drawLine, drawLines } from './draw-lines.server';
import { gatherContent } from './gather-content';
import { gatherFile } from './gather-file';
import { inks } from './inks';
import { layoutText, lineHeight, type TextLine, type TextStyle } from './layout-text.server';
import { escapeXml, pdfUaMetadata } from './metadata';
import { type StructureElement, type StructureOptions, StructureTree } from './structure';
import { colourOf } from './write-glyphs.server';

/** The position of lines. `x` is counted from the side where lines of the document's language begin. */
type Place = { x: number; y: number; width: number; style: TextStyle; align?: 'start' | 'end' };
export type Heading = { level: 1 | 2 | 3; text: string; destination: string; page: number };

export type ReportOptions = {
  title: string;
  author: string;
  subject: string;
  locale: string;
  /** Used in the file instead of the clock, so that the same report gives the same bytes. */
  createdAt: Date;
  /** Written large and pale across every page, under its content and no part of it. */
  watermark?: string | null;
};

/**
 * An A4 document that is PDF/A-3a and PDF/UA-1 at once: every text is tagged, everything else is an artifact. `y` is the place of the next block
 * in points from the top. Blocks are drawn by the other files of this folder. They reckon `x` from the left; in a document of a language that is
 * written from right to left the whole page is mirrored here, so that tables, lists and boxes begin on the right.
 */
export class ReportDocument {
  readonly doc: PDFKit.PDFDocument;
  readonly locale: string;
  readonly isRtl: boolean;
  readonly headings: Heading[] = [];
  readonly left = 62;
  readonly top = 74;
  y = 74;
  /** Pages that are begun now lie on their side. */
  isWide = false;
  readonly #watermark: string | null;
  readonly #tree: StructureTree;
  readonly #close: () => Buffer;
  #outline: PDFKit.PDFOutline | undefined;

  constructor(options: ReportOptions) {
    const { title, author, subject, locale, createdAt } = options;
    this.locale = locale;
    this.#watermark = options.watermark ?? null;
    this.isRtl = textDirection(locale) === 'rtl';
    const info = { Title: title, Author: author, Subject: subject, Creator: 'Manumit', Producer: 'Manumit', CreationDate: createdAt };
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      tagged: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      lang: locale,
      displayTitle: true,
      info,
    });
    this.#close = gatherFile(this.doc);
    this.doc.appendXML(pdfUaMetadata);
    const addInfo = this.doc._addInfo.bind(this.doc);
    // pdfkit puts the title unescaped into XML: a report on "A & B" would be no valid file.
    this.doc._addInfo = () => {
      this.doc.info = { ...info, Title: escapeXml(title), Author: escapeXml(author), Subject: escapeXml(subject) };
      addInfo();
      this.doc.info = info;
    };
    if (this.isRtl) Object.assign(this.doc._root.data.ViewerPreferences?.data ?? {}, { Direction: 'R2L' });
    this.#tree = new StructureTree(this.doc, 'Document');
  }

  /** The root element of the structure tree. */
  get root(): StructureElement {
    return this.#tree.root;
  }

  /** Width between the margins. */
  get width(): number {
    return this.doc.page.width - 2 * this.left;
  }

  /** Lowest place for a block. */
  get bottom(): number {
    return this.doc.page.height - 72;
  }

  get pageNumber(): number {
    const { start, count } = this.doc.bufferedPageRange();
    return start + count;
  }

  addPage(): void {
    this.doc.addPage({ size: 'A4', margin: 0, layout: this.isWide ? 'landscape' : 'portrait' });
    gatherContent(this.doc.page.content);
    // Readers move through links in the order of the tags; PDF/UA asks for it.
    Object.assign(this.doc.page.dictionary.data, { Tabs: 'S' });
    this.y = this.top;
    if (this.#watermark !== null) this.#drawWatermark(this.#watermark);
  }

  /** Pale enough that every text over it keeps its contrast. */
  #drawWatermark(text: string): void {
    const style = { size: 110, strong: true, ink: '#ececec' };
    const [line] = this.layout(text, style, 2_000);
    if (line === undefined) return;
    const { width, height } = this.doc.page;
    this.artifact(() => {
      this.doc.rotate(-35, { origin: [width / 2, height / 2] });
      drawLine(this.doc, line, {
        x: (width - line.width) / 2,
        y: height / 2 - style.size * 0.7,
        width: line.width,
        style,
        step: style.size * 1.4,
      });
    }, 'Pagination');
  }

  /** Begins a new page unless `height` points are left on this one. */
  reserve(height: number): void {
    if (this.y + height > this.bottom) this.addPage();
  }

  /** Leaves a gap before a section, or begins a new page unless `room` points are left on this one. */
  beginSection(room: number): void {
    if (this.y + room > this.bottom) this.addPage();
    else if (this.y > this.top) this.y += 18;
  }

  /** Adds an element to the tree of tags. */
  element(type: string, options: StructureOptions = {}, parent: StructureElement = this.root): StructureElement {
    return this.#tree.element(type, options, parent);
  }

  /** Draws what is no content: rules, grounds, running lines. Never inside the drawing of an element, which it would end. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    this.doc.save();
    draw();
    this.doc.restore();
    this.doc.endMarkedContent();
  }

  /** A thin rule over the width. */
  rule(options: { y?: number; ink?: string; weight?: number } = {}): void {
    const { y = this.y, ink = inks.hairline, weight = 0.6 } = options;
    const [from, to, at] = [this.left, this.left + this.width, y].map((value) => Math.round(value * 1_000) / 1_000);
    this.doc.addContent(`/Artifact <</Type /Layout>> BDC\nq\n${weight} w\n${colourOf(ink)} RG\n${from} ${at} m\n${to} ${at} l\nS\nQ\nEMC`);
  }

  layout(text: string, style: TextStyle, width: number = this.width): TextLine[] {
    return layoutText(text, { style, width, locale: this.locale, base: this.isRtl ? 'rtl' : 'auto' });
  }

  /** The left edge on paper of what begins at `x` and is `width` points wide. */
  edge(x: number, width: number): number {
    return this.isRtl ? this.doc.page.width - x - width : x;
  }

  #placed<P extends Place>(place: P): P {
    if (!this.isRtl) return place;
    return { ...place, x: this.edge(place.x, place.width), align: place.align === 'end' ? 'start' : 'end' };
  }

  /** Writes lines into an element at a place, without moving `y` or turning pages. Returns their height. */
  write(element: StructureElement, lines: TextLine[], place: Place): number {
    drawLines(this, { element, lines, ...this.#placed(place) });
    return lines.length * lineHeight(lines, place.style);
  }

  /** Writes lines without an element of their own: what was said before, or what repeats on every page. */
  writeBare(lines: TextLine[], place: Place): void {
    const step = lineHeight(lines, place.style);
    const placed = this.#placed(place);
    for (const [index, line] of lines.entries()) drawLine(this.doc, line, { ...placed, y: place.y + index * step, step });
  }

  /** Notes a heading for the outline and the table of contents. Returns the name of its place. */
  note(level: Heading['level'], text: string): string {
    const destination = `heading-${this.headings.length + 1}`;
    this.doc.addNamedDestination(destination, 'XYZ', this.left, this.y, null);
    this.headings.push({ level, text, destination, page: this.pageNumber });
    if (level === 1) this.#outline = this.doc.outline.addItem(text);
    else if (level === 2) (this.#outline ?? this.doc.outline).addItem(text);
    return destination;
  }

  attach(options: { name: string; data: Uint8Array; description: string; at: Date }): void {
    const { name, data, description, at } = options;
    const dates = { creationDate: at, modifiedDate: at };
    this.doc.file(Buffer.from(data), { name, type: 'application/json', description, relationship: 'Data', ...dates });
  }

  /** Closes the document and gives its bytes. */
  finish(): Buffer {
    this.#tree.write();
    return this.#close();
  }
}
