import { eastAsianForms, formsBefore, legalForms } from './legal-forms';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'e',
  ƒ: 'f',
};

const formsByWords = new Map<string, number>();
for (const form of legalForms) formsByWords.set(form, form.split(' ').length);
const longestForm = Math.max(...formsByWords.values());
const lastWords: ReadonlySet<string> = new Set(legalForms.map((form) => form.slice(form.lastIndexOf(' ') + 1)));

/**
 * A name as it is sorted, searched and matched: lower case, no accents, no punctuation, one space between words, no legal form
 * at its beginning or end. A name that is nothing but legal forms keeps them. Letters of scripts without case are kept.
 */
export function foldName(name: string): string {
  const words = foldText(name).replace(eastAsianForms, '').trim().split(' ').filter(Boolean);
  const kept = stripForms(words);
  return (kept.length > 0 ? kept : words).join(' ');
}

/** Letters, digits and signs of ASCII alone. */
const plain = /^[ -~]*$/;

/** Lower case, no accents, no punctuation, one space between words: as `foldName`, with its legal form. */
export function foldText(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= mostFolded) folded.clear();
  const key = fold(text);
  folded.set(text, key);
  return key;
}

/** An import folds each of its names a dozen times, row after row: the last ones are kept. */
const folded = new Map<string, string>();
const mostFolded = 10_000;

function fold(text: string): string {
  // Most names are plain.
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      // Marks of Latin, Greek and Cyrillic letters only: in Indic and Arabic scripts a mark is a vowel.
      .replace(/[\u0300-\u036f]/gu, '')
      .replace(/[đðøłßæœþıħŋəƒ]/gu, (letter) => undecomposed[letter] ?? letter)
      .normalize('NFC')
      .replace(/&/gu, ' and ')
      .replace(/['’‘`´]/gu, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** Takes legal forms away from the end, then from the beginning, as long as a word stays. */
function stripForms(words: readonly string[]): string[] {
  let rest = [...words];
  // Most names begin and end with no word of a form.
  if (!lastWords.has(rest.at(-1) ?? '') && !formsBefore.test(rest.join(' '))) return rest;
  for (let found = true; found; ) {
    found = false;
    for (let length = Math.min(longestForm, rest.length - 1); length > 0; length--) {
      if (formsByWords.has(rest.slice(-length).join(' '))) {
        rest = rest.slice(0, -length);
      } else if (formsByWords.has(rest.slice(0, length).join(' ')) && formsBefore.test(rest.slice(0, length).join(' '))) {
        rest = rest.slice(length);
      } else continue;
      found = true;
      break;
    }
  }
  return rest;
}

/** A typed search for a party, as `search_parties` takes it: a public ID as it is, anything else folded like a name. */
export function searchKey(text: string): string {
  return /^[A-Za-z]{2,3}-?[0-9A-Za-z-]+$/.test(text) && /\d/.test(text) ? text : foldName(text);
}
