import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTests, type TestRun } from './faults/run-tests';
import { filesOfCopy, makeScratchCopy } from './faults/scratch-copy';

const key = 'homeBasedWorkers';
const path = 'app/suppliers/fields/home-based-workers.ts';
const index = 'app/suppliers/fields/index.ts';
const schema = 'prisma/schema.prisma';
const check = 'app/suppliers/fields/definitions.test.ts';
/** A second field, whose lines in the index are missing. */
const unlisted = 'app/suppliers/fields/night-workers.ts';

/** The file of the field; `more`: further parts of its definition. */
const definition = (more = '') => `
import { defineField, defineHeaders } from './definition/define-field';
import { people } from './definition/field-types';

export const field = defineField({
  key: '${key}',
  of: ['supplier', 'site'],
  type: people(),
  label: { en: 'Home-based workers', fr: 'Travailleurs à domicile', es: 'Trabajadores a domicilio' },
  counts: 'other-fact',
  form: { supplier: { part: 'workforce', order: 45 }, site: { order: 105 } },
  import: { order: 185, to: ['site'] },
  report: { order: 75 },
  ${more}
});

export const headers = defineHeaders({
  en: ['home based workers', 'homeworkers'],
  de: ['heimarbeiter'],
  telling: { rank: 35, words: ['heimarbeiter'] },
});
`;

/** The field as the application shows it, read by its own modules in the copy. */
const probe = `
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { fieldLabel, valueLabel } from '~/activity-log/change-labels';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { arrangeFacts } from '~/risk/supplier-report/assessment-report/arrange-facts';
import { FieldControls } from '~/suppliers/facts/field-control';
import { factColumns } from '~/suppliers/facts/fact-columns';
import { isFactField, isFactValue } from '~/suppliers/facts/fact-fields';
import { factName } from '~/suppliers/facts/fact-labels';
import { formFields } from '~/suppliers/fields/definition/read-fields';
import { fieldName } from '~/suppliers/import/field-labels';
import { fields } from '~/suppliers/import/pipeline/fields';
import { headerWords } from '~/suppliers/import/pipeline/header-words';
import { mapColumns } from '~/suppliers/import/pipeline/map-columns.server';
import { planFacts } from '~/suppliers/import/pipeline/plan-facts';
import { validateTable } from '~/suppliers/import/pipeline/validate.server';
import { exportedFacts } from '~/suppliers/registry/exported-facts';
import { supplierCells, supplierHead } from '~/suppliers/registry/supplier-cells';
import { supplierFormSchema } from '~/suppliers/registry/supplier-form';
import { siteFormSchema } from '~/suppliers/sites/site-form';

overwriteGetLocale(() => 'en');
const key = '${key}';
const saved = { [key]: 40 };
const location = { pathname: '/', search: '', hash: '', state: null, key: 'probe' };
const controls = (kind) => {
  const route = { id: 'probe', path: '/', element: createElement(FieldControls, { kind, fields: formFields(kind), failure: null, saved }) };
  const matches = [{ params: {}, pathname: '/', pathnameBase: '/', route }];
  const context = { basename: '/', location, matches, loaderData: {}, actionData: null, errors: null, statusCode: 200 };
  return renderToStaticMarkup(createElement(StaticRouterProvider, { router: createStaticRouter([route], context), context, hydrate: false }));
};
const namesIn = (locale) => {
  overwriteGetLocale(() => locale);
  const names = [factName(key), fieldLabel({ recordKind: 'supplier', act: 'edit' }, key), fieldName(key)];
  overwriteGetLocale(() => 'en');
  return names;
};

const header = ['Supplier', 'Country', 'Heimarbeiter'];
const table = (cell) => ({ header, rows: [{ rowNumber: 2, cells: ['Alpha', 'VN', cell] }], problems: [] });
const columns = mapColumns(header, table('1 200').rows).map(({ field }) => field);
const [good] = validateTable(table('1 200'), { columns, defaults: {} });
const [bad] = validateTable(table('-3'), { columns, defaults: {} });
const { facts: planned } = planFacts([{ rowNumber: 2, record: good.record, supplierKey: 'a', siteKey: 'b' }]);
console.log(JSON.stringify({
  fact: [isFactField(key), isFactValue(key, 40), isFactValue(key, -1)],
  controls: { supplier: controls('supplier'), site: controls('site') },
  typed: [supplierFormSchema, siteFormSchema].map((form) => form.parse({ name: 'Mill', [key]: '1200' }).values[key]),
  rejected: [supplierFormSchema, siteFormSchema].map((form) => form.safeParse({ name: 'Mill', [key]: 'many' }).success),
  headers: headerWords.get(key),
  offered: fields.includes(key),
  mapped: ['Heimarbeiter', 'Homeworkers', 'Heimarbeiter 2026'].map((name) => mapColumns([...header.slice(0, 2), name], table('1 200').rows)[2].field),
  imported: planned.find(({ subjectKey }) => subjectKey === 'b').values[key],
  problems: bad.problems.map(({ field, code }) => [field, code]),
  names: ['en', 'fr', 'es'].map(namesIn),
  value: valueLabel({ recordKind: 'supplier', act: 'edit' }, key, 1200),
  report: arrangeFacts({}, { s: { kind: 'entered', on: '2026-01-01' } }, { locale: 'en', others: { [key]: { value: 40, source: 's' } } }).facts,
  column: factColumns('supplier', 'v').find(({ column }) => column === '"' + key + '"') ?? null,
  exported: exportedFacts.find((fact) => fact.key === key) ?? null,
  file: { head: supplierHead, cells: supplierCells({ publicId: 'A', name: 'Mill', sector: null, alerts: [], annualSpend: null, workers: 90, [key]: 40 }, {}) },
}));
`;

