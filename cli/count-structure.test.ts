import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countStructure, type Structure } from './structure/count';
import { readDistricts } from './structure/districts';
import { longSentences, readMessages, withReplacedTerm } from './structure/message-texts';
import { cyclesOf } from './structure/module-graph';
import { asMarkdown } from './structure/print';
import { readSourceFiles } from './structure/read-files';

const twentyWords = Array.from({ length: 20 }, (_, index) => `word${index}`).join(' ');

/** A small tree: two top modules, one cycle over both, one more top module without folders. */
const tree = {
  'app/low/first/a.ts': `import type { B } from '../second/b';\nexport const a = name ?? '';\n`,
  'app/low/second/b.ts': `import { deal } from '~/high/deals/deal';\nexport type B = { peakRatio: number };\n`,
  'app/low/third/alone.ts': `import { y } from './y';\nimport { z } from 'zod';\n`,
  'app/low/third/alone.test.ts': `import '~/high/deals/deal';\nconst peakRatio = other ?? '';\n`,
  'app/low/index.ts': `export { a } from './first/a';\n`,
  'app/high/deals/deal.ts': `// import { x } from '~/low/third/alone'\nexport const load = () => import('~/low/first/a');\nconst rows = db.$queryRaw<Row[]>\`select\`;\n`,
  'app/flat/read.ts': `export { a } from '~/low/index';\n`,
  'app/access/generated/client.ts': `const peakRatio = first ?? '';\n`,
  'app/routes/page.tsx': `const peakRatioOfAll = <p>{text ?? ''}</p>;\n`,
  'scoring/vocabulary.ts': `export const fields = ['peakRatio'];\n`,
  'cli/structure/count.ts': `const followed = 'peakRatio';\n`,
  'tests/factories/x.ts': `const peakRatio = text ?? '';\n`,
  'app/locales/en/site.json': JSON.stringify({
    $schema: 'x',
    site_title: 'Labour Providers',
    site_hint: `${twentyWords}. ${twentyWords} more! Labour {providers}`,
    site_count: [
      { declarations: ['input count'], selectors: ['count'], match: { 'count=one': '1 labour provider', 'count=other': 'Sites' } },
    ],
  }),
};

let root: string;
let structure: Structure;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'structure-'));
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  structure = countStructure({
    files: readSourceFiles(root),
    districts: ['low', 'high', 'flat'],
    messages: readMessages(join(root, 'app/locales/en')),
    glossary: [{ replaces: ['labour providers?'] }, { replaces: [] }],
  });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('countStructure', () => {
  test('counts modules, files and lines by top module, without tests', () => {
    expect(structure.sizes).toEqual([
      { district: 'low', modules: 3, files: 4, lines: 7 },
      { district: 'high', modules: 1, files: 1, lines: 3 },
      { district: 'flat', modules: 1, files: 1, lines: 1 },
    ]);
  });

  test('finds the cycle through a type, a value and a dynamic import', () => {
    expect(structure.cycles).toEqual([['high/deals', 'low/first', 'low/second']]);
    // first to second, second to deals, deals to first, the entry to first, flat to the entry.
    expect(structure.moduleImports).toBe(5);
  });

  test('counts defaults, unchecked queries and the followed field outside tests and generated code', () => {
    expect(structure).toMatchObject({ emptyStringDefaults: 2, uncheckedQueries: 1, filesNamingField: 2 });
  });

  test('counts messages once, whatever their variants', () => {
    expect(structure).toMatchObject({ messages: 3, replacedTerms: 2, longSentences: 1 });
  });

  test('prints every count as Markdown', () => {
    const printed = asMarkdown(structure);
    expect(printed).toContain('| districts and modules | 3 districts, 5 modules |');
    expect(printed).toContain('| modules in cycles | 3 in 1 cycle (3) |');
    expect(printed).toContain('| low | 3 | 4 | 7 |');
    expect(printed).toContain('- high/deals, low/first, low/second');
  });
});

describe('cyclesOf', () => {
  const cycles = (graph: Record<string, string[]>) =>
    cyclesOf(new Map(Object.entries(graph).map(([module, targets]) => [module, new Set(targets)])));

  test('finds none where imports point one way', () => expect(cycles({ a: ['b', 'c'], b: ['c'], c: [] })).toEqual([]));

  test('separates two cycles that only one import connects, the largest first', () => {
    expect(cycles({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['e'], e: ['c'] })).toEqual([
      ['c', 'd', 'e'],
      ['a', 'b'],
    ]);
  });

  test('joins cycles that share a module', () => expect(cycles({ a: ['b', 'c'], b: ['a'], c: ['a'] })).toEqual([['a', 'b', 'c']]));
});

describe('texts', () => {
  test('finds a term only between word boundaries and outside placeholders', () => {
    const found = (text: string) => withReplacedTerm([{ key: 'x', texts: [text] }], [{ replaces: ['papers?', '\\bgrave\\b'] }]).length;
    expect(['Paper', 'a grave finding', 'newspaper', '{paper}', 'engraved'].map(found)).toEqual([1, 1, 0, 0, 0]);
  });

  test('measures sentences, not messages', () => {
    expect(longSentences([{ key: 'x', texts: [`${twentyWords}. Short one.`, `{count} ${twentyWords}.`] }], 20)).toEqual([
      `{count} ${twentyWords}.`,
    ]);
  });
});

describe('readDistricts', () => {
  test('reads the names of the list, quoted or not', () => {
    expect(readDistricts(`const allowed = { low: [], 'two-words': ['low'] } as const satisfies Record<string, string[]>;`)).toEqual([
      'low',
      'two-words',
    ]);
  });

  test('rejects a text without the list', () => expect(() => readDistricts('const other = {};')).toThrow('No object named'));
});
