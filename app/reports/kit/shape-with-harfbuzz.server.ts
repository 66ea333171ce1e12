import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';

/**
 * Gives a parsed font HarfBuzz's shaping behind the `layout` that pdfkit calls. The first glyph of a cluster carries all characters of the
 * cluster, the others none, so that text can be copied out again.
 */
export function shapeWithHarfbuzz(font: ParsedFont, data: Uint8Array): ParsedFont {
  const shaper = new Font(new Face(new Blob(data.slice())));
  font.layout = (text) => {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(shaper, buffer);
    const infos = buffer.getGlyphInfos();
    const starts = [...new Set(infos.map((info) => info.cluster))].sort((a, b) => a - b);
    const told = new Set<number>();
    const glyphs = infos.map((info) => {
      if (told.has(info.cluster)) return font.getGlyph(info.codepoint, []);
      told.add(info.cluster);
      const end = starts[starts.indexOf(info.cluster) + 1] ?? text.length;
      const codePoints = Array.from(text.slice(info.cluster, end), (character) => character.codePointAt(0) ?? 0);
      return font.getGlyph(info.codepoint, codePoints);
    });
    const positions = buffer
      .getGlyphPositions()
      .map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({ xAdvance, yAdvance, xOffset, yOffset }));
    return { glyphs, positions, advanceWidth: positions.reduce((sum, position) => sum + position.xAdvance, 0) };
  };
  return font;
}
