import readability from 'text-readability-ts';
import type { LocalizedInstrument, ShownText } from '../instruments/localize.ts';

/** Languages with a published formula of reading ease of the same kind. */
export type ReadLanguage = 'en' | 'fr' | 'es';

/**
 * School grade of a text. English: Flesch-Kincaid by the library. French: reading ease of Kandel and Moles (1958); Spanish: of Fernández Huerta (1959); both made a
 * grade by Flesch's table (The Art of Readable Writing, 1949: ease 90 to 100 is grade 5, 80 to 90 grade 6, 70 to 80 grade 7), read linearly between.
 */
export function gradeOf(text: string, language: ReadLanguage): number {
  if (language === 'en') return readability.fleschKincaidGrade(text);
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0);
  const [perSentence, perWord] = [words.length / sentences.length, syllables / words.length];
  const ease = language === 'fr' ? 207 - 1.015 * perSentence - 73.6 * perWord : 206.84 - 1.02 * perSentence - 60 * perWord;
  return 5 + (95 - ease) / 10;
}

/** The sentences of a text: what ends in a full stop, a question or an exclamation mark, or a line. A colon ends none. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!…])["”’»\u00a0 ]*\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];

/** Groups of vowels; a French e at the end of a word is silent, and a Spanish strong vowel beside a strong or stressed one is a syllable of its own. */
function syllablesOf(word: string, language: 'fr' | 'es'): number {
  const lower = word.toLowerCase();
  const spoken = language === 'fr' ? lower.replace(/(?<=[aeiouyàâéèêëîïôûü].*)(?:es|e|ent)$/u, '') : lower;
  const groups = spoken.match(/[aeiouyàâéèêëîïôûüáíóúœ]+/gu) ?? [];
  const hiatus = language === 'es' ? (spoken.match(/[aeoáéó](?=[aeoáéóíú])|[íú](?=[aeo])/gu) ?? []) : [];
  return Math.max(1, groups.length + hiatus.length);
}

/** The sentences that a respondent reads, by section: its heading, questions and hints, reasons, and the options, each of which is a line. */
export function respondentTexts(shown: LocalizedInstrument): { section: string; prose: string; lines: string }[] {
  return shown.sections.map(({ key, title, summary, points, questions }) => {
    const unique = (texts: (ShownText | null)[]) => [...new Set(texts.flatMap((each) => each?.text ?? []))].join('\n');
    const asked = questions.flatMap(({ text, hint, whyWeAsk }) => [text, hint, whyWeAsk]);
    const prose = unique([summary, ...points.flatMap((point) => [point.title, point.whyWeAsk]), ...asked]);
    const options = questions.flatMap(({ options: own, typicalEvidence, facts, people }) => [
      ...[...own, ...facts, ...people].map(({ text }) => text),
      typicalEvidence,
    ]);
    return { section: key, prose, lines: unique([title, ...options]) };
  });
}
