import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sidebar } from '../docs/.vitepress/sidebar';
import { quotesOf, interfaceLabels } from './guides/interface-labels';

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.startsWith('.vitepress'))
  .map((file) => `docs/${file}`)
  .sort();
/** Pages for developers use bold and italics for emphasis; in all others they quote the interface. */
const forDevelopers = ['docs/architecture.md', 'docs/method.md', 'docs/testing.md'];
const guides = pages.filter((page) => !forDevelopers.includes(page));
const read = (page: string) => readFileSync(page, 'utf8');
const isLabel = interfaceLabels();
const quoted = (text: string) => quotesOf(text).filter((quote) => quote.text !== 'You need:');

/** The address of a heading, as the site and code hosts make it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
const anchorsOf = (text: string) => [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Links of a page that lead to no file, or to no heading of it. */
function brokenLinks(page: string, text: string): string[] {
  const links = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (path !== '' && !existsSync(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(path === '' ? text : read(target)).includes(anchor);
  });
}

const picturesOf = (text: string) =>
  [...text.matchAll(/!\[([^\]]*)\]\(\/(pictures\/[^)]+)\)/g)].map(([, alt = '', file = '']) => ({ alt, file }));

describe('the guides', () => {
  test.each(guides)('%s quotes only what the interface shows', (page) => {
    const unknown = quoted(read(page)).filter(({ text }) => !isLabel(text));
    expect(unknown.map(({ text, line }) => `${page}:${line} ${text}`)).toEqual([]);
  });

  test('a quote that no message shows is found, with its line', () => {
    const text =
      'Select **Save**.\nSelect **Save the whole world**, `**code**`, **Import 3 rows** or **Move to: Screened**. *Report issued.* *Report eaten.*';
    expect(quotesOf(text).filter((label) => !isLabel(label.text))).toEqual([
      { text: 'Save the whole world', line: 2 },
      { text: 'Report eaten.', line: 2 },
    ]);
  });

  test('name enough labels to be checked', () => {
    expect(guides.flatMap((page) => quotesOf(read(page))).length).toBeGreaterThan(300);
  });

  test.each(guides)('%s names no address of the application', (page) => {
    expect(read(page).match(/`\/(o|r|answer|verify|methodology|suppliers|audits)\b[^`]*`/g) ?? []).toEqual([]);
  });

  test.each(pages)('%s links only to files and headings that exist', (page) => {
    expect(brokenLinks(page, read(page))).toEqual([]);
  });

  test('a link to a missing file or heading is found', () => {
    const text =
      '# One\n[a](#one) [b](#two) [c](gone.md) [d](architecture.md#processes) [e](architecture.md#gone) [f](https://example.org)';
    expect(brokenLinks('docs/x.md', text)).toEqual(['#two', 'gone.md', 'architecture.md#gone']);
  });

  test('each page is in the navigation, and each entry of it leads to a page', () => {
    const linked = sidebar.flatMap(({ items = [] }) => items.map(({ link = '' }) => link));
    const own = linked.map((link) => `docs${link.endsWith('/') ? `${link}index` : link}.md`).filter((file) => existsSync(file));
    expect([...own].sort()).toEqual(pages);
    const outside = linked.filter((link) => !own.includes(`docs${link.endsWith('/') ? `${link}index` : link}.md`));
    expect(outside).toEqual(['/readme', '/CONTRIBUTING', '/CHANGELOG', '/SECURITY']);
  });
});

describe('the pictures of the guides', () => {
  const named = guides.flatMap((page) => picturesOf(read(page)));
  const files = readdirSync('docs/public/pictures')
    .map((file) => `pictures/${file}`)
    .sort();

  test('each picture that a guide shows exists, and each that exists is shown', () => {
    expect([...new Set(named.map(({ file }) => file))].sort()).toEqual(files);
  });

  test('each has a text alternative that describes it', () => {
    expect(named.filter(({ alt }) => alt.length < 30)).toEqual([]);
  });

  test('each is small enough for a slow connection', () => {
    expect(files.filter((file) => statSync(`docs/public/${file}`).size > 150_000)).toEqual([]);
  });

  test('each is created by the spec that takes them', () => {
    const spec = read('tests/e2e/guide-pictures.spec.ts');
    expect(files.filter((file) => !spec.includes(`'${file.replace(/^pictures\/|\.webp$/g, '')}'`))).toEqual([]);
  });
});
