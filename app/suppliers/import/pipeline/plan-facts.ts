import { addedUpKeys, importColumns } from '~/suppliers/fields/definition/import-columns';
import { idKey } from '~/suppliers/parties/external-ids';
import { siteIdentity } from '~/suppliers/parties/place-identity';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { chosenOf, type Contradiction, type ContradictionAnswer, contradictionFinder, namedTwice } from './contradictions';
import type { KnownSite, Workforce } from './match';
import { placedRecord } from './factory-place';
import type { TableShape } from './fields';
import type { PlanRow } from './plan';
import type { ImportRecord } from './record';
import { tierValues } from './tier-links';
import { spendBySupplier } from './spend-of-rows';
import { addUp, workforceOf } from './workforce';

export type FactValue = string | number | string[] | Record<string, string>;
export type PlannedValues = Record<string, FactValue>;
/**
 * What one row says about one party: field → value, unknown fields left out. `order` counts the rows that speak of the same party:
 * where they differ, the higher one is the current word. Fields and forms are those of `suppliers/facts/fact-fields`.
 */
export type PlannedFact = { subjectKey: string; rowNumber: number; order: number; validFrom: string | null; values: PlannedValues };
/** `producerKey`: the factory of another company that the row names, or null. `ownerKey`: whose site it is, where not its supplier's. `tierKeys`: of further tiers. */
type Row = PlanRow & { supplierKey: string; ownerKey?: string; siteKey: string; producerKey?: string | null; tierKeys?: readonly string[] };

/**
 * One fact record per row and party; a row that adds nothing gives none. Of rows of one day that contradict each other the answered value counts, else
 * the last, and only it is kept: read again, the file says nothing new. Products of several rows are one list.
 * @param context `otherSites`: per supplier key, its known sites of which the file does not speak; `answers`: about contradictions
 */
export function planFacts(
  rows: readonly Row[],
  context: { otherSites?: ReadonlyMap<string, readonly KnownSite[]>; shape?: TableShape; answers?: readonly ContradictionAnswer[] } = {},
): { facts: PlannedFact[]; contradictions: Contradiction[] } {
  const { otherSites = new Map(), shape = 'list', answers = [] } = context;
  const said = new Map<string, Map<string | null, DayValues>>();
  const add = (subjectKey: string, rowNumber: number, validFrom: string | null, values: PlannedValues) => {
    const days = said.get(subjectKey) ?? new Map<string | null, DayValues>();
    said.set(subjectKey, days);
    const day = days.get(validFrom) ?? new Map<string, { value: FactValue; rowNumber: number }>();
    days.set(validFrom, day);
    for (const [field, value] of Object.entries(values)) {
      const held = day.get(field);
      const next = held === undefined ? value : together(field, held.value, value);
      if (held === undefined || canonical(held.value) !== canonical(next)) day.set(field, { value: next, rowNumber });
    }
  };
  const contradictions = findContradictions(rows, shape, answers);
  const workforce = workforceBySupplier(rows, otherSites, contradictions);
  const spends = spendBySupplier(rows);
  for (const { rowNumber, record, placed, supplierKey, siteKey, producerKey = null, tierKeys = [] } of rows) {
    if (producerKey !== null) add(producerKey, rowNumber, record.asOf, { ...producerValues(record), ...workforce.get(producerKey) });
    for (const [at, key] of tierKeys.entries()) add(key, rowNumber, record.asOf, { ...tierValues(record, at), ...workforce.get(key) });
    if (siteKey !== '') add(siteKey, rowNumber, record.asOf, siteValues(placedRecord({ record, placed })));
    add(supplierKey, rowNumber, record.asOf, {
      ...supplierValues(record, shape),
      ...workforce.get(supplierKey),
      ...(record.annualSpend === null ? {} : spends.get(`${supplierKey} ${record.asOf}`)),
    });
  }
  for (const [subjectKey, found] of contradictions)
    for (const contradiction of found) {
      const [day, chosen] = [said.get(subjectKey)?.get(contradiction.day), chosenOf(contradiction)];
      if (!contradiction.isAnswered || !day || !chosen) continue;
      if (contradiction.field === 'sector') day.delete('sectorGuess');
      for (const [field, value] of Object.entries(chosen.values)) day.set(field, { value, rowNumber: chosen.rows[0] ?? 0 });
    }
  return {
    facts: [...said].flatMap(([subjectKey, days]) => factsOfSubject(subjectKey, days)),
    contradictions: [...contradictions.values()].flat(),
  };
}

