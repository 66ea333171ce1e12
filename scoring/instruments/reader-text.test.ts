import { describe, expect, it } from 'vitest';
import { questionsOf } from './answers.ts';
import { instrument, instrumentKeys, instrumentLocales, localizedInstrument } from './at.ts';
import { forReaders, readerText } from './reader-text.ts';

const languages = ['en', 'ar', 'bn', 'es', 'fr', 'hi', 'id', 'pt', 'tr', 'ur', 'vi', 'zh'];
/** What an auditor or a reviewer records: every question that states a requirement or an indicator. */
const audits = instrumentKeys().filter((key) => questionsOf(instrument(key)).some(({ type }) => ['NC', 'SIGN', 'REVIEW'].includes(type)));
/** How each language says that something is beside a statement, whatever the inflection or the bracket. */
const besides: Record<string, RegExp> = {
  ...{ en: /\bbeside\b/i, ar: /بجانب/u, bn: /[(]পাশে/u, es: /al lado/i, fr: /à côté/i, hi: /साथ में दि/u, id: /di samping/i, pt: /ao lado/i },
  ...{ tr: /yanda/i, ur: /ساتھ درج/u, vi: /bên cạnh/i, zh: /（[^）]*旁）/u },
};
const statements = (key: string, locale: string) => questionsOf(localizedInstrument(key, locale));

describe('statements for readers', () => {
  it('are those of every audit and review, in twelve languages', () => {
    expect(audits).toEqual(
      expect.arrayContaining(['better-work-cat@2.0.0', 'ilo-employers-checklist@2.0.0', 'ilo-operational-indicators@2.0.0']),
    );
    for (const key of audits.filter((each) => each.endsWith('@2.0.0')))
      expect([...instrumentLocales(key)].sort(), key).toEqual([...languages].sort());
  });

  it.each(audits.flatMap((key) => instrumentLocales(key).map((locale) => [key, locale] as const)))(
    '%s in %s points to nothing beside it',
    (key, locale) => {
      const before = statements(key, locale);
      const after = questionsOf(forReaders(localizedInstrument(key, locale)));
      for (const [at, { key: code, text }] of after.entries()) {
        const beside = besides[text.lang];
        if (!beside) throw new Error(`no pattern for ${text.lang}`);
        expect(text.text, code).not.toMatch(beside);
        expect(text.text, code).not.toMatch(/\(\s*\)|（\s*）| {2}| [.,。।،]|^\s|\s$/u);
        expect({ ...before[at]?.text, text: text.text }, code).toEqual(text);
      }
      // The same statements change in every language, and by their pointer alone.
      const changed = after.flatMap(({ key: code, text }, at) => (text.text === before[at]?.text.text ? [] : [code]));
      const pointing = questionsOf(instrument(key)).flatMap(({ key: code, text }) => (text.en.includes('(shown beside)') ? [code] : []));
      expect(changed).toEqual(pointing);
    },
  );

  it('are 57 of the compliance assessment, and keep the rest of their words', () => {
    const text = (locale: string, code: string) =>
      questionsOf(forReaders(localizedInstrument('better-work-cat@2.0.0', locale))).find(({ key }) => key === code)?.text.text;
    expect(questionsOf(instrument('better-work-cat@2.0.0')).filter(({ text }) => text.en.includes('(shown beside)'))).toHaveLength(57);
    expect(text('en', 'BW.CL.1.a')).toBe('Every worker has reached the legal minimum age for work.');
    const paternity = statements('better-work-cat@2.0.0', 'ur').find(({ text }) => text.text.includes('، ساتھ درج'));
    expect(text('ur', paternity?.key ?? '')).toContain('(پیٹرنٹی لیو)');
  });

  it('of a language without a pointer stay as they are', () => {
    expect(readerText('Fees (shown beside) are paid.', 'sw')).toBe('Fees (shown beside) are paid.');
    expect(readerText('Fees (all of them) are paid.', 'en')).toBe('Fees (all of them) are paid.');
  });
});
