import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOfCopy, makeScratchCopy } from './faults/scratch-copy';

const id = 'unpaid-wages';
const day = '2026-12-02';
/** The table as the application shows it, read by its own modules in the copy. */
const probe = `
import { loadOwnTable, ownTableKinds, tableRow, tableTitle, withOwnTables } from '#scoring';
import { arrangeTables } from '~/risk/supplier-report/assessment-report/arrange-tables';
import { tablesNamedIn } from '~/risk/countries/table-licences.server';
import { readRule } from '~/risk/methodology/read-rules.server';
import { listTableNames, listTables, readTable } from '~/risk/methodology/read-tables.server';
import { formatOf } from '~/risk/reference-tables/formats';
import { parseEditionFile } from '~/risk/reference-tables/formats/parse-edition-file.server';
import { readEditionRows } from '~/risk/reference-tables/formats/read-edition-rows.server';
import { kindName } from '~/risk/reference-tables/kind-name.server';
import { requestedEdition, tableCsv, tableJson } from '~/risk/methodology/table-file.server';

const day = '${day}';
const edition = requestedEdition(new Request('https://manumit.example/methodology/tables/${id}.csv'), '${id}', day);
const { template, moves } = formatOf('${id}');
const readFile = async (text) => readEditionRows('${id}', (await parseEditionFile('${id}', new TextEncoder().encode(text))).table);
const own = await readFile('Country,Per thousand\\nViet Nam,20\\nNorway,2000\\nAtlantis,1\\n');
const terms = { kind: '${id}', title: 'Own survey', producer: 'Us', licence: 'Own', publishedOn: null, inForceFrom: day };
const { hash } = loadOwnTable({ ...terms, tables: own.tables });
console.log(JSON.stringify({
  edition: { isOffered: ownTableKinds.includes('${id}'), name: kindName('${id}'), moves, template, fromTemplate: await readFile(template), own },
  ownRow: withOwnTables([hash], () => tableRow('${id}', { iso2: 'VN' }, day)),
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
  ownEditions: true,
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
/** The files that differ from the checkout once the table is added, and the output of the probe. */
let touched: string[];
let shown: ReturnType<typeof JSON.parse>;
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
  touched = filesOfCopy(copy.folder).filter((path) => !existsSync(path) || !readFileSync(path).equals(readFileSync(inCopy(path))));
  write('probe.ts', probe);
  const printed = run('probe.ts');
  if (printed.status !== 0) throw new Error(printed.stderr);
  shown = JSON.parse(printed.stdout);
}, 120_000);
afterAll(() => copy.remove());

describe('a country table that was added', () => {
  test('touches five files', () => {
    expect(touched.sort()).toEqual([
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

  test('can be loaded by an organization as an edition of its own, in the columns of table.json', () => {
    const { isOffered, name, moves, template, fromTemplate, own } = shown.edition;
    expect([isOffered, name, moves]).toEqual([true, 'Unpaid wages', 'score']);
    expect(template).toBe('Country,Per thousand\r\nVN,12.5\r\nNO,0.5\r\n');
    expect(fromTemplate).toMatchObject({ read: 2, refused: 0, remarks: [] });
    expect(own.tables).toEqual({ [id]: { rows: [{ iso2: 'VN', perThousand: 20 }], removed: [] } });
    expect(own.remarks.map(({ code, row }: { code: string; row: number }) => [code, row])).toEqual([
      ['out-of-range', 3],
      ['unknown-country', 4],
    ]);
    expect(shown.ownRow).toMatchObject({ perThousand: 20, provenance: { table: id, vintage: 'Own survey', licence: 'Own' } });
  });

  test('is rejected by the data check when a vintage differs from its table.json', () => {
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
