import type { ImportRecord } from './record';

export type FactValue = string | number | string[];
/**
 * What one row says about one party: field → value, unknown fields left out. `order` counts the rows that speak of the same party:
 * where they differ, the higher one is the current word.
 */
export type PlannedFact = {
  subjectKey: string;
  rowNumber: number;
  order: number;
  validFrom: string | null;
  values: Record<string, FactValue>;
};
type Row = { rowNumber: number; record: ImportRecord; supplierKey: string; siteKey: string };

const workforceFields = ['workers', 'femaleShare', 'migrantShare', 'agencyShare'] as const;

/** One fact record per row and party; a row that adds nothing to the rows before it gives none. */
export function planFacts(rows: readonly Row[]): PlannedFact[] {
  const facts: PlannedFact[] = [];
  const said = new Map<string, { order: number; values: Record<string, FactValue> }>();
  const add = (subjectKey: string, rowNumber: number, validFrom: string | null, values: Record<string, FactValue>) => {
    const before = said.get(subjectKey) ?? { order: -1, values: {} };
    const added = Object.fromEntries(
      Object.entries(values).filter(([field, value]) => JSON.stringify(before.values[field]) !== JSON.stringify(value)),
    );
    if (Object.keys(added).length === 0) return;
    const order = before.order + 1;
    said.set(subjectKey, { order, values: { ...before.values, ...added } });
    facts.push({ subjectKey, rowNumber, order, validFrom, values: added });
  };
  const workforce = workforceBySupplier(rows);
  for (const { rowNumber, record, supplierKey, siteKey } of rows) {
    add(siteKey, rowNumber, record.asOf, siteValues(record));
    add(supplierKey, rowNumber, record.asOf, { ...supplierValues(record), ...workforce.get(supplierKey) });
  }
  return facts;
}

function siteValues(record: ImportRecord): Record<string, FactValue> {
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
    osId: record.osId,
    externalId: record.externalId,
  });
}

function supplierValues(record: ImportRecord): Record<string, FactValue> {
  return known({
    name: record.supplierName,
    country: record.country,
    sector: record.sector,
    products: record.products.length > 0 ? record.products : null,
    declaredTier: record.tier,
    parentCompany: record.parentCompany,
    supplierType: record.supplierType,
    lei: record.lei,
    subcontracting: record.subcontractors.length > 0 ? 'declared' : null,
  });
}

function known(values: Record<string, FactValue | null>): Record<string, FactValue> {
  return Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [[field, value] as const])));
}

/** A supplier's workforce is that of its sites in the file: people are added, shares weighted by people where all are known. */
function workforceBySupplier(rows: readonly Row[]): Map<string, Record<string, FactValue>> {
  const sites = new Map<string, Map<string, ImportRecord>>();
  for (const { record, supplierKey, siteKey } of rows) {
    const held = sites.get(supplierKey) ?? new Map<string, ImportRecord>();
    const before = held.get(siteKey);
    const filled = before ? Object.fromEntries(workforceFields.map((field) => [field, record[field] ?? before[field]])) : {};
    held.set(siteKey, { ...record, ...filled });
    sites.set(supplierKey, held);
  }
  return new Map([...sites].map(([key, held]) => [key, addUp([...held.values()])]));
}

function addUp(sites: readonly ImportRecord[]): Record<string, FactValue> {
  const counts = sites.flatMap(({ workers }) => workers ?? []);
  const isWeighted = counts.length === sites.length && counts.some((count) => count > 0);
  const mean = (field: 'femaleShare' | 'migrantShare' | 'agencyShare'): number | null => {
    const told = sites.flatMap((site) =>
      site[field] === null ? [] : [{ share: site[field], weight: isWeighted ? (site.workers ?? 0) : 1 }],
    );
    const weight = told.reduce((sum, site) => sum + site.weight, 0);
    return weight === 0 ? null : Math.round((told.reduce((sum, site) => sum + site.share * site.weight, 0) / weight) * 1e6) / 1e6;
  };
  return known({
    workers: counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : null,
    femaleShare: mean('femaleShare'),
    migrantShare: mean('migrantShare'),
    agencyShare: mean('agencyShare'),
  });
}
