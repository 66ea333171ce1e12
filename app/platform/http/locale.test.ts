import { describe, expect, it } from 'vitest';
import { memberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import { localeOfAcceptLanguage, localeOfCookie, textDirection } from '~/locales/locale';
import { followRequestLocale, localeOfHeaders, runInLocale } from './locale.server';

describe('the language of a request', () => {
  it('is the preferred offered one of Accept-Language', () => {
    expect(localeOfAcceptLanguage('de-DE,de;q=0.9,fr;q=0.8,en;q=0.7')).toBe('fr');
    expect(localeOfAcceptLanguage('en;q=0.2, fr-CA')).toBe('fr');
    expect(localeOfAcceptLanguage('fr;q=0, en')).toBe('en');
    expect(localeOfAcceptLanguage('xx')).toBeNull();
    expect(localeOfAcceptLanguage(';;q=,')).toBeNull();
    expect(localeOfAcceptLanguage(null)).toBeNull();
  });

  it('is that of the cookie, unless it is not offered', () => {
    expect(localeOfCookie('a=1; locale=fr; b=2')).toBe('fr');
    expect(localeOfCookie('locale=xx')).toBeNull();
    expect(localeOfHeaders({ path: '/', cookie: 'locale=en', acceptLanguage: 'fr' })).toBe('en');
    expect(localeOfHeaders({ path: '/' })).toBe('en');
  });

  it('is one of twelve for respondents with a link, and one of the complete ones for members', () => {
    for (const path of ['/r/abc', '/guest/questionnaire/01abc/sections/P1', '/guest/questionnaire/01abc.data']) {
      expect(localeOfHeaders({ path, cookie: 'locale=ur' }), path).toBe('ur');
      expect(localeOfHeaders({ path, acceptLanguage: 'bn-BD, en;q=0.5' }), path).toBe('bn');
    }
    for (const path of ['/', '/o/acme/suppliers', '/answers', '/rate']) {
      expect(localeOfHeaders({ path, cookie: 'locale=ur', acceptLanguage: 'fr' }), path).toBe('fr');
      expect(localeOfHeaders({ path, acceptLanguage: 'ur, en;q=0.5' }), path).toBe('en');
    }
    expect(memberLocale('ur')).toBe('en');
    expect(memberLocale('fr')).toBe('fr');
  });

  it('has a direction', () => {
    expect(textDirection('ar-EG')).toBe('rtl');
    expect(textDirection('fr')).toBe('ltr');
  });
});

describe('one language per request', () => {
  it('separates readers who are served at the same time', async () => {
    followRequestLocale();
    const read = async (pause: number) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      return m.shell_nav_suppliers();
    };
    const words = await Promise.all([
      runInLocale('fr', () => read(8)),
      runInLocale('en', () => read(2)),
      runInLocale('fr', () => read(1)),
      read(4),
    ]);
    expect(words).toEqual(['Fournisseurs', 'Suppliers', 'Fournisseurs', 'Suppliers']);
  });
});
