import { chooseFont, type FontKey, isComplexFont, loadFont } from '../fonts.server';
import { breakText, cutPiece, type Piece } from './break-text';
import { isControl, levelsOf, splitRuns, type TextRun } from './split-runs';

/** How text looks. `size` in points; `ink` is a colour as `#rrggbb`. */
export type TextStyle = { size: number; strong?: boolean; ink?: string };
/** One line as it stands on paper. `isPlain`: its glyphs tell its text; otherwise `text` has to be told beside them. */
export type TextLine = { runs: (TextRun<FontKey> & { width: number })[]; width: number; text: string; isPlain: boolean; isRtl: boolean };

const scaledWidths = new Map<string, number>();

/** Width of a run in points at a size, by its shaped glyphs. */
export function runWidth(run: TextRun<FontKey>, size: number): number {
  const key = `${run.font} ${run.text}`;
  const font = loadFont(run.font);
  let width = scaledWidths.get(key);
  if (width === undefined) {
    width = font.layout(run.text, []).advanceWidth / font.unitsPerEm;
    if (scaledWidths.size > 20_000) scaledWidths.clear();
    scaledWidths.set(key, width);
  }
  return width * size;
}

/** Makes text drawable: composed letters, no control characters, and `[U+…]` for what no embedded font can draw. */
export function printableText(text: string): string {
  let printable = '';
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0xfffd;
    if (character === '\n' || (isControl(character) && codePoint > 0x7f)) printable += character;
    else if (character === '\t' || character === '\u2028' || character === '\u2029') printable += ' ';
    else if (codePoint < 0x20 || codePoint === 0x7f) continue;
    else if (chooseFont(codePoint, false) !== undefined) printable += character;
    else if (codePoint !== 0x200c && codePoint !== 0x200d) printable += `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return printable;
}

/** `base`: the direction of a paragraph, by its first letter unless told. */
export type LayoutOptions = { style: TextStyle; width: number; locale: string; base?: 'auto' | 'rtl' };

/** Breaks text into lines no wider than `width` points. An empty text has one empty line. */
export function layoutText(text: string, options: LayoutOptions): TextLine[] {
  return printableText(text)
    .split('\n')
    .flatMap((paragraph) => layoutParagraph(paragraph, options));
}

/** Height in points from one baseline to the next. Scripts with marks above and below need more. */
export function lineHeight(lines: readonly TextLine[], style: TextStyle): number {
  return style.size * (lines.every((line) => line.isPlain) ? 1.4 : 1.7);
}

function layoutParagraph(text: string, { style, width, locale, base }: LayoutOptions): TextLine[] {
  const { levels, isRtl } = levelsOf(text, base);
  const runsOf = (piece: Piece) =>
    splitRuns<FontKey>(text, { levels, from: piece.start, to: piece.end, fontOf: (point, previous) => fontOf(point, { previous, style }) });
  const inkWidth = (piece: Piece) =>
    runsOf({ start: piece.start, end: trimmedEnd(text, piece) }).reduce((sum, run) => sum + runWidth(run, style.size), 0);
  const fullWidth = (piece: Piece) => runsOf(piece).reduce((sum, run) => sum + runWidth(run, style.size), 0);
  const fits = (piece: Piece) => inkWidth(piece) <= width;
  const pieces = breakText(text, locale).flatMap((piece) => (fits(piece) ? [piece] : cutPiece(text, piece, { locale, fits })));

  const spans: Piece[] = [];
  let used = 0;
  for (const piece of pieces) {
    const last = spans.at(-1);
    if (last === undefined || used + inkWidth(piece) > width) {
      spans.push({ ...piece });
      used = 0;
    } else last.end = piece.end;
    used += fullWidth(piece);
  }
  if (spans.length === 0) return [{ runs: [], width: 0, text: '', isPlain: true, isRtl }];
  return spans.map((span) => {
    const isPlain = runsOf(span).every((run) => !isComplexFont(run.font) && !run.isRtl);
    const shown = isPlain ? span : { start: span.start, end: trimmedEnd(text, span) };
    const runs = runsOf(shown).map((run) => ({ ...run, width: runWidth(run, style.size) }));
    return { runs, width: inkWidth(span), text: withoutControls(text.slice(shown.start, shown.end)), isPlain, isRtl };
  });
}

function fontOf(codePoint: number, options: { previous: FontKey | undefined; style: TextStyle }): FontKey {
  const { previous, style } = options;
  const character = String.fromCodePoint(codePoint);
  if (previous !== undefined && /[\s\p{M}\p{Cf}]/u.test(character) && loadFont(previous).hasGlyphForCodePoint(codePoint)) return previous;
  return chooseFont(codePoint, style.strong ?? false) ?? chooseFont(codePoint, false) ?? 'sans';
}

function trimmedEnd(text: string, piece: Piece): number {
  return piece.start + text.slice(piece.start, piece.end).trimEnd().length;
}

function withoutControls(text: string): string {
  return Array.from(text)
    .filter((character) => !isControl(character))
    .join('');
}
