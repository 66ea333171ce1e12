import { describe, expect, it, vi } from 'vitest';
import { depths } from '../testing/edition-two.ts';
import { gradeOf, type ReadLanguage, respondentTexts, sentencesOf, wordsOf } from '../testing/readability.ts';
import { instrumentLocales, localizedInstrument } from './at.ts';

vi.mock('./files.ts', async (load) => {
  const { withEditionTwo } = await import('../testing/edition-two.ts');
  return { files: withEditionTwo((await load<typeof import('./files.ts')>()).files) };
});

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
