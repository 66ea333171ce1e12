import type { Plan, PlanRow } from './pipeline/plan';
import { countEdges } from './pipeline/plan-links';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { doubtsOf } from './pipeline/grain/doubts';
import type { Writes } from './prepare-writes.server';
import type { BatchCounts, BatchMapping } from './schema';

type PlanCounts = Pick<
  BatchCounts,
  | 'suppliersNew'
  | 'suppliersKnown'
  | 'sitesNew'
  | 'sitesKnown'
  | 'providersNew'
  | 'subcontractors'
  | 'producers'
  | 'destinations'
  | 'doubts'
  | 'links'
  | 'linksNew'
  | 'facts'
  | 'changedParties'
  | 'withoutSector'
  | 'withoutCountry'
>;

/** Counts up, piece by piece, what accepting rows planned so would create and find again. Memory grows with what is found again. */
export function planCounter(mapping: BatchMapping, headers: readonly string[]) {
  const known = new Set<string>();
  const knownSites = new Set<string>();
  const subcontractors = new Set<string>();
  const producers = new Set<string>();
  const destinations = new Set<string>();
  const listed = new Set<string>();
  let imported = 0;
  const sum = {
    suppliersNew: 0,
    sitesNew: 0,
    providersNew: 0,
    links: 0,
    linksNew: 0,
    facts: 0,
    changedParties: 0,
    withoutSector: 0,
    withoutCountry: 0,
  };
  // A table of links states sector and country elsewhere.
  const without = (rows: readonly PlanRow[], field: 'sector' | 'country') =>
    mapping.shape === 'edges' ? 0 : rows.filter(({ record }) => record[field] === null).length;
  const isNew = ({ partyId }: { partyId: string | null }) => partyId === null;
  return {
    /** Known suppliers that the pieces found so far. */
    known,
    add(plan: Plan, rows: readonly PlanRow[], writes: Writes): void {
      for (const { partyId } of plan.suppliers) if (partyId !== null) known.add(partyId);
      for (const { partyId } of plan.sites) if (partyId !== null) knownSites.add(partyId);
      sum.suppliersNew += plan.suppliers.filter(isNew).length;
      sum.sitesNew += plan.sites.filter(isNew).length;
      sum.providersNew += plan.providers.filter(isNew).length;
      for (const { kind, fromKey } of plan.links) if (kind === 'subcontracts') subcontractors.add(fromKey);
      imported += rows.length;
      for (const { record } of rows) {
        listed.add(nameIdentity(record.supplierName, record.country));
        if (record.producer) producers.add(nameIdentity(record.producer.name, record.producer.country));
        for (const country of record.destination) destinations.add(country);
      }
      sum.links += countEdges(plan.links);
      sum.linksNew += writes.edges;
      sum.facts += writes.facts.length;
      sum.changedParties += writes.changedPartyIds.length;
      sum.withoutSector += without(rows, 'sector');
      sum.withoutCountry += without(rows, 'country');
    },
    result: (): PlanCounts => ({
      ...sum,
      subcontractors: subcontractors.size,
      producers: producers.size,
      destinations: destinations.size,
      doubts: doubtsOf({
        rows: imported,
        suppliers: listed.size,
        withoutCountry: sum.withoutCountry,
        isLinks: mapping.shape === 'edges',
        ignored: headers.filter((_, at) => mapping.columns[at] === 'ignore'),
      }),
      suppliersKnown: known.size,
      sitesKnown: knownSites.size,
    }),
  };
}
