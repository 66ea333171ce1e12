import { type FontKey, fontKeys, isComplexFont, loadFont } from './fonts.server';
import { ForgetfulMap } from './forgetful-map';
import type { TextRun } from './split-runs';

/** A glyph with its characters and its width in thousandths of the size. */
export type ShapedGlyph = { id: number; codePoints: readonly number[]; width: number };
/** Offsets of glyphs beyond their widths, in thousandths of the size: how much further the next one begins, and shifts of the glyph itself. */
export type Adjustment = { advance: number; x: number; y: number };
/** A run as the shaper of its font sets it. `adjustments` is null where no glyph has one. Lengths are in thousandths of the size. */
export type ShapedRun = {
  font: FontKey;
  isRtl: boolean;
  glyphs: readonly ShapedGlyph[];
  adjustments: readonly (Adjustment | null)[] | null;
  width: number;
};

/** Glyphs kept for all fonts together take some 20 MB at most. */
const mostGlyphs = 150_000;
const shaped = new ForgetfulMap<ShapedRun>(mostGlyphs);
const codes = new Map(fontKeys.map((key, index) => [key, String.fromCharCode(0x21 + index)]));

/** Shapes a run, or gives what was shaped for the same text before, in this document or another. */
export function shapeRun({ text, font, isRtl }: TextRun<FontKey>): ShapedRun {
  const key = `${codes.get(font)}${isRtl ? '<' : '>'}${text}`;
  const known = shaped.get(key);
  if (known !== undefined) return known;
  const made = shape({ text, font, isRtl });
  shaped.set(key, made, made.glyphs.length + 4);
  return made;
}

function shape({ text, font: key, isRtl }: TextRun<FontKey>): ShapedRun {
  const font = loadFont(key);
  const scale = 1000 / font.unitsPerEm;
  // fontkit caches each glyph with the characters it was first requested for. Without clearing, the text layer of a report would depend on what this process
  // drew before, for example where a ligature also exists as a character of its own.
  font._glyphs = {};
  const { glyphs, positions } = font.layout(text, []);
  const said = isRtl || isComplexFont(key) ? null : charactersOf(text, glyphs);
  let width = 0;
  const adjustments = glyphs.map((glyph, index): Adjustment | null => {
    const position = positions[index];
    if (position === undefined) return null;
    width += position.xAdvance * scale;
    const [advance, x, y] = [(position.xAdvance - glyph.advanceWidth) * scale, position.xOffset * scale, position.yOffset * scale];
    return advance === 0 && x === 0 && y === 0 ? null : { advance, x, y };
  });
  return {
    font: key,
    isRtl,
    glyphs: glyphs.map((glyph, index) => {
      const character = said?.[index];
      return {
        id: glyph.id,
        codePoints: character === undefined ? glyph.codePoints : [character],
        width: glyph.advanceWidth * scale,
      };
    }),
    adjustments: adjustments.some((each) => each !== null) ? adjustments : null,
    width,
  };
}

/**
 * The characters of single glyphs; null where they do not map one to one. fontkit caches one object per glyph with the characters it was first asked for, in
 * any document: two characters that share a glyph, as a radical and its letter do, would take those of an earlier document.
 */
function charactersOf(text: string, glyphs: readonly ParsedGlyph[]): number[] | null {
  const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0xfffd);
  return characters.length === glyphs.length && glyphs.every(({ codePoints }) => codePoints.length === 1) ? characters : null;
}
