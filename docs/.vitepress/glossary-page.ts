import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { repository } from './source-pages';

type Entry = { term: string; definition: string; source: string };

/** The glossary as Markdown, from the data that the interface is tested against. */
export function glossaryText(): string {
  const entries: Entry[] = JSON.parse(readFileSync(join(repository, 'app/locales/glossary.json'), 'utf8'));
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return [...entries]
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