let copy: ReturnType<typeof makeScratchCopy>;
const inCopy = (file: string) => join(copy.folder, file);
const read = (file: string) => readFileSync(inCopy(file), 'utf8');
const write = (file: string, text: string) => writeFileSync(inCopy(file), text);
const insert = (file: string, after: string, line: string) => {
  const text = read(file);
  if (text.split(after).length !== 2) throw new Error(`${file} does not have one ${after}`);
  write(file, text.replace(after, `${after}${line}`));
};
const run = async (script: string): Promise<string> =>
  (await promisify(execFile)('node', ['--import', 'tsx', script], { cwd: copy.folder })).stdout;
const readProbe = async (): Promise<ReturnType<typeof JSON.parse>> => JSON.parse(await run('probe.ts'));
/** The files that differ from the checkout. */
const touchedFiles = (): string[] => {
  const isSame = (file: string) => existsSync(file) && readFileSync(file).equals(readFileSync(inCopy(file)));
  return filesOfCopy(copy.folder)
    .filter((file) => !isSame(file))
    .sort();
};

type Added = { touched: string[]; shown: Awaited<ReturnType<typeof readProbe>> };
let fact: Added;
let exported: Added;
let checked: TestRun;

beforeAll(async () => {
  const isNeeded =
    /^(app|prisma|scoring|tests\/setup|server\/source-aliases|package|tsconfig|vitest\.config)\b.*\.(ts|tsx|json|prisma|sql)$/;
  const isLeftOut = /^app\/(routes|locales\/.*\/)|^prisma\/demonstration|\.test\.tsx?$/;
  copy = makeScratchCopy((file) => file === check || (isNeeded.test(file) && !isLeftOut.test(file)));
  // Folders in which the configuration of Vitest looks for tests.
  for (const folder of ['bench', 'cli']) mkdirSync(inCopy(folder));
  write(path, definition());
  insert(index, "import * as workers from './workers';\n", "import * as homeBasedWorkers from './home-based-workers';\n");
  insert(index, '  workers: workers.field,\n', `  ${key}: homeBasedWorkers.field,\n`);
  insert(index, '  workers: workers.headers,\n', `  ${key}: homeBasedWorkers.headers,\n`);
  const touched = touchedFiles();
  insert(schema, /^model Supplier \{[^}]*?^ {2}workers .*\n/m.exec(read(schema))?.[0] ?? 'model Supplier', `  ${key} Int?\n`);
  write('probe.ts', probe);
  // The baseline is written from prisma/ alone, which the probe does not read.
  const [shown] = await Promise.all([readProbe(), run('prisma/baseline-command.ts')]);
  fact = { touched, shown };

  rmSync(inCopy('probe.ts'));
  write(path, definition("column: ['supplier'],\n  export: { heading: 'home_based_workers', order: 85 },"));
  const touchedWithColumn = touchedFiles();
  write('probe.ts', probe);
  write(unlisted, definition());
  const { signal } = new AbortController();
  const [shownWithColumn, result] = await Promise.all([readProbe(), runTests(copy.folder, { files: [check], env: {}, signal })]);
  exported = { touched: touchedWithColumn, shown: shownWithColumn };
  checked = result;
}, 120_000);
afterAll(() => copy.remove());

