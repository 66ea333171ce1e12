import { chooseFont, type FontKey, isComplexFont, loadFont } from './fonts.server';
import { ForgetfulMap } from './forgetful-map';
import { type ShapedRun, shapeRun } from './shape-run.server';
import { splitRuns } from './split-runs';

/**
 * Runs in their visual order, with their width and that of their ink (without spaces at the end) in thousandths of the size. `isPlain`: their glyphs tell
 * their text.
 */
export type Measured = { runs: readonly ShapedRun[]; width: number; inkWidth: number; isPlain: boolean };

/** Levels and bounds of a stretch of a text, as `splitRuns` takes them. */
type Stretch = { levels: Uint8Array; from: number; to: number; isStrong: boolean };

const measured = { strong: new ForgetfulMap<Measured>(20_000), regular: new ForgetfulMap<Measured>(20_000) };
const leftToRight = new Uint8Array(0);

/** Measures a piece of left-to-right text. Each word is measured once for all documents. */
export function measurePiece(text: string, isStrong: boolean): Measured {
  const kept = isStrong ? measured.strong : measured.regular;
  const known = kept.get(text);
  if (known !== undefined) return known;
  const made = measureStretch(text, { levels: leftToRight, from: 0, to: text.length, isStrong });
  kept.set(text, made, 1);
  return made;
}

/** Measures a stretch of text whose directions are given by `levels`. */
export function measureStretch(text: string, { levels, from, to, isStrong }: Stretch): Measured {
  const runs = runsOf(text, { levels, from, to, isStrong });
  const end = from + text.slice(from, to).trimEnd().length;
  const width = widthOf(runs);
  return {
    runs,
    width,
    inkWidth: end === to ? width : widthOf(runsOf(text, { levels, from, to: end, isStrong })),
    isPlain: runs.every((run) => !run.isRtl && !isComplexFont(run.font)),
  };
}

const widthOf = (runs: readonly ShapedRun[]) => runs.reduce((sum, run) => sum + run.width, 0);

function runsOf(text: string, { levels, from, to, isStrong }: Stretch): ShapedRun[] {
  const fontOf = (codePoint: number, previous: FontKey | undefined) => fontFor(codePoint, { previous, isStrong });
  return splitRuns<FontKey>(text, { levels, from, to, fontOf }).map(shapeRun);
}

/** Spaces and marks stay in the font of what they follow. */
function fontFor(codePoint: number, { previous, isStrong }: { previous: FontKey | undefined; isStrong: boolean }): FontKey {
  const follows = previous !== undefined && /[\s\p{M}\p{Cf}]/u.test(String.fromCodePoint(codePoint));
  if (follows && loadFont(previous).hasGlyphForCodePoint(codePoint)) return previous;
  return chooseFont(codePoint, isStrong) ?? chooseFont(codePoint, false) ?? 'sans';
}
