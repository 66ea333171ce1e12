import { idKey } from '~/suppliers/parties/external-ids';
import type { KnownSite, Workforce } from '~/suppliers/import/pipeline/match';
import type { TableShape } from './fields';
import type { ImportRecord } from './record';

export type FactValue = string | number | string[] | Record<string, string>;
export type PlannedValues = Record<string, FactValue>;
/**
 * What one row says about one party: field → value, unknown fields left out. `order` counts the rows that speak of the same party:
 * where they differ, the higher one is the current word. Fields and forms are those of `suppliers/registry/fact-fields`.
 */
export type PlannedFact = { subjectKey: string; rowNumber: number; order: number; validFrom: string | null; values: PlannedValues };
type Row = { rowNumber: number; record: ImportRecord; supplierKey: string; siteKey: string };

const shareFields = ['femaleShare', 'migrantShare', 'agencyShare'] as const;

/**
 * One fact record per row and party; a row that adds nothing to the rows before it gives none.
 * @param otherSites per supplier key, its known sites of which the file does not speak
 */
export function planFacts(
  rows: readonly Row[],
  otherSites: ReadonlyMap<string, readonly KnownSite[]> = new Map(),
  shape: TableShape = 'list',
): PlannedFact[] {
  const facts: PlannedFact[] = [];
  const said = new Map<string, { order: number; values: PlannedValues }>();
  const add = (subjectKey: string, rowNumber: number, validFrom: string | null, values: PlannedValues) => {
    const before = said.get(subjectKey) ?? { order: -1, values: {} };
    const added = newValues(before.values, values);
    if (Object.keys(added).length === 0) return;
    const order = before.order + 1;
    said.set(subjectKey, { order, values: { ...before.values, ...added } });
    facts.push({ subjectKey, rowNumber, order, validFrom, values: added });
  };
  const workforce = workforceBySupplier(rows, otherSites);
  for (const { rowNumber, record, supplierKey, siteKey } of rows) {
    if (siteKey !== '') add(siteKey, rowNumber, record.asOf, siteValues(record));
    add(supplierKey, rowNumber, record.asOf, { ...supplierValues(record, shape), ...workforce.get(supplierKey) });
  }
  return facts;
}

/** The values that differ from what is known before. Identifiers are added to the known ones, never taken away by silence. */
export function newValues(before: Readonly<Record<string, unknown>>, values: PlannedValues): PlannedValues {
  const added: PlannedValues = {};
  for (const [field, value] of Object.entries(values)) {
    const next = field === 'externalIds' && isRecord(value) ? withIds(before[field], value) : value;
    if (before[field] === undefined || canonical(before[field]) !== canonical(next)) added[field] = next;
  }
  return added;
}

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

function siteValues(record: ImportRecord): PlannedValues {
  return known({
    name: record.siteName ?? record.supplierName,
    country: record.country,
    address: record.address,
    city: record.city,
    region: record.region,
    postalCode: record.postalCode,
    latitude: record.lat,
    longitude: record.lng,
    workers: record.workers,
    femaleShare: record.femaleShare,
    migrantShare: record.migrantShare,
    agencyShare: record.agencyShare,
    externalIds: identifiers({ osId: record.osId, supplierNumber: record.externalId }),
  });
}

/** Products of a table of links belong to the link. */
function supplierValues(record: ImportRecord, shape: TableShape): PlannedValues {
  return known({
    name: record.supplierName,
    country: record.country,
    sector: record.sector,
    sectorGuess: record.sectorGuess?.sector === record.sector ? record.sectorGuess : null,
    products: shape !== 'edges' && record.products.length > 0 ? record.products : null,
    listedGoods: shape !== 'edges' && Object.keys(record.listedGoods).length > 0 ? record.listedGoods : null,
    declaredTier: record.tier,
    parentCompany: record.parentCompany ?? record.group,
    supplierType: record.supplierType,
    externalIds: identifiers({ lei: record.lei, duns: record.duns, registration: record.registration }),
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
function workforceBySupplier(rows: readonly Row[], otherSites: ReadonlyMap<string, readonly KnownSite[]>): Map<string, PlannedValues> {
  const sites = new Map<string, Map<string, Workforce>>();
  for (const { record, supplierKey, siteKey } of rows) {
    if (siteKey === '') continue;
    const held = sites.get(supplierKey) ?? new Map<string, Workforce>();
    const before = held.get(siteKey);
    held.set(siteKey, {
      workers: record.workers ?? before?.workers ?? null,
      femaleShare: record.femaleShare ?? before?.femaleShare ?? null,
      migrantShare: record.migrantShare ?? before?.migrantShare ?? null,
      agencyShare: record.agencyShare ?? before?.agencyShare ?? null,
    });
    sites.set(supplierKey, held);
  }
  return new Map([...sites].map(([key, held]) => [key, addUp([...held.values(), ...(otherSites.get(key) ?? [])])]));
}

function addUp(sites: readonly Workforce[]): PlannedValues {
  const counts = sites.flatMap(({ workers }) => workers ?? []);
  const total = counts.length === sites.length ? counts.reduce((sum, count) => sum + count, 0) : null;
  const shares = Object.fromEntries(
    shareFields.map((field) => {
      if (sites.length === 1) return [field, sites[0]?.[field] ?? null];
      const told = sites.flatMap((site) => (site[field] === null ? [] : [site[field] * (site.workers ?? 0)]));
      const isTold = total !== null && total > 0 && told.length === sites.length;
      return [field, isTold ? Math.round((told.reduce((sum, people) => sum + people, 0) / total) * 1e6) / 1e6 : null];
    }),
  );
  return known({ workers: total, ...shares });
}