/** What rows state of one party otherwise than others, by the party's key. */
function findContradictions(
  rows: readonly Row[],
  shape: TableShape,
  answers: readonly ContradictionAnswer[],
): ReadonlyMap<string, Contradiction[]> {
  const finder = contradictionFinder(answers);
  const severalRowsOf = namedTwice(rows);
  for (const row of rows) {
    const { rowNumber, record, supplierKey, siteKey } = row;
    const { supplierName, country, asOf: day } = record;
    if (severalRowsOf.has(siteKey)) {
      const here = placedRecord(row);
      const site = here.siteName ?? here.supplierName;
      const identity = siteIdentity({ supplier: here.supplierName, country: here.country, site, address: here.address });
      finder.add({ key: siteKey, party: 'site', name: site }, identity, { rowNumber, day, values: siteValues(here) });
    }
    if (severalRowsOf.has(supplierKey))
      finder.add({ key: supplierKey, party: 'supplier', name: supplierName }, nameIdentity(supplierName, country), {
        ...{ rowNumber, day, values: supplierValues(record, shape) },
      });
  }
  return finder.found();
}

/** What the rows of one day say of a party: each field with the row whose word it is. */
type DayValues = Map<string, { value: FactValue; rowNumber: number }>;

/** Lists of several rows add up; of anything else the later row counts. */
function together(field: string, before: FactValue, value: FactValue): FactValue {
  if ((field === 'products' || field === 'deliveryCountries') && Array.isArray(before) && Array.isArray(value))
    return [...new Set([...before, ...value])].slice(0, field === 'products' ? 100 : 250);
  if (field === 'listedGoods' && isRecord(before) && isRecord(value)) return { ...before, ...value };
  if (field === 'externalIds' && isRecord(before) && isRecord(value)) return withIds(before, value);
  return value;
}

function factsOfSubject(subjectKey: string, days: ReadonlyMap<string | null, DayValues>): PlannedFact[] {
  const rows = new Map<string, { rowNumber: number; validFrom: string | null; values: PlannedValues }>();
  for (const [validFrom, day] of days)
    for (const [field, { value, rowNumber }] of day) {
      const key = `${rowNumber} ${validFrom}`;
      const held = rows.get(key) ?? { rowNumber, validFrom, values: {} };
      held.values[field] = value;
      rows.set(key, held);
    }
  const facts: PlannedFact[] = [];
  let known: PlannedValues = {};
  for (const { rowNumber, validFrom, values } of [...rows.values()].sort((a, b) => a.rowNumber - b.rowNumber)) {
    const added = newValues(known, values);
    if (Object.keys(added).length === 0) continue;
    known = { ...known, ...added };
    facts.push({ subjectKey, rowNumber, order: facts.length, validFrom, values: added });
  }
  return facts;
}

/**
 * The values that differ from what is known before. Products, listed goods, countries of delivery and identifiers are added to the known ones, never taken away
 * by a list that names others: a risk would disappear by silence. A sector that is guessed from words never replaces one that was stated.
 */
export function newValues(before: Readonly<Record<string, unknown>>, values: PlannedValues): PlannedValues {
  const added: PlannedValues = {};
  const isLessSure = isGuess(values) && before.sector !== undefined && before.sector !== null && !isGuess(before);
  for (const [field, value] of Object.entries(values)) {
    if (isLessSure && (field === 'sector' || field === 'sectorGuess')) continue;
    const next = before[field] === undefined ? value : together(field, before[field] as FactValue, value);
    if (before[field] === undefined || canonical(before[field]) !== canonical(next)) added[field] = next;
  }
  return added;
}

const isGuess = ({ sector, sectorGuess }: Readonly<Record<string, unknown>>) => isRecord(sectorGuess) && sectorGuess.sector === sector;

/** The known identifiers with the new ones; another way of writing the same number is no news. */
function withIds(before: unknown, ids: Record<string, string>): Record<string, string> {
  const held = isRecord(before) ? before : {};
  const news = Object.entries(ids).filter(([key, id]) => held[key] === undefined || idKey(key, held[key]) !== idKey(key, id));
  return { ...held, ...Object.fromEntries(news) };
}

