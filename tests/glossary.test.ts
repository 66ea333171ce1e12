import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { referenceTableIds, tableDefinition } from '#scoring';

const folder = new URL('../app/', import.meta.url).pathname;
const glossarySchema = z.array(
  z.strictObject({
    term: z.string().min(1),
    definition: z.string().min(1),
    source: z.string().min(1),
    /** Regular expressions of words that the term replaces in English texts. */
    replaces: z.array(z.string()),
    /** Messages that use such a word in another sense, with the reason. */
    keeps: z.record(z.string(), z.string().min(1)).optional(),
    /** Regular expressions of names that the term replaces among modules and files of messages. */
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
/** What a reader sees of a message: placeholders, selectors and markup left out. */
const shown = (message: string) => message.replace(/"(declarations|selectors)":\[[^\]]*\]|\{[^}]*\}|<[^>]*>|"[^"]*=[^"]*":/g, ' ');

describe('the glossary', () => {
  it.each(glossary.filter(({ replaces }) => replaces.length > 0))('says "$term" in every English text', ({ replaces, keeps = {} }) => {
    const replaced = anyOf(replaces);
    const found = Object.entries(english).filter(([key, message]) => !(key in keeps) && replaced.test(shown(message)));
    expect(found).toEqual([]);
  });

  it.each(glossary)('keeps no word instead of "$term" that is no longer there', ({ replaces, keeps = {} }) => {
    expect(Object.keys(keeps).filter((key) => !anyOf(replaces).test(shown(english[key] ?? '')))).toEqual([]);
  });

  it.each(glossary.filter(({ replacesInCode }) => replacesInCode.length > 0))('names modules and files of messages by "$term"', (entry) => {
    const replaced = new RegExp(`^(?:${entry.replacesInCode.join('|')})$`);
    const messages = readdirSync(`${folder}locales/en`).map((file) => file.replace('.json', ''));
    const modules = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(locales|paraglide|routes)$/.test(entry.name))
      .flatMap(({ name }) => [
        name,
        ...readdirSync(folder + name, { withFileTypes: true })
          .filter((each) => each.isDirectory())
          .map((each) => each.name),
      ]);
    expect([...messages, ...modules].filter((name) => replaced.test(name))).toEqual([]);
  });
});
