import { breakText, cutPiece, type Piece } from './break-text';
import { type Measured, measurePiece, measureStretch } from './measure-piece.server';
import { printableText } from './printable-text.server';
import { levelsOf, withoutControls } from './split-runs';

/** How text looks. `size` in points; `ink` is a colour as `#rrggbb`. */
export type TextStyle = { size: number; strong?: boolean; ink?: string };
/** One line as printed, from left to right. `isPlain`: its glyphs give its text; otherwise `text` is tagged beside them. */
export type TextLine = { parts: readonly Measured[]; width: number; text: string; isPlain: boolean };

/** `base`: the direction of a paragraph, by its first letter unless given. */
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

/** A line of a paragraph: its pieces are those from `first` to before `next` of all. `before`: the width of those before the last. */
type Span = Piece & { first: number; next: number; isPlain: boolean; before: number; last: Measured };

function layoutParagraph(text: string, { style, width, locale, base }: LayoutOptions): TextLine[] {
  const isStrong = style.strong ?? false;
  const { levels, isOneWay } = levelsOf(text, base);
  const whole = ({ start, end }: Piece) => measureStretch(text, { levels, from: start, to: end, isStrong });
  const measure = isOneWay ? ({ start, end }: Piece) => measurePiece(text.slice(start, end), isStrong) : whole;
  const points = style.size / 1000;
  const room = width / points;
  const fits = (piece: Piece) => measure(piece).inkWidth <= room;

  const all: Measured[] = [];
  const spans: Span[] = [];
  let span: Span | undefined;
  const place = (piece: Piece, measured: Measured) => {
    const used = span === undefined ? 0 : span.before + span.last.width;
    if (span === undefined || used + measured.inkWidth > room) {
      span = { start: piece.start, end: piece.end, first: all.length, next: all.length, isPlain: true, before: 0, last: measured };
      spans.push(span);
    } else {
      span.before = used;
      span.end = piece.end;
      span.last = measured;
    }
    span.next = all.push(measured);
    span.isPlain &&= measured.isPlain;
  };
  for (const piece of breakText(text, locale)) {
    const measured = measure(piece);
    if (measured.inkWidth <= room) place(piece, measured);
    else for (const part of cutPiece(text, piece, { locale, fits })) place(part, measure(part));
  }
  if (spans.length === 0) return [{ parts: [], width: 0, text: '', isPlain: true }];

  return spans.map(({ start, end, first, next, isPlain, before, last }): TextLine => {
    if (isOneWay && isPlain) {
      const parts = next - first === all.length ? all : all.slice(first, next);
      return { parts, width: (before + last.inkWidth) * points, text: withoutControls(text.slice(start, end)), isPlain };
    }
    // Letters join and order themselves over the whole of a line.
    const line = whole({ start, end });
    const shown = line.isPlain ? text.slice(start, end) : text.slice(start, end).trimEnd();
    const part = line.isPlain ? line : whole({ start, end: start + shown.length });
    return { parts: [part], width: line.inkWidth * points, text: withoutControls(shown), isPlain: line.isPlain };
  });
}
