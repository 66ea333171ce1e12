import { ratioOfPoints, type ReferenceTableId, referenceTableIds, sectorRow, vintagesOf, worldScore } from '#scoring';
import { verdictSentence } from '~/documents/charts/odds-labels';
import { csvLine } from '~/platform/lists/csv';
import type { OwnTable } from '../tables/read-own-table';
import { type AssessedList, type AssessedSupplier, knownValue } from './assess-list';

/** What the results say of the program and the list beside the scores. */
export type Heading = { list: string; program: string; engineVersion: string; ownTables: readonly OwnTable[] };

const head = [
  'row',
  'name',
  'countries',
  'sector',
  'sector_title',
  'workers',
  'sites',
  'only_named',
  'status',
  'band',
  'score',
  'score_low',
  'score_high',
  'band_low',
  'band_high',
  'odds_ratio',
  'probability',
  'probability_low',
  'probability_high',
  'in_words',
  'basis',
  'people',
  'people_low',
  'people_high',
  'place_best',
  'place_worst',
  'in_riskiest_tenth',
  'child_score',
  'child_band',
  'state_imposed',
  'not_scored_because',
  'missing',
  'alerts',
  'alerts_to_confirm',
  'as_of',
  'method_version',
];

/** The scores as CSV in UTF-8 with a byte order mark, a line a supplier in the order of the list; where own tables counted, a last column names them. Cells are safe to open in a spreadsheet. */
export function scoresAsCsv({ suppliers, asOf }: AssessedList, { engineVersion, ownTables }: Heading): string {
  const own = ownTables.map(({ kind, sha256, edition }) => `${kind}: ${edition.title} (SHA-256 ${sha256})`).join('; ');
  const last = own === '' ? [] : [own];
  const lines = suppliers.map((supplier) => csvLine([...cellsOf(supplier, asOf), asOf, engineVersion, ...last]));
  return `\ufeff${csvLine(own === '' ? head : [...head, 'own_tables'])}${lines.join('')}`;
}

function cellsOf(
  { row, name, facts, sites, isOnlyNamed, result, place, alerts }: AssessedSupplier,
  asOf: string,
): (string | number | null)[] {
  const sector = knownValue(facts.sector);
  const scored = result.status === 'scored' ? result : null;
  return [
    row,
    name,
    (knownValue(facts.countries) ?? []).join(' '),
    sector,
    sector === null ? null : (sectorRow(sector, asOf)?.title ?? null),
    knownValue(facts.workers),
    sites,
    isOnlyNamed ? 'yes' : 'no',
    result.status,
    scored?.band ?? null,
    scored?.score ?? null,
    scored?.low ?? null,
    scored?.high ?? null,
    scored?.bandLow ?? null,
    scored?.bandHigh ?? null,
    ...meaningOf(result),
    place?.best ?? null,
    place?.worst ?? null,
    place === null ? null : digits(place.inRiskiestTenth, 3),
    scored?.child.score ?? null,
    scored?.child.band ?? null,
    scored === null ? null : scored.stateImposed.map(({ reason }) => reason).join(' '),
    result.status === 'not-scored' ? result.reasons.map(({ code }) => code).join(' ') : null,
    result.missing.join(' '),
    [...new Set(alerts.map(({ kind }) => kind))].join(' '),
    alerts.filter(({ isToBeConfirmed }) => isToBeConfirmed).length,
  ];
}

/** What the score means: odds against the average worker of the world, probability of a worker, what it rests on, and the order of magnitude of workers. */
function meaningOf(result: AssessedSupplier['result']): (string | number | null)[] {
  if (result.status === 'not-scored') return new Array(9).fill(null);
  const { score, probability, basis, people } = result;
  return [
    digits(ratioOfPoints(score - worldScore), 4),
    ...[probability.point, probability.low, probability.high].map((value) => digits(value, 6)),
    verdictSentence({ exact: score, probability: probability.point }),
    basis.grade,
    ...(people ? [people.magnitude, people.low, people.high] : [null, null, null]),
  ];
}

const digits = (value: number, count: number): number => Number(value.toFixed(count));

/**
 * The scores as JSON, in pieces, a supplier a line: `input` and `result` are what the method took and gave, so that anybody can
 * compute it again; `place` is its range among the scored suppliers of this list; `alerts` are the entries of public lists that it meets, each with the row and what was compared; `lists` says until when
 * each list of enforcement is complete and how many changes of its publisher are probably missing.
 * The order of keys is fixed.
 */
export function* scoresAsJson(list: AssessedList, { list: name, program, engineVersion, ownTables }: Heading): Generator<string> {
  const { suppliers, problems, guesses, lists, asOf, sha256, format, sheet, encoding, headerRow, rows, refused, warned, columns } = list;
  const source = { name, sha256, format, sheet, encoding, headerRow, rows, refused, warned, columns };
  const scored = suppliers.filter(({ result }) => result.status === 'scored').length;
  const withAlerts = suppliers.filter(({ alerts }) => alerts.length > 0).length;
  const counts = { suppliers: suppliers.length, scored, notScored: suppliers.length - scored, withAlerts };
  const start = {
    format: 'manumit-scores/2',
    program,
    engineVersion,
    asOf,
    list: source,
    counts,
    tables: tablesOf(suppliers),
    lists,
    ...ownPart(ownTables),
  };
  yield `${JSON.stringify(start, null, 2).slice(0, -2)},\n  "suppliers": [`;
  const named = list.ownTables.length > 0 ? { ownTables: list.ownTables } : {};
  for (const [at, { facts, ...supplier }] of suppliers.entries())
    yield `${at === 0 ? '' : ','}\n    ${JSON.stringify({ ...supplier, input: { asOf, facts, ...named } })}`;
  yield `\n  ],\n  "problems": [`;
  for (const [at, problem] of problems.entries()) yield `${at === 0 ? '' : ','}\n    ${JSON.stringify(problem)}`;
  yield `\n  ],\n  "guesses": [`;
  for (const [at, guess] of guesses.entries()) yield `${at === 0 ? '' : ','}\n    ${JSON.stringify(guess)}`;
  yield '\n  ]\n}\n';
}

/** The editions of tables that counted beside the released ones, whole: `hash` is what inputs name, `sha256` that of the file. Nothing where there are none. */
function ownPart(ownTables: readonly OwnTable[]) {
  if (ownTables.length === 0) return {};
  const own = ownTables.map(({ kind, name, sha256, edition: { hash, ...edition }, read, refused, remarks }) => {
    return { table: kind, file: name, sha256, hash, rows: { read, refused }, remarks, edition };
  });
  return { ownTables: own };
}

type TableTerms = { table: ReferenceTableId; vintage: string; producer: string; licence: string; citation: string };

/** Every table that some score or alert was read from, with its terms. */
function tablesOf(suppliers: readonly AssessedSupplier[]): TableTerms[] {
  const read: Record<string, string> = {};
  for (const { result, alerts } of suppliers) {
    Object.assign(read, result.vintages);
    for (const { source } of alerts) if (source.own === undefined) read[source.table] = source.vintage;
  }
  return referenceTableIds.flatMap((table) => {
    const found = vintagesOf(table).find(({ vintage }) => vintage === read[table]);
    if (!found) return [];
    const { producer, licence, citation } = found.origin;
    return [{ table, vintage: found.vintage, producer, licence: licence.name, citation }];
  });
}
