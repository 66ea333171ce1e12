import type { DetectedAlert, Given, ListFreshness, Place, PlacedFacts, Scored } from '#scoring';
import { detectAlerts, listFreshness, numbersAt, placeList, scoreMany, withOwnTables } from '#scoring';
import { queryOf } from '~/risk/alerts/alert-query';
import { onlyGuesses, termId } from '~/suppliers/classification/term-key';
import { gatherPartyFacts } from '~/suppliers/registry/gather-party-facts';
import { type FactRecord, type Projection, projectFacts } from '~/suppliers/facts/project-facts';
import { type Field, type Mapping, mappingFaults } from '~/suppliers/import/pipeline/fields';
import { mapColumns } from '~/suppliers/import/pipeline/map-columns.server';
import { parseFile } from '~/suppliers/import/pipeline/parse.server';
import { type Plan, planImport } from '~/suppliers/import/pipeline/plan';
import type { FileProblem, Problem } from '~/suppliers/import/pipeline/problems';
import { type ValidatedRow, validateTable } from '~/suppliers/import/pipeline/validate.server';

export type AssessedSupplier = {
  /** First row of the list that names it, 1-based as a spreadsheet shows it. */
  row: number;
  name: string;
  /** Whether the list only names it, as a subcontractor of another. */
  isOnlyNamed: boolean;
  sites: number;
  facts: PlacedFacts;
  result: Scored;
  /** Among the scored suppliers of the list, 1 the riskiest; null without a score. */
  place: Place | null;
  /** Entries of public lists that it meets, the most serious first; sites by their name. */
  alerts: DetectedAlert[];
};

/** A list of suppliers read and scored. Everything in it follows from the bytes of the list, the options and the day alone. */
export type AssessedList = {
  asOf: string;
  sha256: string;
  format: string;
  sheet: string | null;
  encoding: string | null;
  headerRow: number;
  columns: { header: string; field: Field }[];
  rows: number;
  /** Rows that were left out, and rows that were read with something to say about them. */
  refused: number;
  warned: number;
  problems: Problem[];
  /** Sectors and listed goods guessed from text, most frequent first. */
  guesses: WordGuess[];
  /** Hashes of the editions of tables that counted beside the released ones. */
  ownTables: string[];
  suppliers: AssessedSupplier[];
  /** How current the lists of enforcement behind the alerts are on that day. */
  lists: ListFreshness[];
};

/** Texts of the list read as a sector or a listed good, by what, and in how many cells. */
export type WordGuess = { field: 'sector' | 'product'; words: string; value: string; by: string; source: string; cells: number };

export type ListOptions = {
  /** The day whose numbers and tables count, ISO. */
  asOf: string;
  sheet?: string | undefined;
  /** Header, as written in the list, to its field; unnamed ones are proposed from header and values. */
  columns?: ReadonlyMap<string, Field>;
  defaults?: Mapping['defaults'];
  /** Nothing is guessed from text. */
  isStrict?: boolean;
  /** Hashes of editions of tables that count, which the method keeps. */
  ownTables?: readonly string[];
  /** Hears how many suppliers are scored of how many. */
  onProgress?: (done: number, total: number) => void;
};

export type ListRefused =
  | { ok: false; kind: 'file'; problem: FileProblem }
  | { ok: false; kind: 'no-such-sheet'; sheets: string[] }
  | { ok: false; kind: 'no-such-column'; header: string; headers: string[] }
  | { ok: false; kind: 'no-name-column'; headers: string[] }
  | { ok: false; kind: 'repeated-field'; fields: Field[] };

const chunk = 1_000;

/**
 * Takes the bytes of a list through the importer's pipeline and scores every supplier in it from the facts of the list, without a database.
 * A supplier gets the facts an import would give it; nothing is asked of it, so there is no control credit and no finding.
 * Throws RangeError when no numbers of the method are in force on the day.
 */
export async function assessList(bytes: Uint8Array, options: ListOptions): Promise<({ ok: true } & AssessedList) | ListRefused> {
  const { asOf, sheet, columns: chosen = new Map<string, Field>(), defaults = {}, isStrict = false, ownTables = [], onProgress } = options;
  const first = await parseFile(bytes);
  const sheets = first.ok ? first.table.sheets.map(({ name }) => name) : [];
  if (first.ok && sheet !== undefined && !sheets.includes(sheet)) return { ok: false, kind: 'no-such-sheet', sheets };
  const parsed = sheet === undefined || !first.ok ? first : await parseFile(bytes, { sheetName: sheet });
  if (!parsed.ok) return { ok: false, kind: 'file', problem: parsed.problem };
  const { table } = parsed;
  for (const header of chosen.keys())
    if (!table.header.includes(header)) return { ok: false, kind: 'no-such-column', header, headers: table.header };
  const proposed = mapColumns(table.header, table.rows);
  const taken = new Set(chosen.values());
  // A field that was given to one column is not proposed for another.
  const fields = proposed.map(({ header, field }) => chosen.get(header) ?? (taken.has(field) ? 'ignore' : field));
  const mapping = { columns: fields, defaults };
  const faults = mappingFaults(mapping);
  if (faults.repeated.length > 0) return { ok: false, kind: 'repeated-field', fields: faults.repeated };
  if (faults.nameMissing) return { ok: false, kind: 'no-name-column', headers: table.header };
  const rows = validateTable(table, mapping, { recognition: { ...onlyGuesses, isGuessing: !isStrict } });
  const plan = planImport(rows.flatMap(({ rowNumber, record }) => (record ? [{ rowNumber, record }] : [])));
  const fileProblems = table.problems.filter(({ row }) => row === null || row <= table.headerRow);
  return {
    ok: true,
    asOf,
    sha256: table.sha256,
    format: table.format,
    sheet: table.sheetName,
    encoding: table.encoding,
    headerRow: table.headerRow,
    columns: table.header.map((header, at) => ({ header, field: fields[at] ?? 'ignore' })),
    rows: rows.length,
    refused: rows.filter(({ status }) => status === 'invalid').length,
    warned: rows.filter(({ status }) => status === 'warned').length,
    problems: [...fileProblems, ...rows.flatMap(({ problems }) => problems)],
    guesses: guessesIn(rows),
    ownTables: [...ownTables],
    suppliers: scorePlan(plan, { asOf, ownTables, onProgress }),
    lists: withOwnTables(ownTables, () => listFreshness(asOf)),
  };
}

