import { type FontKey, loadFont } from './fonts.server';
import type { ShapedRun } from './shape-run.server';

/** A line whose first glyph is at `x` on the baseline `y`. */
export type PlacedLine = { parts: readonly { runs: readonly ShapedRun[] }[]; x: number; y: number };

/** A font of one document. `written`: its runs as arrays of text, for those with all glyphs on the baseline. */
type Embedded = { key: FontKey; font: PDFKit.EmbeddedFont; written: Map<ShapedRun, string> };
const embedded = new WeakMap<PDFKit.PDFDocument, Map<FontKey, Embedded>>();

/** A length as written in a page, to a thousandth of a point. */
const number = (value: number) => Math.round(value * 1_000) / 1_000;

/**
 * Writes lines of shaped runs on the current page, as one text object. pdfkit would shape the text again, measure it twice, and save, rotate and restore the
 * page for every word.
 */
export function writeGlyphs(doc: PDFKit.PDFDocument, lines: readonly PlacedLine[], { size, ink }: { size: number; ink: string }): void {
  let operators = `${colourOf(ink)} rg\nBT`;
  let array = '';
  const show = () => {
    if (array !== '') operators += `\n[${array}] TJ`;
    array = '';
  };
  let used: Embedded | undefined;
  for (const { parts, x, y } of lines) {
    operators += `\n1 0 0 -1 ${number(x)} ${number(y)} Tm`;
    let advance = 0;
    for (const { runs } of parts) {
      for (const run of runs) {
        if (used?.key !== run.font) {
          show();
          used = fontIn(doc, run.font);
          operators += `\n/${used.font.id} ${number(size)} Tf`;
        }
        const written = used.written.get(run) ?? writeRun(used, run);
        if (written !== null) array += written;
        else {
          show();
          operators += writeShifted(used, run, { x: x + (advance * size) / 1000, y, size });
        }
        advance += run.width;
      }
    }
    show();
  }
  doc.addContent(`${operators}\nET`);
}

/** The glyphs of a run as parts of an array of text: a number draws the next glyph nearer. Null for glyphs with offsets. */
function writeRun(used: Embedded, run: ShapedRun): string | null {
  const { glyphs, adjustments } = run;
  if (adjustments?.some((each) => each !== null && (each.x !== 0 || each.y !== 0))) return null;
  let written = '';
  let hex = '';
  for (const [index, glyph] of glyphs.entries()) {
    hex += codeOf(used, glyph);
    const advance = adjustments?.[index]?.advance ?? 0;
    if (advance === 0) continue;
    written += `<${hex}>${number(-advance)}`;
    hex = '';
  }
  if (hex !== '') written += `<${hex}>`;
  used.written.set(run, written);
  return written;
}

/** A run of glyphs with offsets, each positioned separately; the text after it starts where the run ends. */
function writeShifted(used: Embedded, { glyphs, adjustments }: ShapedRun, at: { x: number; y: number; size: number }): string {
  let operators = '';
  let array = '';
  let { x } = at;
  let isOff = false;
  const flush = () => {
    if (array !== '') operators += `\n[${array}] TJ`;
    array = '';
  };
  for (const [index, glyph] of glyphs.entries()) {
    const { advance = 0, x: right = 0, y: up = 0 } = adjustments?.[index] ?? {};
    if (right !== 0 || up !== 0 || isOff) {
      flush();
      operators += `\n1 0 0 -1 ${number(x + (right * at.size) / 1000)} ${number(at.y - (up * at.size) / 1000)} Tm`;
      isOff = right !== 0 || up !== 0;
    }
    array += `<${codeOf(used, glyph)}>${advance === 0 ? '' : number(-advance)}`;
    x += ((glyph.width + advance) * at.size) / 1000;
  }
  flush();
  return isOff ? `${operators}\n1 0 0 -1 ${number(x)} ${number(at.y)} Tm` : operators;
}

/** The code of a glyph in the part of the font that is embedded, with its width and its characters noted there. */
function codeOf({ font }: Embedded, { id, codePoints, width }: ShapedRun['glyphs'][number]): string {
  const code = font.subset.includeGlyph(id);
  font.widths[code] ??= width;
  font.unicode[code] ??= codePoints;
  return code.toString(16).padStart(4, '0');
}

/** A font as this document has it, read and registered when a text first asks for it, and named among what the current page uses. */
function fontIn(doc: PDFKit.PDFDocument, key: FontKey): Embedded {
  const known = embedded.get(doc) ?? new Map<FontKey, Embedded>();
  embedded.set(doc, known);
  let found = known.get(key);
  if (found === undefined) {
    doc.registerFont(key, loadFont(key)).font(key);
    found = { key, font: doc._font, written: new Map() };
    known.set(key, found);
  }
  doc.page.fonts[found.font.id] ??= found.font.ref();
  return found;
}

const colours = new Map<string, string>();

/** Red, green and blue of `#rrggbb` from 0 to 1. */
export function colourOf(ink: string): string {
  const known = colours.get(ink);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) => number(Number.parseInt(ink.slice(at, at + 2), 16) / 255));
  if (parts.some(Number.isNaN)) throw new Error(`No colour: ${ink}`);
  const made = parts.join(' ');
  colours.set(ink, made);
  return made;
}
