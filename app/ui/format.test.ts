import { describe, expect, it } from 'vitest';
import countryNames from '~/locales/country-names.json';
import { m } from '~/paraglide/messages';
import { locales } from '~/paraglide/runtime';
import {
  formatBytes,
  formatCountry,
  formatDate,
  formatLocal,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
  formatWeekday,
} from './format';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers', () => {
  it('groups by language and uses the given number of decimals', () => {
    expect(formatNumber(1234567.891, { locale: 'en' })).toBe('1,234,568');
    expect(formatNumber(1234.5, { locale: 'en', digits: 1 })).toBe('1,234.5');
    expect(plain(formatNumber(1234567, { locale: 'fr' }))).toBe('1 234 567');
  });

  it('writes shares as percentages', () => {
    expect(formatPercent(0.35, { locale: 'en' })).toBe('35%');
    expect(plain(formatPercent(0.354, { locale: 'fr', digits: 1 }))).toBe('35,4 %');
  });

  it('writes money from minor units, also where there are none or three', () => {
    expect(formatMoney(125_050, 'USD', { locale: 'en' })).toBe('$1,250.50');
    expect(formatMoney(1250, 'JPY', { locale: 'en' })).toBe('¥1,250');
    expect(formatMoney(125_000, 'USD', { locale: 'en' })).toBe('$1,250.00');
    expect(formatMoney(4_000_000_000, 'EUR', { locale: 'en' })).toBe('€40,000,000');
    expect(formatMoney(4_000_000_050, 'EUR', { locale: 'en' })).toBe('€40,000,000.50');
    expect(plain(formatMoney(1250, 'KWD', { locale: 'en' }))).toBe('KWD 1.250');
  });

  it('writes sizes, each in the smallest unit that keeps it short', () => {
    const english = (bytes: number) => formatBytes(bytes, { locale: 'en' });
    expect([0, 1, 41, 999].map(english)).toEqual(['0 bytes', '1 byte', '41 bytes', '999 bytes']);
    expect([1_500, 2_400_000, 50_000_000, 1_234_000_000].map(english)).toEqual(['1.5 kB', '2.4 MB', '50 MB', '1.2 GB']);
    expect([999_499, 999_500, 999_499_999, 999_500_000].map(english)).toEqual(['999 kB', '1 MB', '999 MB', '1 GB']);
  });

  it('writes the digits 0 to 9 in every language, in messages too', () => {
    for (const locale of locales) {
      const texts = [
        formatNumber(12_345, { locale }),
        formatPercent(0.35, { locale }),
        formatDate('2026-12-02', { locale }),
        m.respondent_link_minutes({ minutes: 12 }, { locale }),
      ];
      for (const text of texts) expect(text.replace(/[0-9]/g, ''), `${locale}: ${text}`).not.toMatch(/\p{Nd}/u);
      expect(texts.join(' '), locale).toMatch(/12.*35.*2026.*12/);
    }
  });

  it('writes sizes with the unit and the plural of every language', () => {
    const bytes: Record<(typeof locales)[number], string> = {
      ...{ en: '41 bytes', fr: '41 octets', es: '41 bytes', pt: '41 bytes', zh: '41字节', vi: '41 byte' },
      ...{ bn: '41 বাইট', hi: '41 बाइट', ur: '41 بائٹس', id: '41 byte', tr: '41 bayt', ar: '41 بايت' },
    };
    for (const locale of locales) expect(plain(formatBytes(41, { locale })), locale).toBe(bytes[locale]);
    expect(plain(formatBytes(2_400_000, { locale: 'fr' }))).toBe('2,4 Mo');
    expect(plain(formatBytes(2_400_000, { locale: 'es' }))).toBe('2,4 MB');
    expect(plain(formatBytes(2_400_000, { locale: 'bn' }))).toBe('2.4 MB');
  });
});

describe('dates', () => {
  it('are of UTC whatever the clock of the reader', () => {
    expect(formatDate('2026-11-24T23:59:00Z', { locale: 'en' })).toBe('24 Nov 2026');
    expect(formatDate(new Date('2026-11-24T00:00:00Z'), { locale: 'fr' })).toBe('24 nov. 2026');
    expect(formatMoment('2026-11-24T14:02:00Z', { locale: 'en' })).toBe('24 Nov 2026, 14:02 UTC');
  });

  it('are of a person’s time zone where one is given, without seconds', () => {
    const moment = '2026-11-24T23:59:41Z';
    expect(formatLocal(moment, { timeZone: 'Asia/Ho_Chi_Minh', locale: 'en' })).toEqual({ day: '25 Nov 2026', time: '06:59' });
    expect(formatLocal(moment, { timeZone: 'America/Lima', locale: 'fr' })).toEqual({ day: '24 nov. 2026', time: '18:59' });
    expect(formatLocal('spring 2024', { timeZone: 'UTC' })).toEqual({ day: 'spring 2024', time: '' });
  });

  it('have a weekday where a person remembers them by it, and a year where it is another', () => {
    expect(formatWeekday('2026-11-24', { today: '2026-12-01', locale: 'en' })).toBe('Tuesday 24 November');
    expect(formatWeekday('2025-12-31', { today: '2026-01-02', locale: 'en' })).toBe('Wednesday 31 December 2025');
    expect(formatWeekday('2026-11-24', { today: '2026-12-01', locale: 'es' })).toBe('martes 24 de noviembre');
  });

  it('leave an invalid date unchanged', () => {
    expect(formatDate('spring 2024', { locale: 'en' })).toBe('spring 2024');
    expect(formatDate('2024', { locale: 'en' })).toBe('2024');
    expect(formatDate('2024-13-45', { locale: 'en' })).toBe('2024-13-45');
  });
});

describe('countries', () => {
  it('are named in the reader’s language', () => {
    expect(formatCountry('BD', { locale: 'en' })).toBe('Bangladesh');
    expect(formatCountry('DE', { locale: 'fr' })).toBe('Allemagne');
    expect(formatCountry('XK', { locale: 'en' })).toBe('Kosovo');
  });

  it('have a name in every language that is offered', () => {
    for (const locale of locales) expect(formatCountry('VN', { locale }), locale).not.toBe('VN');
    expect(Object.keys(countryNames.fr)).toEqual(Object.keys(countryNames.en));
  });

  it('leave an unknown code unchanged', () => {
    expect(formatCountry('not a code', { locale: 'en' })).toBe('not a code');
  });
});
