import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { repository } from './source-pages';

type Entry = { term: string; key?: string; source: string };

/** The glossary as Markdown, from the data that the interface is tested against and shows. */
export function glossaryText(): string {
  const read = (path: string) => JSON.parse(readFileSync(join(repository, 'app/locales', path), 'utf8'));
  const entries: Entry[] = read('glossary.json');
  const messages: Record<string, string> = read('en/terms.json');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return entries
    .flatMap(({ term, key, source }) => (key === undefined ? [] : [{ term, source, definition: messages[`terms_${key}_text`] ?? '' }]))
    .sort((a, b) => a.term.localeCompare(b.term))
    .map(({ term, definition, source }) => `### ${capital(term)}\n\n${definition}\n\n<small>Source: ${source}</small>\n`)
    .join('\n');
}

/** Replaces the mark in a page before it is parsed, so that the search finds the terms too. */
export function glossaryPage(md: MarkdownRenderer): void {
  md.core.ruler.before('normalize', 'glossary', (state) => {
    if (state.src.includes('<!-- glossary -->')) state.src = state.src.replace('<!-- glossary -->', () => glossaryText());
  });
}
