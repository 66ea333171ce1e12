/** Scripts whose letters do not occur together in one text, apart from Latin with any of them. Those of East Asia do, and count as one. */
const scripts = [
  ...['Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada'],
  ...['Malayalam', 'Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer', 'Mongolian', 'Armenian', 'Georgian', 'Ethiopic'],
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const latin = /\p{Script=Latin}/u;
/** What joins no two scripts: digits, signs, accents and letters that several scripts share. */
const shared = /[\p{Script=Common}\p{Script=Inherited}]/u;

/** Characters that no name or address has: controls, private and unassigned ones, replacements, and signs that misread bytes become. */
const odd = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd¤¦¨¬¯´¶¸¿ƒˆ˜†‡‚„‹\u2200-\u25ff\ufb01\ufb02]/gu;

/** How many characters of a text no name or address has. */
export const oddCharacters = (text: string): number => text.replace(/[\n\r\t]/g, '').match(odd)?.length ?? 0;

/** Whether a text has the letters of one known script, with or without Latin ones beside it, and no alphabetic word mixes the two. */
export function isOneScript(text: string): boolean {
  const letters = [...text].filter((character) => /\p{L}/u.test(character) && !shared.test(character) && !latin.test(character));
  if (letters.length === 0) return true;
  if (letters.every((letter) => eastAsian.test(letter))) return true;
  const script = scripts.find((each) => letters.every((letter) => each.test(letter)));
  if (!script) return false;
  return (text.match(/[\p{L}\p{M}]{2,}/gu) ?? []).every((word) => !latin.test(word) || !script.test(word));
}

/** Whether a text can be a name or an address: it has no odd character, and one script. */
export const isPlausibleText = (text: string): boolean => oddCharacters(text) === 0 && isOneScript(text);