function isRecord(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function canonical(value: unknown): string {
  return isRecord(value) ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : (JSON.stringify(value) ?? '');
}

/** The fields of a record that become facts of such a party as they are. */
function recorded(record: ImportRecord, kind: 'supplier' | 'site'): Record<string, FactValue | null> {
  const { producer: _, contact: __, order: ___, upstream: ____, ...rest } = record;
  const cells: Readonly<Record<string, FactValue | null>> = rest;
  return Object.fromEntries(factColumns[kind].map(({ column, key }) => [key, cells[column] ?? null]));
}
const factsOf = (kind: 'supplier' | 'site') => importColumns.filter(({ rule }) => rule.to?.includes(kind));
const factColumns = { supplier: factsOf('supplier'), site: factsOf('site') };

function siteValues(record: ImportRecord): PlannedValues {
  return known({
    name: record.siteName ?? record.supplierName,
    ...recorded(record, 'site'),
    externalIds: identifiers({ osId: record.osId, supplierNumber: record.externalId }),
  });
}

/** What a row says of the factory that makes its goods: what it makes, and where. */
function producerValues({ producer, products }: ImportRecord): PlannedValues {
  return known({
    name: producer?.name ?? null,
    country: producer?.country ?? null,
    products: products.length > 0 ? [...products] : null,
  });
}

/** Products of a table of links belong to the link. */
function supplierValues(record: ImportRecord, shape: TableShape): PlannedValues {
  return known({
    name: record.supplierName,
    ...recorded(record, 'supplier'),
    sectorGuess: record.sectorGuess?.sector === record.sector ? record.sectorGuess : null,
    deliveryCountries: record.destination.length === 0 ? null : record.destination,
    products: shape !== 'edges' && record.products.length > 0 ? record.products : null,
    listedGoods: shape !== 'edges' && Object.keys(record.listedGoods).length > 0 ? record.listedGoods : null,
    parentCompany: record.parentCompany ?? record.group,
    externalIds: identifiers({ lei: record.lei, duns: record.duns, registration: record.registration, taxNumber: record.taxNumber }),
    subcontracting: record.subcontractors.length > 0 ? 'declared' : null,
  });
}

function identifiers(ids: Record<string, string | null>): Record<string, string> | null {
  const given = Object.entries(ids).flatMap(([key, id]) => (id === null ? [] : [[key, id] as const]));
  return given.length > 0 ? Object.fromEntries(given) : null;
}

function known(values: Record<string, FactValue | null>): PlannedValues {
  const told: PlannedValues = {};
  for (const [field, value] of Object.entries(values)) if (value !== null) told[field] = value;
  return told;
}

/** A supplier's workforce is that of all its sites, and known only where every site's is: people added up, shares weighted by people. */
function workforceBySupplier(
  rows: readonly Row[],
  otherSites: ReadonlyMap<string, readonly KnownSite[]>,
  contradictions: ReadonlyMap<string, readonly Contradiction[]>,
): Map<string, PlannedValues> {
  const sites = new Map<string, Map<string, Workforce>>();
  for (const row of rows) {
    const { supplierKey, ownerKey = supplierKey, siteKey } = row;
    const record = placedRecord(row);
    if (siteKey === '') continue;
    const held = sites.get(ownerKey) ?? new Map<string, Workforce>();
    const before = held.get(siteKey);
    held.set(
      siteKey,
      workforceOf((key) => record[key] ?? before?.[key] ?? null),
    );
    sites.set(ownerKey, held);
  }
  for (const held of sites.values())
    for (const [siteKey, workforce] of held) held.set(siteKey, { ...workforce, ...answeredPeople(contradictions.get(siteKey) ?? []) });
  return new Map([...sites].map(([key, held]) => [key, known(addUp([...held.values(), ...(otherSites.get(key) ?? [])]))]));
}

/** The people of a site by the answers about contradicting rows; of several days the last. */
function answeredPeople(contradictions: readonly Contradiction[]): Partial<Workforce> {
  // What states no day comes first: any day is later.
  const answered = contradictions
    .filter(({ isAnswered }) => isAnswered)
    .sort((a, b) => (a.day === b.day ? 0 : a.day === null ? -1 : b.day === null || a.day > b.day ? 1 : -1));
  return Object.fromEntries(
    answered.flatMap((contradiction) =>
      Object.entries(chosenOf(contradiction)?.values ?? {}).filter(([field]) => addedUpKeys.some((key) => key === field)),
    ),
  );
}
