import { describe, expect, it } from 'vitest';
import { languageOfCountry } from './language-of-country';

describe('the language of a country', () => {
  it('is its most likely one among ours', () => {
    const countries = ['BD', 'VN', 'CN', 'SA', 'IN', 'PK', 'ID', 'TR', 'MX', 'FR', 'BR', 'GB'];
    expect(countries.map(languageOfCountry)).toEqual(['bn', 'vi', 'zh', 'ar', 'hi', 'ur', 'id', 'tr', 'es', 'fr', 'pt', 'en']);
  });

  it('is unknown where we have none of it, and without a country', () => {
    expect(['TH', 'KH', ''].map(languageOfCountry)).toEqual([null, null, null]);
    expect(languageOfCountry(null)).toBeNull();
  });
});
