import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isMemberLocale, memberLocales } from '../app/locales/member-locales';
import { locales } from '../app/paraglide/runtime';
import { textDirection } from '../app/locales/locale';
import { englishHashes, translatedFrom } from '../cli/translated';
import { respondentMessages } from './setup/respondent-messages';

const folder = new URL('../app/', import.meta.url).pathname;
const namespaces = readdirSync(path.join(folder, 'locales/en'));
const read = (locale: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(folder, 'locales', locale, file), 'utf8'));
const placeholders = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{[a-zA-Z]+\}/g) ?? [])].sort();
const shownToRespondents = respondentMessages();
const isMeta = (key: string) => key === '$schema';

/** A message with variants: which inputs choose, and the text for each choice. */
type Variants = { selectors: string[]; match: Record<string, string> };
const variantsOf = (message: unknown) => (Array.isArray(message) ? (message as Variants[]) : []);

/** Plural forms of a language that a message lacks. French may leave "many" out, since "other" says the same. */
function formsMissing(message: unknown, locale: string): string[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((form) => form !== 'many' || locale === 'ar');
  return variantsOf(message).flatMap(({ selectors, match }) =>
    selectors
      .filter((selector) => selector.endsWith('Plural'))
      .flatMap((selector) => {
        const given = Object.keys(match).flatMap((choice) => choice.split(/,\s*/).filter((part) => part.startsWith(`${selector}=`)));
        const anything = given.includes(`${selector}=*`);
        return forms.filter((form) => !anything && !given.includes(`${selector}=${form}`)).map((form) => `${selector}=${form}`);
      }),
  );
}

/** Messages of a translation whose placeholders differ from the English ones, or that lack a plural form. */
const wrongIn = (translated: Record<string, unknown>, english: Record<string, unknown>, locale: string): string[] =>
  Object.keys(translated).flatMap((key) => [
    ...(isDeepStrictEqual(placeholders(translated[key]), placeholders(english[key])) ? [] : [`${key}: parts to fill in`]),
    ...formsMissing(translated[key], locale).map((form) => `${key}: ${form}`),
  ]);

describe.each(namespaces)('messages of %s', (file) => {
  const english = read('en', file);
  const others = memberLocales.filter((locale) => locale !== 'en');
  it.each(others)('are complete in %s, with the same placeholders', (locale) => {
    const translated = read(locale, file);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    expect(wrongIn(translated, english, locale)).toEqual([]);
  });
  it('never let a French sign begin a line: no space that breaks before : ; ? ! » % or after «', () => {
    const breaking = Object.entries(read('fr', file)).filter(([, message]) => {
      const texts = JSON.stringify(message).replace(/"(declarations|selectors)":\[[^\]]*\]/g, '');
      return / [:;?!»](?![\p{L}\d])|« |[\d}] %/u.test(texts);
    });
    expect(breaking).toEqual([]);
  });
  it('are used and named after their module', () => {
    const stem = `${file.replace('.json', '').replaceAll('-', '_')}_`;
    const wrong = ([key, message]: [string, unknown]) => (!isMeta(key) && !key.startsWith(stem)) || JSON.stringify(message).length <= 2;
    expect(Object.entries(english).filter(wrong)).toEqual([]);
  });
});

describe.each(locales.filter((locale) => !isMemberLocale(locale)))('messages for respondents, in %s', (locale) => {
  const catalogue = (language: string) =>
    Object.assign({}, ...readdirSync(path.join(folder, 'locales', language)).map((file) => read(language, file))) as Record<
      string,
      unknown
    >;
  const english = catalogue('en');
  const translated = catalogue(locale);
  it('are complete', () => {
    const missing = [...shownToRespondents].filter(([key]) => translated[key] === undefined).map(([key, file]) => `${key} (${file})`);
    expect(missing).toEqual([]);
  });
  it('are written with the digits 0 to 9', () => {
    const texts = readdirSync(path.join(folder, 'locales', locale)).map((file) => JSON.stringify(read(locale, file)));
    expect(texts.flatMap((text) => text.match(/\p{Nd}/gu) ?? []).filter((digit) => !/[0-9]/.test(digit))).toEqual([]);
  });

  it('isolate placeholders in a sentence that runs from right to left', () => {
    if (textDirection(locale) === 'ltr') return;
    const bare = Object.entries(translated).filter(([, message]) => {
      const texts = typeof message === 'string' ? [message] : variantsOf(message).flatMap(({ match }) => Object.values(match));
      return texts.some((text) => /(?<!\u2068)\{[a-zA-Z]+\}|\{[a-zA-Z]+\}(?!\u2069)/.test(text));
    });
    expect(bare.map(([key]) => key)).toEqual([]);
  });
  it('have the same placeholders, every plural form of the language, and no English', () => {
    const messages = Object.fromEntries(Object.entries(translated).filter(([key]) => !isMeta(key)));
    expect(Object.keys(messages).filter((key) => english[key] === undefined)).toEqual([]);
    expect(wrongIn(messages, english, locale)).toEqual([]);
    const isEnglish = ([key, message]: [string, unknown]) =>
      typeof message === 'string' && message === english[key] && /\p{L}{3,} \p{L}{3,}/u.test(message.replace(/\{\w+\}/g, ''));
    expect(Object.entries(messages).filter(isEnglish)).toEqual([]);
  });
});

it('were translated from the current English text (npm run messages:translated, after a review of each)', () => {
  const from: Record<string, string> = JSON.parse(readFileSync(translatedFrom, 'utf8'));
  const now = englishHashes();
  expect(Object.keys(now).filter((key) => from[key] !== now[key])).toEqual([]);
  expect(Object.keys(from).filter((key) => !(key in now))).toEqual([]);
});

it('finds a missing plural form', () => {
  const message = [{ declarations: [], selectors: ['countPlural'], match: { 'countPlural=one': 'a', 'countPlural=other': 'b' } }];
  expect(formsMissing(message, 'fr')).toEqual([]);
  expect(formsMissing(message, 'ar').sort()).toEqual(['countPlural=few', 'countPlural=many', 'countPlural=two', 'countPlural=zero']);
});

/** Text between tags, or a sign that French separates from its word, and text in attributes that users see or hear, that does not come from a message. */
function wordsWritten(source: string, fileName: string): string[] {
  const found: string[] = [];
  const spoken = ['alt', 'aria-label', 'label', 'lead', 'placeholder', 'title', 'hint'];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}{2,}|^\s*[:;?!]/u.test(node.text)) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      spoken.includes(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      /\p{L}{2,}/u.test(node.initializer.text)
    )
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe('components', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.includes('.test.') && !file.startsWith('paraglide'),
  );
  it('show no text except messages', () => {
    const names = ['Manumit', 'PDF', 'JSON', 'CSV', 'Ctrl K', 'SHA-256'];
    const written = files.flatMap((file) =>
      wordsWritten(readFileSync(path.join(folder, file), 'utf8'), file).map((words) => `${file}: ${words}`),
    );
    expect(written.filter((line) => !names.some((name) => line.endsWith(`: ${name}`)))).toEqual([]);
  });
  it('finds a text that is not a message', () => {
    expect(wordsWritten('const a = <p title="Hello">Save {count} rows</p>;', 'a.tsx')).toEqual(['Hello', 'Save', 'rows']);
  });
});
