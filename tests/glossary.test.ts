import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as glossaryTerms from '~/platform/terms/glossary-terms';
import { referenceTableIds, tableDefinition } from '#scoring';
import { eachRoute } from './setup/each-route';

const folder = new URL('../app/', import.meta.url).pathname;
const glossarySchema = z.array(
  z.strictObject({
    term: z.string().min(1),
    /** Names its messages: `terms_<key>`, its name, and `terms_<key>_text`, its definition. Without a key, the entry is a rule of writing and no term. */
    key: z.string().optional(),
    source: z.string().min(1),
    /** Regular expressions of terms that the term replaces in English texts. */
    replaces: z.array(z.string()),
    /** Messages that use such a term in another sense, with the reason. */
    keeps: z.record(z.string(), z.string().min(1)).optional(),
    /** Regular expressions of names that the term replaces among modules, files of messages, tables, addresses and their parameters. */
    replacesInCode: z.array(z.string()),
  }),
);
const glossary = glossarySchema.parse(JSON.parse(readFileSync(`${folder}locales/glossary.json`, 'utf8')));

const english: Readonly<Record<string, string>> = Object.assign(
  {},
  ...readdirSync(`${folder}locales/en`).map((file) => {
    const messages: Record<string, unknown> = JSON.parse(readFileSync(`${folder}locales/en/${file}`, 'utf8'));
    return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, JSON.stringify(message)]));
  }),
  ...referenceTableIds.map((id) => ({ [`table ${id}`]: `${tableDefinition(id).title.en}. ${tableDefinition(id).row}` })),
);
const anyOf = (words: readonly string[]) => new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`, 'i');
const kebab = (name: string) => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
/** The visible text of a message: placeholders, selectors and markup left out. */
const shown = (message: string) => message.replace(/"(declarations|selectors)":\[[^\]]*\]|\{[^}]*\}|<[^>]*>|"[^"]*=[^"]*":/g, ' ');

describe('the glossary', () => {
  const keyed = glossary.flatMap(({ term, key }) => (key === undefined ? [] : [{ term, key }]));

  it('has a name and a definition of each term in the languages of the interface', () => {
    for (const locale of ['en', 'fr', 'es']) {
      const messages: Record<string, unknown> = JSON.parse(readFileSync(`${folder}locales/${locale}/terms.json`, 'utf8'));
      for (const { key } of keyed)
        expect([locale, messages[`terms_${key}`], messages[`terms_${key}_text`]]).toEqual([locale, expect.any(String), expect.any(String)]);
    }
  });

  it('is what the interface explains, term by term', () => {
    const shown = Object.values(glossaryTerms).map(({ key, name }) => ({ key, term: name() }));
    expect(shown.sort((a, b) => a.key.localeCompare(b.key))).toEqual(
      [...keyed].sort((a, b) => a.key.localeCompare(b.key)).map(({ key, term }) => ({ key, term })),
    );
  });

  it.each(glossary.filter(({ replaces }) => replaces.length > 0))('uses "$term" in every English text', ({ replaces, keeps = {} }) => {
    const replaced = anyOf(replaces);
    const found = Object.entries(english).filter(([key, message]) => !(key in keeps) && replaced.test(shown(message)));
    expect(found).toEqual([]);
  });

  it.each(glossary)('has no exception for "$term" that no longer occurs', ({ replaces, keeps = {} }) => {
    expect(Object.keys(keeps).filter((key) => !anyOf(replaces).test(shown(english[key] ?? '')))).toEqual([]);
  });

  const namesOf = {
    'files of messages': () => readdirSync(`${folder}locales/en`).map((file) => file.replace('.json', '')),
    modules: () =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !/^(locales|paraglide|routes)$/.test(entry.name))
        .flatMap(({ name }) => [
          name,
          ...readdirSync(folder + name, { withFileTypes: true })
            .filter((each) => each.isDirectory())
            .map((each) => each.name),
        ]),
    tables: () => [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+)/gm)].map(([, name = '']) => kebab(name)),
    addresses: () => [...new Set(eachRoute.flatMap(({ path }) => path.split('/').filter((part) => part !== '' && !part.startsWith(':'))))],
    parameters: () => [...new Set(eachRoute.flatMap(({ params }) => params.map((param) => kebab(param.replace(/Id$/, '')))))],
  };
  const inCode = glossary.filter(({ replacesInCode }) => replacesInCode.length > 0);
  it.each(inCode.flatMap(({ term, replacesInCode }) => Object.keys(namesOf).map((what) => ({ term, what, replacesInCode }))))(
    'names $what by "$term"',
    ({ what, replacesInCode }) => {
      const replaced = new RegExp(`^(?:${replacesInCode.join('|')})(?:\\.|$)`);
      const names = namesOf[what as keyof typeof namesOf]();
      expect(names.length).toBeGreaterThan(20);
      expect(names.filter((name) => replaced.test(name))).toEqual([]);
    },
  );

  it('finds a replaced term among tables and addresses', () => {
    expect(kebab('ZeroToleranceCase')).toMatch(/^zero-tolerance-cases?$/);
    expect(namesOf.addresses()).toContain('sensitive-cases');
  });
});
