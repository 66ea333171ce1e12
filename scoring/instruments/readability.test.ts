import { describe, expect, it } from 'vitest';
import readability from 'text-readability-ts';
import { depths } from '../testing/depths.ts';
import { instrumentLocales, localizedInstrument } from './at.ts';
import type { LocalizedInstrument, ShownText } from './localize.ts';

/** Languages with a published formula of reading ease of the same kind. */
type ReadLanguage = 'en' | 'fr' | 'es';

/**
 * School grade of a text. English: Flesch-Kincaid by the library. French: reading ease of Kandel and Moles (1958); Spanish: of Fernández Huerta (1959); both made a
 * grade by Flesch's table (The Art of Readable Writing, 1949: ease 90 to 100 is grade 5, 80 to 90 grade 6, 70 to 80 grade 7): an ease of 80 is the
 * end of grade 6.
 */
function gradeOf(text: string, language: ReadLanguage): number {
  if (language === 'en') return readability.fleschKincaidGrade(text);
  const sentences = sentencesOf(text);
  // In French an elided article or pronoun is a word of its own.
  const words = sentences.flatMap(wordsOf).flatMap((word) => (language === 'fr' ? word.split(/[’']/u) : [word]));
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word, language), 0);
  const [perSentence, perWord] = [words.length / sentences.length, syllables / words.length];
  const ease = language === 'fr' ? 207 - 1.015 * perSentence - 73.6 * perWord : 206.84 - 1.02 * perSentence - 60 * perWord;
  return 5 + (90 - ease) / 10;
}

/** The sentences of a text: what ends in a full stop, a question or an exclamation mark, or a line. A colon ends none. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!…])["”’»\u00a0 ]*\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];

/** Groups of vowels; a French e at the end of a word is silent, and a Spanish strong vowel beside a strong or stressed one is a syllable of its own. */
function syllablesOf(word: string, language: 'fr' | 'es'): number {
  const lower = word.toLowerCase();
  // A Spanish y before a vowel is a consonant.
  const spoken =
    language === 'fr' ? lower.replace(/(?<=[aeiouyàâéèêëîïôûü].*)(?:es|e|ent)$/u, '') : lower.replace(/y(?=[aeiouáéíóú])/gu, 'j');
  const groups = spoken.match(/[aeiouyàâéèêëîïôûüáíóúœ]+/gu) ?? [];
  const hiatus = language === 'es' ? (spoken.match(/[aeoáéó](?=[aeoáéóíú])|[íú](?=[aeo])/gu) ?? []) : [];
  return groups.length + hiatus.length;
}

/** The sentences that a respondent reads, by section: its heading, questions and hints, reasons, and the options, each of which is a line. */
function respondentTexts(shown: LocalizedInstrument): { section: string; prose: string; lines: string }[] {
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

/** Of a questionnaire, of each of its sections, and of its questions without their hints. */
const highestGrade = 6;
const mostWords = 20;
const measured = (key: string) =>
  (['en', 'fr', 'es'] as const).filter((locale) => instrumentLocales(key).includes(locale)).map((locale) => [key, locale] as const);

describe.each(depths.flatMap(measured))('respondent texts of %s in %s', (key, locale: ReadLanguage) => {
  const shown = localizedInstrument(key, locale);
  const sections = respondentTexts(shown);

  it('are readable at school grade 6, as one text, by section and by questions alone', () => {
    expect(gradeOf(sections.map(({ prose }) => prose).join('\n'), locale)).toBeLessThanOrEqual(highestGrade);
    for (const { section, prose } of sections) expect(gradeOf(prose, locale), section).toBeLessThanOrEqual(highestGrade);
    const questions = shown.sections.flatMap((section) => section.questions.map(({ text }) => text.text));
    expect(gradeOf(questions.join('\n'), locale)).toBeLessThanOrEqual(highestGrade);
  });

  it('have no sentence of more than 20 words', () => {
    const rules = shown.consistency.map(({ text }) => text.text);
    const all = [shown.summary?.text ?? '', ...rules, ...sections.flatMap(({ prose, lines }) => [prose, lines])].flatMap(sentencesOf);
    expect(all.filter((sentence) => wordsOf(sentence).length > mostWords)).toEqual([]);
  });
});

describe('the grade of a text', () => {
  it.each<[ReadLanguage, string, string]>([
    [
      'en',
      'Who keeps the passport? You can say no.',
      'Responsible purchasing arrangements demonstrably mitigate involuntary overtime across subcontracted facilities.',
    ],
    [
      'fr',
      'Qui garde le passeport ? Vous pouvez dire non.',
      'Les modalités contractuelles d’approvisionnement responsable préviennent indéniablement les heures supplémentaires involontaires.',
    ],
    [
      'es',
      '¿Quién guarda el pasaporte? Usted puede decir que no.',
      'Las modalidades contractuales de aprovisionamiento responsable contribuyen significativamente a la prevención de la servidumbre involuntaria.',
    ],
  ])('in %s tells plain from difficult', (language, plain, difficult) => {
    expect(gradeOf(plain, language)).toBeLessThanOrEqual(highestGrade);
    expect(gradeOf(difficult, language)).toBeGreaterThan(12);
  });

  it('counts the words of a sentence, and ends none at a colon', () => {
    expect(sentencesOf('One: two. Three?\nFour “five.” Six').map((sentence) => wordsOf(sentence).length)).toEqual([2, 1, 2, 1]);
  });
});
