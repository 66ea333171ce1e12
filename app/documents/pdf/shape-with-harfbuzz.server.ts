import { Blob, Buffer, ClusterLevel, Face, Feature, Font, shape } from 'harfbuzzjs';

/** Ligatures that Arabic must have, as one character of their own: compatibility forms of lam with each alef. */
const lamAlef: Readonly<Record<string, number>> = {
  '\u0644\u0622': 0xfef5,
  '\u0644\u0623': 0xfef7,
  '\u0644\u0625': 0xfef9,
  '\u0644\u0627': 0xfefb,
};

const lamWithAlef = /\u0644\p{M}*[\u0622\u0623\u0625\u0627]/gu;

/**
 * Gives a parsed font HarfBuzz's shaping behind the `layout` that pdfkit calls. One glyph of a cluster carries all its characters, the others none, so that
 * text can be copied. `arabic`: of a right-to-left script. Programs that copy its lines reverse them letter by letter, so no glyph may carry two letters: of
 * all ligatures only lam with alef is made, and carries a character of its own; marks carry none. The tags have the full text.
 */
export function shapeWithHarfbuzz(font: ParsedFont, data: Uint8Array, script: 'arabic' | 'other' = 'other'): ParsedFont {
  const shaper = new Font(new Face(new Blob(data.slice())));
  const pointsOf = script === 'arabic' ? arabicPoints : codePointsOf;
  font.layout = (text) => {
    const buffer = new Buffer();
    if (script === 'arabic') buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS);
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(shaper, buffer, script === 'arabic' ? ligaturesOf(text) : []);
    const infos = buffer.getGlyphInfos();
    const positions = buffer
      .getGlyphPositions()
      .map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({ xAdvance, yAdvance, xOffset, yOffset }));
    const starts = [...new Set(infos.map((info) => info.cluster))].sort((a, b) => a - b);
    const carriers = new Map<number, number>();
    for (const [index, { cluster }] of infos.entries()) {
      const known = carriers.get(cluster);
      const isMark = positions[index]?.xAdvance === 0;
      if (known === undefined || (script === 'arabic' && !isMark && positions[known]?.xAdvance === 0)) carriers.set(cluster, index);
    }
    const glyphs = infos.map(({ codepoint: id, cluster }, index) => {
      const end = starts[starts.indexOf(cluster) + 1] ?? text.length;
      const codePoints = carriers.get(cluster) === index ? pointsOf(text.slice(cluster, end)) : [];
      // The font keeps one object a glyph, with the characters it was first asked for.
      return { id, advanceWidth: font.getGlyph(id).advanceWidth, codePoints };
    });
    return { glyphs, positions, advanceWidth: positions.reduce((sum, position) => sum + position.xAdvance, 0) };
  };
  return font;
}

/** No ligature but lam with alef. */
function ligaturesOf(text: string): Feature[] {
  return [
    ...['liga', 'dlig', 'rlig'].map((tag) => new Feature(tag, 0)),
    ...[...text.matchAll(lamWithAlef)].map(({ index, 0: found }) => new Feature('rlig', 1, index, index + found.length)),
  ];
}

const codePointsOf = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);

function arabicPoints(characters: string): number[] {
  const letters = characters.replace(/\p{M}/gu, '');
  const ligature = lamAlef[letters];
  return ligature === undefined ? codePointsOf(letters) : [ligature];
}
