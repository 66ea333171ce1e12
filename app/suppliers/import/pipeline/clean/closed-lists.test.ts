import { describe, expect, it } from 'vitest';
import { matchChoices, namedChoice } from '~/ui/combobox/match-choices';
import { countryChoices } from './country-choices.server';
import { sectorChoices } from '~/suppliers/choices/sector-choices.server';

const english = countryChoices('en');
const first = (text: string, locale = 'en') => matchChoices(countryChoices(locale), text)[0]?.value;

describe('a country', () => {
  it.each([
    ['burma', 'MM'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['turkiye', 'TR'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['ivory coast', 'CI'],
    ["cote d'ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['DRC', 'CD'],
    ['vnm', 'VN'],
    ['viet nam', 'VN'],
    ['deutsch', undefined],
    ['中国', 'CN'],
    ['Birmanie', 'MM'],
  ])('%s is found as %s', (text, code) => {
    expect(first(text)).toBe(code);
  });

  it.each([
    ['fr', 'allemagne', 'DE'],
    ['fr', 'Germany', 'DE'],
    ['fr', 'etats', 'US'],
    ['es', 'alemania', 'DE'],
    ['es', 'espana', 'ES'],
  ])('is found in %s by %s', (locale, text, code) => {
    expect(first(text, locale)).toBe(code);
  });

  it('of a code comes before names that begin with it', () => {
    const found = matchChoices(english, 'in').map(({ value }) => value);
    expect(found[0]).toBe('IN');
    expect(found).toContain('ID');
  });

  it('is named in full by one name or code alone', () => {
    expect(namedChoice(english, 'Burma')?.value).toBe('MM');
    expect(namedChoice(english, 'mm')?.value).toBe('MM');
    expect(namedChoice(english, 'united')).toBeNull();
    expect(namedChoice(english, '')).toBeNull();
  });

  it('is listed once, all of them without a text', () => {
    expect(matchChoices(english, ' ')).toHaveLength(english.length);
    expect(new Set(english.map(({ value }) => value)).size).toBe(english.length);
  });
});

describe('a sector', () => {
  const sectors = sectorChoices('fr');

  it('is a division until something is typed, then a class too', () => {
    expect(matchChoices(sectors, '').every(({ value }) => value.length === 2)).toBe(true);
    expect(matchChoices(sectors, '1410').map(({ value }) => value)).toEqual(['1410']);
  });

  it('is found by its title in the language of the reader, in English, and by its code', () => {
    const apparel = sectors.find(({ value }) => value === '14')?.label.replace('14 · ', '') ?? '';
    expect(matchChoices(sectors, apparel)[0]?.value).toBe('14');
    expect(matchChoices(sectors, 'wearing apparel').map(({ value }) => value)).toContain('14');
    expect(matchChoices(sectors, '14')[0]?.value).toBe('14');
  });
});
