import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { districts, mayImport } from './architecture/districts';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md', 'CHANGELOG.md', 'docs/architecture.md'];
const topFolder = /^(app|scoring|prisma|server|cli|bench|tests|docs|public)\//;
const fileName = /^[\w$.[\]/-]+\.(tsx?|json|md|prisma|sql|cjs|js)$/;

/**
 * The paths that a page names in code spans and links, and those of them that do not exist. A bare file name is relative to the folder of the preceding path
 * on its line; without one it is an example, such as `x.test.ts`.
 */
function pathsOf(text: string, page: string): { named: string[]; missing: string[] } {
  const named: string[] = [];
  for (const line of text.split('\n')) {
    let folder: string | null = null;
    for (const [, code] of line.matchAll(/`([^`\s]+)`/g)) {
      if (code === undefined || code.includes('…') || code.includes('*')) continue;
      if (topFolder.test(code)) {
        named.push(code);
        folder = code.endsWith('/') ? code : dirname(code);
      } else if (folder !== null && fileName.test(code) && !/^x\./.test(code)) named.push(join(folder, code));
    }
    for (const [, target] of line.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g))
      if (target !== undefined && !/^[a-z]+:/.test(target)) named.push(join(dirname(page), target));
  }
  return { named, missing: named.filter((path) => !existsSync(path)) };
}

/** The modules as the table of the page lists them: their folders, and what they may import. */
function districtTable(): Record<string, { modules: string; imports: string }> {
  const rows = readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| [^|]* \| ([^|]*) \| ([^|]*) \|$/gm);
  return Object.fromEntries([...rows].map(([, district = '', modules = '', imports = '']) => [district, { modules, imports }]));
}

describe('documentation', () => {
  test.each(pages)('%s names only files and folders that exist', (page) => {
    expect(pathsOf(readFileSync(page, 'utf8'), page).missing).toEqual([]);
  });

  test('the architecture lists each module with its folders and its imports', () => {
    const shown = (names: string[]) => names.join(', ') || '–';
    const expected = districts.map((district) => {
      const modules = readdirSync(`app/${district}`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      const imports = districts.filter((other) => other !== district && mayImport(district, other));
      return [district, { modules: shown(modules.map(({ name }) => name).sort()), imports: shown(imports) }];
    });
    expect(districtTable()).toEqual(Object.fromEntries(expected));
  });

  test('the architecture names enough paths to be checked', () => {
    expect(pathsOf(readFileSync('docs/architecture.md', 'utf8'), 'docs/architecture.md').named.length).toBeGreaterThan(100);
  });

  test('finds a broken path, bare name and link', () => {
    const text = 'See `app/root.tsx`, `gone.ts` and `app/nowhere/`.\nSee [this](../README.md), [that](../GONE.md#part) and `x.test.ts`.';
    expect(pathsOf(text, 'docs/x.md').missing).toEqual(['app/gone.ts', 'app/nowhere/', 'GONE.md']);
  });
});
