import { breakText, cutPiece, type Piece } from './break-text';
import { type Measured, measurePiece, measureStretch } from './measure-piece.server';
import { printableText } from './printable-text.server';
import type { ShapedRun } from './shape-run.server';
import { levelsOf, withoutControls } from './split-runs';

/** How text looks. `size` in points; `ink` is a colour as `#rrggbb`. */
export type TextStyle = { size: number; strong?: boolean; ink?: string };
/** One line as it stands on paper. `isPlain`: its glyphs tell its text; otherwise `text` has to be told beside them. */
export type TextLine = { runs: readonly ShapedRun[]; width: number; text: string; isPlain: boolean };

/** `base`: the direction of a paragraph, by its first letter unless told. */
export type LayoutOptions = { style: TextStyle; width: number; locale: string; base?: 'auto' | 'rtl' };

/** Breaks text into lines no wider than `width` points. An empty text has one empty line. */
export function layoutText(text: string, options: LayoutOptions): TextLine[] {
  const printable = printableText(text);
  if (!printable.includes('\n')) return layoutParagraph(printable, options);
  return printable.split('\n').flatMap((paragraph) => layoutParagraph(paragraph, options));
}

/** Height in points from one baseline to the next. Scripts with marks above and below need more. */
export function lineHeight(lines: readonly TextLine[], style: TextStyle): number {
  return style.size * (lines.every((line) => line.isPlain) ? 1.4 : 1.7);
}

/** A stretch of pieces on one line. `last` is the piece that ends it, `before` the width of those before that one. */
type Span = Piece & { runs: ShapedRun[]; isPlain: boolean; before: number; last: Measured };

function layoutParagraph(text: string, { style, width, locale, base }: LayoutOptions): TextLine[] {
  const isStrong = style.strong ?? false;
  const { levels, isOneWay } = levelsOf(text, base);
  const whole = ({ start, end }: Piece) => measureStretch(text, { levels, from: start, to: end, isStrong });
  const measure = isOneWay ? ({ start, end }: Piece) => measurePiece(text.slice(start, end), isStrong) : whole;
  const room = (width / style.size) * 1000;
  const fits = (piece: Piece) => measure(piece).inkWidth <= room;

  const spans: Span[] = [];
  const place = (piece: Piece, measured: Measured) => {
    const span = spans.at(-1);
    const used = span === undefined ? 0 : span.before + span.last.width;
    if (span === undefined || used + measured.inkWidth > room) {
      spans.push({ ...piece, runs: [...measured.runs], isPlain: measured.isPlain, before: 0, last: measured });
      return;
    }
    for (const run of measured.runs) span.runs.push(run);
    span.isPlain &&= measured.isPlain;
    span.end = piece.end;
    span.before = used;
    span.last = measured;
  };
  for (const piece of breakText(text, locale)) {
    const measured = measure(piece);
    if (measured.inkWidth <= room) place(piece, measured);
    else for (const part of cutPiece(text, piece, { locale, fits })) place(part, measure(part));
  }
  if (spans.length === 0) return [{ runs: [], width: 0, text: '', isPlain: true }];

  return spans.map((span): TextLine => {
    const { start, end } = span;
    if (isOneWay && span.isPlain) {
      const inkWidth = ((span.before + span.last.inkWidth) * style.size) / 1000;
      return { runs: span.runs, width: inkWidth, text: withoutControls(text.slice(start, end)), isPlain: true };
    }
    // Letters join and order themselves over the whole of a line.
    const line = whole(span);
    const shown = line.isPlain ? text.slice(start, end) : text.slice(start, end).trimEnd();
    const { runs } = line.isPlain ? line : whole({ start, end: start + shown.length });
    return { runs, width: (line.inkWidth * style.size) / 1000, text: withoutControls(shown), isPlain: line.isPlain };
  });
}
