import { describe, expect, it } from 'vitest';
import { instrumentKeys, instrumentLocales, overlayOf } from './at.ts';
import { checkTerms, termListOf } from './terms.ts';

const fr = termListOf('fr');

describe('term lists', () => {
  it('exist for each of the eleven languages beside English, with one form of address each', () => {
    const locales = instrumentLocales('short-form@1.1.0').filter((locale) => locale !== 'en');
    expect(locales.filter((locale) => termListOf(locale) === null)).toEqual([]);
    expect(termListOf('en')).toBeNull();
  });

  it('name the terms of an English text, and the words of its translation that mislead', () => {
    if (!fr) throw new Error('no French list');
    const english = 'The term for a way to complain is grievance mechanism.';
    expect(checkTerms(fr, { english, text: 'Le mécanisme de réclamation.' })).toMatchObject({
      terms: [{ term: 'mécanisme de réclamation', status: 'confirmed' }],
      avoided: [],
    });
    expect(checkTerms(fr, { english, text: 'Une plainte.' }).avoided).toEqual(['plainte']);
  });

  it('do not find a word inside another', () => {
    if (!fr) throw new Error('no French list');
    expect(checkTerms(fr, { english: '', text: 'Les cautionnements.' }).avoided).toEqual([]);
    expect(checkTerms(fr, { english: '', text: 'Les cautionnements et une caution.' }).avoided).toEqual(['caution']);
  });

  /** Texts of edition two; those of edition one are frozen with the words that the review found. */
  const drafts = instrumentKeys().flatMap((key) =>
    /@2\.|^workshop-core@/.test(key) ? instrumentLocales(key).map((locale) => [key, locale] as const) : [],
  );
  it('are kept by every text of edition two: none has a word that misleads', () => {
    const misleading = drafts.flatMap(([key, locale]) => {
      const list = termListOf(locale);
      const strings = Object.entries(overlayOf(key, locale)?.strings ?? {});
      return strings.flatMap(([place, { text }]) =>
        (list ? checkTerms(list, { english: '', text }).avoided : []).map((word) => `${key} ${locale} ${place}: ${word}`),
      );
    });
    expect(misleading).toEqual([]);
  });

  it('say to write one script of digits, and every text of edition two does', () => {
    const others = drafts.flatMap(([key, locale]) =>
      Object.entries(overlayOf(key, locale)?.strings ?? {}).flatMap(([place, { text }]) =>
        [...text].some((each) => /\p{Nd}/u.test(each) && !/[0-9]/.test(each)) ? [`${key} ${locale} ${place}`] : [],
      ),
    );
    expect(others).toEqual([]);
  });
});
