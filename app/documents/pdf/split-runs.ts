import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const rightToLeft = /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFE]/;
const controls = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\p{Variation_Selector}/u;
const strongRight = /[\u0590-\u05FF\u0600-\u065F\u066D-\u06EF\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** A stretch of text in one font and one direction. `text` is in the order in which the font's shaper wants it. */
export type TextRun<Font extends string> = { text: string; font: Font; isRtl: boolean };

/** Characters that have no ink of their own and are taken out before drawing, but steer direction. */
export const isControl = (character: string): boolean => controls.test(character);

/** A text without those characters. */
export function withoutControls(text: string): string {
  if (!controls.test(text)) return text;
  return Array.from(text)
    .filter((character) => !isControl(character))
    .join('');
}

/** No level at all: from left to right. */
const oneWay = new Uint8Array(0);

/**
 * Embedding level of each UTF-16 unit (even = left to right), and whether all of the text runs to the right. As a whole it runs as its first letter does, or as
 * `base` says. A text without a letter that runs to the left runs to the right whatever `base` says: a code, a number, English in an Arabic document.
 */
export function levelsOf(text: string, base: 'auto' | 'rtl' = 'auto'): { levels: Uint8Array; isOneWay: boolean } {
  if (!rightToLeft.test(text)) return { levels: oneWay, isOneWay: true };
  return { levels: bidi.getEmbeddingLevels(text, base).levels, isOneWay: false };
}

/** Splits a line into runs in visual order, left to right (rule L2 of the Unicode bidirectional algorithm). */
export function splitRuns<Font extends string>(
  text: string,
  options: { levels: Uint8Array; from: number; to: number; fontOf: (codePoint: number, previous: Font | undefined) => Font },
): TextRun<Font>[] {
  const { levels, from, to, fontOf } = options;
  const runs: { text: string; font: Font; level: number }[] = [];
  let at = from;
  while (at < to) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
    const level = levels[at] ?? 0;
    at += character.length;
    if (isControl(character)) continue;
    const last = runs.at(-1);
    const font = fontOf(character.codePointAt(0) ?? 0xfffd, last?.level === level ? last.font : undefined);
    if (last !== undefined && last.font === font && last.level === level) last.text += character;
    else runs.push({ text: character, font, level });
  }
  const highest = runs.reduce((max, run) => Math.max(max, run.level), 0);
  for (let level = highest; level >= 1; level--) reverseSequences(runs, level);
  return runs.map((run) => ({ text: run.level % 2 === 1 ? mirrored(run.text) : run.text, font: run.font, isRtl: run.level % 2 === 1 }));
}

function reverseSequences(runs: { level: number }[], level: number): void {
  let start = 0;
  while (start < runs.length) {
    if ((runs[start]?.level ?? 0) < level) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < runs.length && (runs[end]?.level ?? 0) >= level) end += 1;
    runs.splice(start, end - start, ...runs.slice(start, end).reverse());
    start = end;
  }
}

/** Brackets face the other way; a run without letters is also turned round here, because the shaper does not know that it runs to the left. */
function mirrored(text: string): string {
  const characters = Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character);
  return (strongRight.test(text) ? characters : characters.reverse()).join('');
}
