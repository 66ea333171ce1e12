import { instrumentLocales, localizedInstrument, questionsOf } from '#scoring';
import { describe, expect, it } from 'vitest';
import { hintLines } from './hint-text';

const key = 'short-form@1.1.0';

describe('the hint of a question', () => {
  it('stands in lines: one for what comes first, one for each word and answer that it explains', () => {
    expect(hintLines('A copy in a language. Count all. Partly: some have one. Does not apply: nobody.')).toEqual([
      'A copy in a language. Count all.',
      'Partly: some have one.',
      'Does not apply: nobody.',
    ]);
    expect(hintLines('A guess is fine. Leave empty what you do not know.')).toHaveLength(1);
  });

  it.each(instrumentLocales(key))('loses nothing in %s, and is cut as in English', (locale) => {
    const english = new Map(questionsOf(localizedInstrument(key, 'en')).map((question) => [question.key, question.hint?.text ?? '']));
    for (const { key: question, hint } of questionsOf(localizedInstrument(key, locale))) {
      const lines = hintLines(hint?.text ?? '');
      expect(lines.join('').replace(/\s/g, ''), question).toBe(hint?.text.replace(/\s/g, ''));
      expect(lines.length, `${question}: ${hint?.text}`).toBe(hintLines(english.get(question) ?? '').length);
    }
  });
});