describe('a supplier field that was added', () => {
  test('touches two files, its own and the index', () => {
    expect(fact.touched).toEqual([path, index]);
  });

  test('is a fact, in the forms of suppliers and sites and read from them', () => {
    const { fact: isFact, controls, typed, rejected } = fact.shown;
    expect(isFact).toEqual([true, true, false]);
    for (const form of [controls.supplier, controls.site])
      expect(form).toMatch(/Home-based workers<\/label>.*?name="homeBasedWorkers"[^>]*value="40"/);
    expect(typed).toEqual([1200, 1200]);
    expect(rejected).toEqual([false, false]);
  });

  test('is in the dictionary of headers, mapped from a list, cleaned and recorded', () => {
    const { headers, offered, mapped, imported, problems } = fact.shown;
    expect(headers).toEqual(['home based workers', 'homeworkers', 'heimarbeiter']);
    expect(offered).toBe(true);
    expect(mapped).toEqual([key, key, key]);
    expect(imported).toBe(1200);
    expect(problems).toEqual([[key, 'negative-number']]);
  });

  test('has its label in history, activity and import in three languages, and a row in reports', () => {
    const { names, value, report } = fact.shown;
    const same = (name: string) => [name, name, name];
    expect(names).toEqual([same('Home-based workers'), same('Travailleurs à domicile'), same('Trabajadores a domicilio')]);
    expect(value).toBe('1,200');
    expect(report).toMatchObject([{ field: key, value: { kind: 'people', count: 40 }, source: 1 }]);
  });

  test('has no column of the database and of exported files until its definition says so', () => {
    const { column, exported: asExported, file } = fact.shown;
    expect([column, asExported]).toEqual([null, null]);
    expect(file.head).not.toContain('home_based_workers');
  });
});

describe('a supplier field with a column', () => {
  test('touches four files: also the schema, and the baseline that a command writes', () => {
    const baseline = expect.stringMatching(/^prisma\/migrations\/\d+_baseline\/migration\.sql$/);
    expect(exported.touched).toEqual([path, index, baseline, schema]);
    const [, , file = ''] = exported.touched;
    expect(read(file)).toMatch(/CREATE TABLE "Supplier" \([^;]*\n +"homeBasedWorkers" INTEGER,\n/);
  });

  test('is in its column of the database, and from there in exported files', () => {
    const { column, exported: asExported, file } = exported.shown;
    expect(column).toEqual({ column: `"${key}"`, value: `(v->>'${key}')::numeric::int` });
    expect(asExported).toEqual({ key, sqlType: 'int', heading: 'home_based_workers', order: 85 });
    const at = file.head.indexOf('home_based_workers');
    expect([file.head[at - 1], file.cells[at - 1], file.cells[at]]).toEqual(['workers', 90, 40]);
  });

  test('passes the checks of definitions, which name a file without a line in the index', () => {
    expect(checked.passed).toBeGreaterThan(200);
    expect(checked.broken).toEqual([]);
    expect(checked.failed).toMatchObject([{ reason: expect.stringContaining("without a line in index.ts: expected [ 'nightWorkers' ]") }]);
  });
});
