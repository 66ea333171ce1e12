import glossary from '~/locales/glossary.json';
import * as terms from './glossary-terms';

/** A term as the glossary lists it, in the language of the current run. */
export type ListedTerm = { key: string; name: string; definition: string; source: string; more: string | null };

const sources = new Map(glossary.flatMap((entry) => ('key' in entry && entry.key ? [[entry.key, entry.source] as const] : [])));
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The terms of the glossary by name; with a search, those with all its words in name or definition, whatever their accents. */
export function listTerms(query: string, locale: string): ListedTerm[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return Object.values(terms)
    .map(({ key, name, definition, more }) => ({
      ...{ key, name: capital(name()), definition: definition() },
      ...{ source: sources.get(key) ?? '', more: more ?? null },
    }))
    .filter(({ name, definition }) => words.every((word) => folded(`${name} ${definition}`).includes(word)))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
