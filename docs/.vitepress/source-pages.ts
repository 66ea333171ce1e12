import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

export const repository = resolve(import.meta.dirname, '../..');

/** Every Markdown file of the source tree is a page, so that what a README says is shown and never repeated. These folders have none. */
export const notShown = ['{build,test-results,public,project.inlang,tests,bench,cli}/**', 'app/paraglide/**', '.*/**'];

/** The address of a source file within the site. A folder's README is the folder's page. */
export function addressOf(file: string): string {
  if (file === 'README.md') return 'readme.md';
  if (file.startsWith('docs/')) return file.slice('docs/'.length);
  return file.replace(/(^|\/)README\.md$/, '$1index.md');
}

/** Where a link of a source file leads: a page of the site, or null for a file that is only in the source tree. */
export function pageOf(link: string, from: string): string | null {
  const [path = '', fragment] = link.split('#');
  const target = relative(repository, resolve(repository, dirname(from), path));
  if (!target.endsWith('.md') || !existsSync(join(repository, target))) return null;
  const address = `/${addressOf(target)}`.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '');
  return fragment ? `${address}#${fragment}` : address;
}

/** Links between source files, as they work in a checkout, become links between pages. A link to code becomes its text. */
export function sourceLinks(md: MarkdownRenderer): void {
  md.core.ruler.push('source-links', ({ tokens, env }) => {
    // The title of a box is rendered alone, without its page: it has no links.
    const source: string | undefined = env.realPath ?? env.path;
    if (source === undefined) return;
    const from = relative(repository, source);
    for (const { children } of tokens) {
      for (const [at, token] of (children ?? []).entries()) {
        const link = token.type === 'link_open' ? token.attrGet('href') : null;
        if (link === null || /^([a-z]+:|#|\/)/.test(link)) continue;
        const page = pageOf(link, from);
        if (page !== null) token.attrSet('href', page);
        else if (/\.md(#|$)/.test(link)) continue;
        else dropLink(children ?? [], at);
      }
    }
  });
}

function dropLink(tokens: { type: string; hidden: boolean; tag: string }[], at: number): void {
  const end = tokens.findIndex(({ type }, index) => index > at && type === 'link_close');
  for (const token of [tokens[at], tokens[end]]) if (token) Object.assign(token, { type: 'text', tag: '', content: '' });
}
