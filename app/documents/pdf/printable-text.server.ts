import { chooseFont } from './fonts.server';
import { isControl } from './split-runs';

/** Letters, figures and signs of the text fonts that are composed already. */
const everyday = /^[\n\x20-\x7e\u00a0-\u017f\u2010-\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026]*$/;

/** Makes text drawable: composed letters, no control characters, and `[U+…]` for what no embedded font can draw. */
export function printableText(text: string): string {
  if (everyday.test(text)) return text;
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
