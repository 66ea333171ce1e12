const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const closing = /^[\p{Pe}\p{Pf}\p{Po}\s]+$/u;
/** A longer word may break after a hyphen. */
const longWord = 14;
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(locale: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${locale} ${granularity}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(locale, { granularity });
  segmenters.set(key, known);
  return known;
}

/** A stretch of UTF-16 units that stays on one line; a line may end after it. */
export type Piece = { start: number; end: number };

/** Cuts text where a line may break: after spaces, and between words of scripts without spaces. Every code unit is in exactly one piece. */
export function breakText(text: string, locale: string): Piece[] {
  const pieces: Piece[] = [];
  const isSpaced = !unspaced.test(text);
  for (const match of text.matchAll(/[^ \u1680\u2000-\u2006\u2008-\u200A\u3000]*[ \u1680\u2000-\u2006\u2008-\u200A\u3000]*/g)) {
    if (match[0] === '') continue;
    const start = match.index;
    if (isSpaced || !unspaced.test(match[0])) {
      const parts = match[0].length > longWord ? [...match[0].matchAll(/.*?[\p{L}\p{N}]-(?=\p{L})|.+/gsu)] : [match];
      for (const part of parts) {
        const from = part === match ? start : start + part.index;
        pieces.push({ start: from, end: from + part[0].length });
      }
      continue;
    }
    for (const part of segmenterFor(locale, 'word').segment(match[0])) {
      const last = pieces.at(-1);
      if (last !== undefined && last.end > start && closing.test(part.segment)) last.end += part.segment.length;
      else pieces.push({ start: start + part.index, end: start + part.index + part.segment.length });
    }
  }
  return pieces;
}

/** Cuts a piece that is wider than a line into the fewest parts that are not, between letters as readers see them. */
export function cutPiece(text: string, piece: Piece, options: { locale: string; fits: (part: Piece) => boolean }): Piece[] {
  const parts: Piece[] = [];
  let current: Piece = { start: piece.start, end: piece.start };
  for (const grapheme of segmenterFor(options.locale, 'grapheme').segment(text.slice(piece.start, piece.end))) {
    const grown = { start: current.start, end: current.end + grapheme.segment.length };
    if (current.end > current.start && !options.fits(grown)) {
      parts.push(current);
      current = { start: current.end, end: current.end + grapheme.segment.length };
    } else current = grown;
  }
  return [...parts, current];
}
