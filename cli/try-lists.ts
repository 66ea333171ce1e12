import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { findCountry } from '~/features/supplier-import/pipeline/clean/country.server';
import { mapColumns } from '~/features/supplier-import/pipeline/map-columns.server';
import { parseFile } from '~/features/supplier-import/pipeline/parse.server';
import { planImport } from '~/features/supplier-import/pipeline/plan';
import { validateTable } from '~/features/supplier-import/pipeline/validate.server';
import { foldText } from '~/features/party/name-key';
import { expectations, type Figures } from './list-expectations';

/**
 * `npm run try:lists -- DIR`: takes every list under DIR through the pure pipeline, prints what an import would say and, for the lists
 * it knows, each count beside the one that the list's own ORIGIN.md names. Writes nothing. Exit code 1 when a count differs.
 */
async function main(): Promise<void> {
  const root = process.argv[2];
  if (!root) {
    console.error('Usage: npm run try:lists -- DIR');
    process.exitCode = 2;
    return;
  }
  const files = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(csv|tsv|txt|xlsx?|xlsm)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const all = new Map<string, Figures>();
  for (const file of files) {
    const figures = await tryList(file);
    if (figures) all.set(path.relative(root, file), figures);
  }
  const compared = expectations.flatMap(({ what, where, expected, measure }) => {
    const chosen = [...all].filter(([name]) => where.test(name)).map(([, figures]) => figures);
    return chosen.length === 0 ? [] : [{ what, expected, found: measure(chosen) }];
  });
  console.log('');
  for (const { what, expected, found } of compared)
    console.log(`${found === expected ? 'same  ' : 'DIFFERS'} ${what}: ${found} (ORIGIN.md: ${expected})`);
  const differing = compared.filter(({ expected, found }) => expected !== found).length;
  console.log(`${files.length} files, ${compared.length - differing} counts the same, ${differing} different`);
  process.exitCode = differing > 0 ? 1 : 0;
}

async function tryList(file: string): Promise<Figures | null> {
  const start = performance.now();
  const parsed = await parseFile(await readFile(file));
  if (!parsed.ok) {
    console.log(`${file}: refused, ${parsed.problem.code} ${JSON.stringify(parsed.problem.params)}`);
    return null;
  }
  const { table } = parsed;
  const columns = mapColumns(table.header, table.rows).map(({ field }) => field);
  if (!columns.includes('supplierName') && !columns.includes('siteName')) {
    console.log(`${file}: ${table.rows.length} rows, no column with a name (${table.header.join(', ')})`);
    return null;
  }
  const rows = validateTable(table, { columns, defaults: {} });
  const good = rows.flatMap(({ rowNumber, record }) => (record ? [{ rowNumber, record }] : []));
  const plan = planImport(good);
  const countryColumn = columns.indexOf('country');
  const nameColumn = columns.findIndex((field) => field === 'siteName' || field === 'supplierName');
  const spellings = new Set(table.rows.flatMap(({ cells }) => cells[countryColumn] || []));
  const subcontractors = good.flatMap(({ record }) => record.subcontractors);
  const listed = new Set(good.map(({ record }) => foldText(record.supplierName)));
  const distinct = new Set(subcontractors.map(foldText));
  const problems: Record<string, number> = {};
  for (const { code } of rows.flatMap((row) => row.problems)) problems[code] = (problems[code] ?? 0) + 1;
  const figures: Figures = {
    rows: table.rows.length,
    headerRow: table.headerRow,
    invalid: rows.filter(({ status }) => status === 'invalid').length,
    sites: plan.sites.length,
    suppliers: plan.suppliers.length,
    listedSuppliers: new Set(good.map(({ record }) => `${foldText(record.supplierName)}|${record.country}`)).size,
    siteKeys: plan.sites.map(({ key }) => key),
    spellings: spellings.size,
    unreadSpellings: [...spellings].filter((spelling) => findCountry(spelling) === null).length,
    countries: new Set(good.flatMap(({ record }) => record.country ?? [])).size,
    workers: good.reduce((sum, { record }) => sum + (record.workers ?? 0), 0),
    aboveTenPercentMigrant: good.filter(({ record }) => (record.migrantShare ?? 0) > 0.1).length,
    names: subcontractors.length,
    distinctNames: distinct.size,
    namesInFile: [...distinct].filter((name) => listed.has(name)).length,
    nonAsciiNames: table.rows.filter(({ cells }) => /[\u0080-\uffff]/.test(cells[nameColumn] ?? '')).length,
    osIds: good.filter(({ record }) => record.osId !== null).length,
    problems,
  };
  const told = Object.entries(problems).map(([code, count]) => `${code} ${count}`);
  console.log(
    `${file}: ${table.format}, header row ${table.headerRow}, ${figures.rows} rows, ${figures.invalid} left out, ${figures.suppliers} suppliers, ${figures.sites} sites, ${plan.links.length} links, ${plan.facts.length} facts, ${figures.countries} countries; ${told.join(', ') || 'no problems'}; ${Math.round(performance.now() - start)} ms`,
  );
  return figures;
}

await main();
