import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOfCopy, makeScratchCopy } from './faults/scratch-copy';

const id = 'unpaid-wages';
const day = '2026-12-02';
/** What the application shows of the table, read by its own modules in the copy. */
const probe = `
import { tableRow, tableTitle } from '#scoring';
import { arrangeTables } from '~/reports/assessment-report/arrange-tables';
import { tablesNamedIn } from '~/risk/countries/table-licences.server';
import { readRule } from '~/risk/methodology/read-rules.server';
import { listTableNames, listTables, readTable } from '~/risk/methodology/read-tables.server';
import { requestedEdition, tableCsv, tableJson } from '~/risk/methodology/table-file.server';

const day = '${day}';
const edition = requestedEdition(new Request('https://manumit.example/methodology/tables/${id}.csv'), '${id}', day);
console.log(JSON.stringify({
  names: ['en', 'fr', 'es'].map((locale) => tableTitle('${id}', locale)),
  contents: listTableNames(day).find(({ id }) => id === '${id}'),
  listed: listTables(day).find(({ id }) => id === '${id}'),
  page: readTable('${id}', { asOf: day, vintage: null, page: 1, row: 'VN', search: '' }),
  rule: readRule('R1', day)?.tables.at(-1),
  csv: tableCsv(edition),
  json: JSON.parse(tableJson(edition)),
  licence: tablesNamedIn({}, day).find(({ table }) => table === '${id}'),
  annex: arrangeTables({ '${id}': '2026-12' }),
  row: tableRow('${id}', { iso2: 'VN' }, day),
}));
`;

const figure = { unit: 'per thousand employees', direction: 'higher-is-worse' };
const definition = {
  id,
  title: { en: 'Unpaid wages', fr: 'Salaires impayés', es: 'Salarios impagos' },
  row: 'Employees of a country who were paid late or not at all.',
  key: { iso2: { country: true } },
  columns: { perThousand: { number: { ...figure, range: [0, 1000] }, blank: 'not surveyed' } },
  readBy: { R1: 9 },
  shownOn: [],
  publisher: 'https://statistics.example/wages',
};
const coverage = { known: 2, of: 2 };
const vintage = {
  ...{ id, vintage: '2026-12', inForceFrom: '2026-12-01' },
  origin: {
    ...{ title: 'Survey of unpaid wages 2026', producer: 'Office of Statistics', citation: 'Office of Statistics (2026)' },
    ...{ urlMain: 'https://statistics.example/wages', urlDownload: null, datePublished: '2026-11', dateAccessed: '2026-12-01' },
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/', redistribution: 'allowed-with-credit' },
    ...{ sha256: null, transcribed: 'by hand', doubts: [] },
  },
  coverage: { what: 'countries', known: 2, of: 250, note: '' },
  ...{ keyFields: 1, defaultConfidence: 'confirmed' },
  fields: {
    iso2: { meaning: 'ISO 3166-1 alpha-2', unit: 'code', direction: 'none', coverage },
    perThousand: { meaning: 'employees paid late or not at all', ...figure, coverage },
  },
  ...{
    corrections: [],
    rows: [
      ['VN', 12.5],
      ['NO', 0.5],
    ],
  },
};

let copy: ReturnType<typeof makeScratchCopy>;
const inCopy = (path: string) => join(copy.folder, path);
const write = (path: string, text: string) => {
  mkdirSync(dirname(inCopy(path)), { recursive: true });
  writeFileSync(inCopy(path), text);
};
const run = (...script: string[]) => spawnSync('node', ['--import', 'tsx', ...script], { cwd: copy.folder, encoding: 'utf8' });

