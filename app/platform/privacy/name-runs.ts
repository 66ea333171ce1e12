import type { Span } from './finding';
import { nameParts, particles, titles } from './name-cues';
import { doubtfulNames, sureNames } from './name-lists';
import { isKnownWord, isOrganization } from './not-names';
import type { Word } from './words-of-text';

const arabicPrefix = /^[وفبلك](?=.{3})/u;
const bengaliEnding = /(?:দের|য়ের|ের|কে|রা|র|ও|ই|া)$/u;

/** Whether the word is a common name that is no everyday word. */
export const isSure = (word: Word): boolean => {
  if (word.isLatin) return word.isCapital && sureNames.has(word.key);
  return sureNames.has(word.key) || sureNames.has(word.key.replace(arabicPrefix, '')) || sureNames.has(word.key.replace(bengaliEnding, ''));
};
/** Whether the word is a name in some texts and an everyday word in others. */
export const isDoubtful = (word: Word): boolean => (!word.isLatin || word.isCapital) && doubtfulNames.has(word.key);
export const isAcronym = (word: Word): boolean =>
  word.text.length > 1 && word.text === word.text.toUpperCase() && word.text !== word.text.toLowerCase();
/** A capitalised word of Latin script that is nothing else that is known. */
export const isUnknown = (word: Word): boolean =>
  word.isLatin && word.isCapital && word.text.length > 1 && !isAcronym(word) && !isKnownWord(word.key);
const joins = (gap: string): boolean => /^(?:\s|-|’|'|\.\s?)$/u.test(gap);
/** An Arabic word with its article: "المدير" is no name. */
export const isDefinite = (word: Word): boolean => word.key.startsWith('ال') && !isSure(word);

/** Start and end, both included, of the run of name-like words that contains word `at`: capitalised words of Latin script, known names in others. */
export function runAround(words: readonly Word[], at: number): [number, number] {
  const belongs = (word: Word): boolean =>
    word.isLatin ? word.isCapital && !titles.has(word.lower) : isSure(word) || isDoubtful(word) || nameParts.has(word.lower);
  let from = at;
  let to = at;
  for (;;) {
    const word = words[to];
    const next = words[to + 1];
    const afterNext = words[to + 2];
    if (!word || !next || !joins(next.gap) || next.isFirst) break;
    if (belongs(next)) to += 1;
    else if (
      next.isLatin &&
      particles.has(next.lower) &&
      afterNext &&
      joins(afterNext.gap) &&
      !afterNext.isFirst &&
      afterNext.isLatin &&
      belongs(afterNext)
    )
      to += 2;
    else break;
  }
  for (;;) {
    const word = words[from];
    const before = words[from - 1];
    const second = words[from - 2];
    if (!word || !before || !joins(word.gap) || word.isFirst) break;
    if (belongs(before)) from -= 1;
    else if (
      before.isLatin &&
      particles.has(before.lower) &&
      second &&
      joins(before.gap) &&
      !before.isFirst &&
      second.isLatin &&
      belongs(second)
    )
      from -= 2;
    else break;
  }
  return [from, to];
}

/** From the first to the last word, both included. */
export const spanOf = (words: readonly Word[], from: number, to: number): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to]?.end ?? 0,
});

/** Whether the run is the name of an organization or of a place: "Rahman Textiles Ltd", "Jalan Sudirman". */
export const isOrganizationRun = (words: readonly Word[], [from, to]: [number, number]): boolean =>
  words.slice(from, to + 1).some(({ key, isLatin }) => isLatin && isOrganization(key));
