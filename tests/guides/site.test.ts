import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { glossaryText } from '../../docs/.vitepress/glossary-page';
import { drawDiagram } from '../../docs/.vitepress/mermaid-drawings';
import { addressOf, pageOf } from '../../docs/.vitepress/source-pages';

describe('the documentation site', () => {
  test.each([
    ['docs/index.md', 'index.md'],
    ['docs/guides/lender/index.md', 'guides/lender/index.md'],
    ['README.md', 'readme.md'],
    ['scoring/README.md', 'scoring/index.md'],
    ['CHANGELOG.md', 'CHANGELOG.md'],
  ])('shows %s at %s', (file, address) => {
    expect(addressOf(file)).toBe(address);
  });

  test.each([
    ['../README.md#start-it', 'docs/administration.md', '/readme#start-it'],
    ['../../../README.md', 'docs/guides/auditor/verify-a-report.md', '/readme'],
    ['docs/guides/lender/index.md', 'README.md', '/guides/lender/'],
    ['../server/README.md', 'docs/architecture.md', '/server/'],
  ])('turns the link %s of %s into %s', (link, from, page) => {
    expect(pageOf(link, from)).toBe(page);
  });

  test('makes no link to code, nor to a page that is not there', () => {
    expect(pageOf('../tests/architecture/districts.ts', 'docs/architecture.md')).toBeNull();
    expect(pageOf('gone.md', 'docs/architecture.md')).toBeNull();
  });

  test('lists each term of the glossary with its definition and source', () => {
    const entries: { key?: string; source: string }[] = JSON.parse(readFileSync('app/locales/glossary.json', 'utf8'));
    const definitions: Record<string, string> = JSON.parse(readFileSync('app/locales/en/terms.json', 'utf8'));
    const shown = entries.filter(({ key }) => key !== undefined);
    expect(shown.length).toBeGreaterThan(30);
    const text = glossaryText();
    for (const { key, source } of shown) for (const part of [definitions[`terms_${key}_text`], source]) expect(text).toContain(part);
    expect(text.match(/^### /gm)).toHaveLength(shown.length);
  });

  test('draws each diagram with a text alternative, and without another server', () => {
    const diagrams = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    expect(diagrams.length).toBeGreaterThan(1);
    for (const code of diagrams) {
      const drawn = drawDiagram(code);
      expect(drawn).toMatch(/<svg role="img" aria-label="(?!Diagram")[^"]{20,}"/);
      expect(drawn.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<style/);
    }
  });
});