beforeAll(() => {
  copy = makeScratchCopy((file) => /^((app|cli|scoring)\/|(package|tsconfig)\.json$)/.test(file) && !/\.test\.tsx?$/.test(file));
  write(`scoring/reference/${id}/table.json`, JSON.stringify(definition));
  write(`scoring/reference/${id}/2026-12.json`, JSON.stringify(vintage));
  const registered = readFileSync(inCopy('scoring/reference/tables.ts'), 'utf8')
    .replace(/^/, `import unpaidWages from './${id}/table.json';\nimport unpaidWages2026 from './${id}/2026-12.json';\n`)
    .replace('\n} as const;', `\n  '${id}': [unpaidWages, unpaidWages2026],\n} as const;`);
  write('scoring/reference/tables.ts', registered);
  // A rule that weighs the table has a number from the day on which it does.
  const numbers: { id: string; effectiveFrom: string }[] = JSON.parse(readFileSync(inCopy('scoring/parameters/r1.json'), 'utf8'));
  const slope = numbers.find((number) => number.id === 'R1.slope');
  write('scoring/parameters/r1.json', JSON.stringify([...numbers, { ...slope, effectiveFrom: day }]));
  const release = run('cli/release.ts');
  if (release.status !== 0) throw new Error(release.stderr);
}, 120_000);
afterAll(() => copy.remove());

describe('a country table that was added', () => {
  test('touches five files', () => {
    const changed = filesOfCopy(copy.folder).filter((path) => !existsSync(path) || !readFileSync(path).equals(readFileSync(inCopy(path))));
    expect(changed.sort()).toEqual([
      'scoring/parameters/r1.json',
      'scoring/reference/tables.ts',
      `scoring/reference/${id}/2026-12.json`,
      `scoring/reference/${id}/table.json`,
      'scoring/released.json',
    ]);
  });

  test('is in the data check with its licence, and in the list of releases', () => {
    const { status, stdout, stderr } = run('cli/data-check.ts', '--on', day);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^unpaid-wages@2026-12 .*CC BY 4\.0; allowed-with-credit$/m);
    expect(stdout).toMatch(/^unpaid-wages +Unpaid wages +Salaires impayés +Salarios impagos +iso2 +R1 /m);
    const { reference } = JSON.parse(readFileSync(inCopy('scoring/released.json'), 'utf8'));
    expect(reference[`${id}@2026-12`]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is on the pages of the method, in downloads, in lists of licences and in annexes, under its names', () => {
    write('probe.ts', probe);
    const { status, stdout, stderr } = run('probe.ts');
    expect([status, stderr]).toEqual([0, '']);
    const shown = JSON.parse(stdout);
    expect(shown.names).toEqual(['Unpaid wages', 'Salaires impayés', 'Salarios impagos']);
    expect(shown.contents).toEqual({ id, name: 'Unpaid wages', title: 'Survey of unpaid wages 2026' });
    expect(shown.listed).toMatchObject({ rows: 2, licence: 'CC BY 4.0', producer: 'Office of Statistics', unconfirmed: 0 });
    expect(shown.page).toMatchObject({ id, vintage: '2026-12', rules: ['R1'], found: 2 });
    expect(shown.rule).toEqual({ id, title: 'Survey of unpaid wages 2026', vintage: '2026-12' });
    expect(shown.csv).toContain(
      '\r\nVN,VN,12.5,confirmed,unpaid-wages,2026-12,Office of Statistics,CC BY 4.0,https://statistics.example/wages',
    );
    expect(shown.json.rows).toContainEqual({ key: 'NO', iso2: 'NO', perThousand: 0.5, confidence: 'confirmed' });
    expect(shown.licence).toMatchObject({ table: id, edition: '2026-12', licence: 'CC BY 4.0' });
    expect(shown.annex).toMatchObject([{ id, title: 'Survey of unpaid wages 2026', licence: 'CC BY 4.0' }]);
    expect(shown.row).toMatchObject({ iso2: 'VN', perThousand: 12.5, provenance: { table: id, vintage: '2026-12', row: 'VN' } });
  });

  test('is refused by the data check when a vintage differs from its table.json', () => {
    write(
      `scoring/reference/${id}/2026-12.json`,
      JSON.stringify({
        ...vintage,
        rows: [
          ['VN', 1200],
          ['NO', 0.5],
        ],
      }),
    );
    const { status, stderr } = run('cli/data-check.ts', '--on', day);
    expect(status).toBe(1);
    expect(stderr).toContain('unpaid-wages@2026-12: VN, perThousand: Too big');
  });
});
