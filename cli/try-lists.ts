import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { findCountry } from '~/suppliers/import/pipeline/clean/country.server';
import { mapTable } from '~/suppliers/import/pipeline/map-columns.server';
import type { KnownParties } from '~/suppliers/import/pipeline/match';
import { type Field, mappingFaults } from '~/suppliers/import/pipeline/fields';
import { parseFile } from '~/suppliers/import/pipeline/parse.server';
import { type Plan, type PlanRow, planImport } from '~/suppliers/import/pipeline/plan';
import { countEdges } from '~/suppliers/import/pipeline/plan-links';
import { identifierOf } from '~/suppliers/import/pipeline/plan-sites';
import { validateTable } from '~/suppliers/import/pipeline/validate.server';
import { foldText } from '~/suppliers/parties/name-key';
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
    .filter((entry) => entry.isFile() && /\.(csv|tsv|txt|xlsx?|xlsm|geojson)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const all = new Map<string, Figures>();
  // A table of links speaks of sites by the numbers that the lists beside it give them: those lists come first.
  const waiting: string[] = [];
  const beside = new Map<string, Beside>();
  for (const file of files) {
    const folder = path.dirname(file);
    if (!beside.has(folder)) beside.set(folder, { names: new Map(), known: { suppliers: [], sites: [], providers: [] } });
    const figures = await tryList(file, beside.get(folder), false);
    if (figures === 'links') waiting.push(file);
    else if (figures) all.set(path.relative(root, file), figures);
  }
  for (const file of waiting) {
    const figures = await tryList(file, beside.get(path.dirname(file)), true);
    if (figures && figures !== 'links') all.set(path.relative(root, file), figures);
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

/** What the lists of a folder have named so far: numbers with names, and the parties as a database would hold them. */
type Beside = { names: Map<string, string>; known: KnownParties };

async function tryList(file: string, beside: Beside | undefined, isLinkTurn: boolean): Promise<Figures | 'links' | null> {
  const start = performance.now();
  const parsed = await parseFile(await readFile(file));
  if (!parsed.ok) {
    console.log(`${file}: refused, ${parsed.problem.code} ${JSON.stringify(parsed.problem.params)}`);
    return null;
  }
  const { table } = parsed;
  const { shape, proposals } = mapTable(table.header, table.rows);
  const columns = proposals.map(({ field }) => field);
  if (shape === 'edges' && !isLinkTurn) return 'links';
  const mapping = { columns, shape, suppliesUs: shape !== 'edges', defaults: {} };
  const faults = mappingFaults(mapping);
  if (faults.nameMissing || faults.customerMissing) {
    console.log(`${file}: ${table.rows.length} rows, no column with a name (${table.header.join(', ')})`);
    return null;
  }
  const rows = validateTable(table, mapping, beside ? { references: beside.names } : {});
  const good = rows.flatMap(({ rowNumber, record }) => (record ? [{ rowNumber, record }] : []));
  const plan = planImport(good, shape === 'edges' ? beside?.known : undefined, mapping);
  if (beside && shape !== 'edges') remember(beside, good, plan);
  const written = (field: Field) => {
    const at = columns.indexOf(field);
    return new Set(table.rows.flatMap(({ cells }) => cells[at] || []));
  };
  const unknown = rows.flatMap((row) => row.problems.filter(({ code }) => code === 'unknown-reference'));
  const unknownByRow = new Map(unknown.map(({ row, params }) => [row, params.value]));
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
    groups: written('group').size,
    parents: written('parentCompany').size,
    customers: new Set(good.flatMap(({ record }) => record.customer ?? [])).size,
    customerLinks: countEdges(plan.links.filter(({ kind, toKey }) => kind === 'supplies' && toKey !== 'buyer')),
    ownerLinks: plan.links.filter(({ kind }) => kind === 'owns').length,
    unknownNumbers: new Set(unknown.map(({ params }) => params.value)).size,
    unknownPairs: new Set(
      table.rows.flatMap(({ rowNumber, cells }) => {
        const value = unknownByRow.get(rowNumber);
        return value === undefined ? [] : `${cells[columns.indexOf('customer')]} ${value}`;
      }),
    ).size,
    newParties: [...plan.suppliers, ...plan.sites].filter(({ partyId }) => partyId === null).length,
  };
  const counts = Object.entries(problems).map(([code, count]) => `${code} ${count}`);
  console.log(
    `${file}: ${table.format}, ${shape}, header row ${table.headerRow}, ${figures.rows} rows, ${figures.invalid} left out, ${figures.suppliers} suppliers, ${figures.sites} sites, ${plan.links.length} links, ${plan.facts.length} facts, ${figures.countries} countries; ${counts.join(', ') || 'no problems'}; ${Math.round(performance.now() - start)} ms`,
  );
  return figures;
}

function remember({ names, known }: Beside, rows: readonly PlanRow[], plan: Plan): void {
  for (const { record } of rows) {
    const number = identifierOf(record);
    if (number !== null) names.set(number, record.supplierName);
  }
  const numbers = new Map(
    plan.facts.map(({ subjectKey, values }) => [subjectKey, numberOf(values.externalIds)] as const).filter(([, id]) => id),
  );
  const none = { address: null, workers: null, femaleShare: null, migrantShare: null, agencyShare: null };
  known.suppliers = [
    ...known.suppliers,
    ...plan.suppliers.map(({ key, name, country }) => ({ partyId: key, name, country, publicId: key })),
  ];
  known.sites = [
    ...known.sites,
    ...plan.sites.map(({ key, supplierKey, name }) => ({
      partyId: key,
      supplierPartyId: supplierKey,
      name,
      identifier: numbers.get(key) ?? null,
      ...none,
    })),
  ];
}

function numberOf(ids: unknown): string | null {
  const held = z.object({ osId: z.string().optional(), supplierNumber: z.string().optional() }).safeParse(ids).data;
  return held?.osId ?? held?.supplierNumber ?? null;
}

await main();
