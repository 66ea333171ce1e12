import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { destinations } from './destinations';
import { matchOf } from './match-words';

it('ranks a label that begins with the query above one that contains its words, and that above synonyms', () => {
  expect(matchOf('crit', { label: 'Critical findings' })).toBe(3);
  expect(matchOf('findings crit', { label: 'Critical findings' })).toBe(2);
  expect(matchOf('serious find', { label: 'Critical findings', words: 'serious' })).toBe(1);
  expect(matchOf('serious audit', { label: 'Critical findings', words: 'serious' })).toBe(0);
  expect(matchOf('  ', { label: 'Critical findings' })).toBe(0);
});

it('ignores diacritics and case', () => {
  expect(matchOf('evaluations', { label: 'Évaluations' })).toBe(3);
});

it.each(['en', 'fr', 'es'])('has search terms in %s for each destination, and for no other', (locale) => {
  const words: Record<string, string> = JSON.parse(readFileSync(new URL(`search-words/${locale}.json`, import.meta.url), 'utf8'));
  expect(Object.keys(words).sort()).toEqual(destinations.map(({ key }) => key).sort());
  expect(Object.values(words).every((text) => text.length > 0)).toBe(true);
});