function guessesIn(rows: readonly ValidatedRow[]): WordGuess[] {
  const guesses = new Map<string, WordGuess>();
  for (const { field, text, value, by } of rows.flatMap(({ terms }) => terms)) {
    if (value === null || by === null) continue;
    const id = `${termId(field, text)} ${value}`;
    const known = guesses.get(id);
    if (known) known.cells += 1;
    else guesses.set(id, { field, words: text, value, by: by.text, source: by.source, cells: 1 });
  }
  return [...guesses.values()].sort((a, b) => b.cells - a.cells || (a.words < b.words ? -1 : a.words > b.words ? 1 : 0));
}

type Scoring = { asOf: string; ownTables: readonly string[]; onProgress: ListOptions['onProgress'] };

function scorePlan(plan: Plan, { asOf, ownTables, onProgress }: Scoring): AssessedSupplier[] {
  const tables = ownTables.length > 0 ? { ownTables: [...ownTables] } : {};
  const records = new Map<string, FactRecord[]>();
  const add = (key: string, record: FactRecord) => {
    const known = records.get(key);
    if (known) known.push(record);
    else records.set(key, [record]);
  };
  // One timestamp for all: of two rows about the same party the later one applies, as in an import.
  const recordedAt = new Date(0);
  for (const { subjectKey, rowNumber, order, values } of plan.facts)
    add(subjectKey, { id: String(order).padStart(10, '0'), values, recordedAt, sourceId: `row:${rowNumber}` });
  const sitesOf = new Map<string, Plan['sites']>();
  for (const site of plan.sites) {
    const known = sitesOf.get(site.supplierKey);
    if (known) known.push(site);
    else sitesOf.set(site.supplierKey, [site]);
  }
  const project = (key: string) => projectFacts(records.get(key) ?? []);

  const suppliers: (AssessedSupplier & { key: string })[] = [];
  for (let start = 0; start < plan.suppliers.length; start += chunk) {
    const part = plan.suppliers.slice(start, start + chunk);
    const known = part.map(({ key }) => ({
      own: project(key),
      sites: (sitesOf.get(key) ?? []).map((site) => ({ name: site.name, facts: project(site.key) })),
    }));
    const facts = known.map(({ own, sites }) =>
      gatherPartyFacts(
        own,
        sites.map((site) => site.facts),
        { asOf },
      ),
    );
    const results = scoreMany(facts.map((each) => ({ asOf, facts: each, findings: [], ...tables })));
    for (const [at, { key, name, rowNumber }] of part.entries()) {
      const result = results[at];
      if (result === undefined) continue;
      const { own = {}, sites = [] } = known[at] ?? {};
      const alerts = withOwnTables(ownTables, () => alertsOf(name, own, sites, asOf));
      const read = { row: rowNumber, name, isOnlyNamed: !records.has(key), sites: sites.length, facts: facts[at] ?? {} };
      suppliers.push({ key, ...read, result, place: null, alerts });
    }
    onProgress?.(start + part.length, plan.suppliers.length);
  }
  return withPlaces(suppliers, asOf).sort((a, b) => a.row - b.row || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Draws the scored suppliers together, each by its key, so that the order of the rows moves no place. */
function withPlaces(suppliers: readonly (AssessedSupplier & { key: string })[], asOf: string): AssessedSupplier[] {
  const drawables = suppliers.flatMap(({ key, result }) => (result.status === 'scored' ? [{ ...result.drawable, id: key }] : []));
  const places = placeList(drawables, numbersAt(asOf));
  const placeOf = new Map(drawables.map(({ id }, at) => [id, places[at] ?? null]));
  return suppliers.map(({ key, ...supplier }) => ({ ...supplier, place: placeOf.get(key) ?? null }));
}

/** The alerts of a supplier by what the list says of it and its sites. */
function alertsOf(name: string, own: Projection, sites: readonly { name: string; facts: Projection }[], asOf: string): DetectedAlert[] {
  const value = <Field extends keyof Projection>(facts: Projection, field: Field) => facts[field]?.value ?? null;
  const { query } = queryOf(
    {
      name,
      country: value(own, 'country'),
      sector: value(own, 'sector'),
      products: value(own, 'products') ?? [],
      parentCompany: value(own, 'parentCompany'),
      sites: sites.map(({ name: key, facts }) => ({
        ...{ key, name: key, country: value(facts, 'country'), address: value(facts, 'address'), city: value(facts, 'city') },
        ...{ region: value(facts, 'region'), postalCode: value(facts, 'postalCode') },
        ...{ latitude: value(facts, 'latitude'), longitude: value(facts, 'longitude') },
      })),
    },
    asOf,
  );
  return detectAlerts(query);
}

/** The value of a fact, null where it is not known. */
export const knownValue = <T>(given: Given<T> | undefined): T | null => (given === undefined || given.withdrawn ? null : given.value);
