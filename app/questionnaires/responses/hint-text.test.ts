import { instrumentLocales, localizedInstrument, questionsOf } from '#scoring';
import { describe, expect, it } from 'vitest';
import { hintLines } from './hint-text';

const key = 'short-form@1.1.0';

describe('the hint of a question', () => {
  it('has separate lines: one for the main text, one for each term and answer that it explains', () => {
    expect(hintLines('A copy in a language. Count all. Partly: some have one. Does not apply: nobody.')).toEqual([
      'A copy in a language. Count all.',
      'Partly: some have one.',
      'Does not apply: nobody.',
    ]);
    expect(hintLines('A guess is fine. Leave empty what you do not know.')).toHaveLength(1);
  });

  it.each(instrumentLocales(key))('is complete in %s, and each explained answer begins a line', (locale) => {
    const shown = localizedInstrument(key, locale);
    const words = shown.scales.YNP.filter(({ value }) => value === 'partial' || value === 'yes').map(({ text }) => text.text);
    const explains = (text: string) => words.filter((word) => new RegExp(`(^|[.。।۔\\s])${word}\\s?[:：]`).test(text)).length;
    let lines = 0;
    for (const { key: question, hint } of questionsOf(shown)) {
      const cut = hintLines(hint?.text ?? '');
      expect(cut.join('').replace(/\s/g, ''), question).toBe(hint?.text.replace(/\s/g, ''));
      const begun = cut.filter((line) => words.some((word) => line.startsWith(word)));
      expect(begun.length, `${question}: ${hint?.text}`).toBe(explains(hint?.text ?? ''));
      lines += begun.length;
    }
    // Seventeen questions may be answered with "partly"; three explain what a yes is.
    expect(lines).toBe(20);
  });
});
