import type { Contradiction } from './pipeline/contradictions';
import type { Plan, PlanRow } from './pipeline/plan';
import { orderAdder } from '~/suppliers/supply-links/order-sums';
import { type OrderLine, type PlannedOrders, sumLines } from './pipeline/plan-orders';
import { placedRecord } from './pipeline/factory-place';
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
  | 'owners'
  | 'orders'
  | 'withoutSector'
  | 'withoutCountry'
  | 'contradictions'
  | 'contradictionsOpen'
  | 'contradictionsAnswered'
>;

const orderFields: ReadonlySet<string> = new Set(['orderNumber', 'orderDate', 'volume', 'volumeUnit', 'orderValue', 'currency']);
/** So many contradictions of each state are listed. */
const mostContradictions = 100;
const saysNoParty = (field: string | undefined) => field === 'ignore' || (field !== undefined && orderFields.has(field));

/** Counts up, piece by piece, what accepting rows planned so would create and find again. Memory grows with what is found again. */
export function planCounter(mapping: BatchMapping, headers: readonly string[]) {
  const known = new Set<string>();
  const knownSites = new Set<string>();
  const subcontractors = new Set<string>();
  const producers = new Set<string>();
  const destinations = new Set<string>();
  const owners = new Set<string>();
  const orders = orderAdder();
  const contradictions = { open: [] as Contradiction[], answered: [] as Contradiction[] };
  let hasOrders = false;
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
    contradictionsOpen: 0,
    contradictionsAnswered: 0,
  };
  // A table of links states sector and country elsewhere.
  const without = (rows: readonly PlanRow[], field: 'sector' | 'country') =>
    mapping.shape === 'edges' ? 0 : rows.filter((row) => placedRecord(row)[field] === null).length;
  const isNew = ({ partyId }: { partyId: string | null }) => partyId === null;
  return {
    /** Known suppliers that the pieces found so far. */
    known,
    add(
      plan: Plan,
      rows: readonly PlanRow[],
      writes: Writes,
      linesOf: (planned: PlannedOrders) => readonly OrderLine[] = ({ lines }) => lines,
    ): void {
      for (const { partyId } of plan.suppliers) if (partyId !== null) known.add(partyId);
      for (const { partyId } of plan.sites) if (partyId !== null) knownSites.add(partyId);
      sum.suppliersNew += plan.suppliers.filter(isNew).length;
      sum.sitesNew += plan.sites.filter(isNew).length;
      sum.providersNew += plan.providers.filter(isNew).length;
      for (const { kind, fromKey } of plan.links) if (kind === 'subcontracts') subcontractors.add(fromKey);
      for (const { kind, fromKey } of plan.links) if (kind === 'owns') owners.add(fromKey);
      for (const planned of plan.orders) {
        if (!planned.isWhole) continue;
        hasOrders = true;
        orders.add(sumLines(linesOf(planned)));
      }
      imported += rows.length;
      for (const { record } of rows) {
        listed.add(nameIdentity(record.supplierName, record.country));
        if (record.producer) producers.add(nameIdentity(record.producer.name, record.producer.country));
        for (const country of record.destination) destinations.add(country);
      }
      for (const contradiction of plan.contradictions) {
        sum[contradiction.isAnswered ? 'contradictionsAnswered' : 'contradictionsOpen'] += 1;
        const listed = contradictions[contradiction.isAnswered ? 'answered' : 'open'];
        if (listed.length < mostContradictions) listed.push(contradiction);
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
      contradictions: [...contradictions.open, ...contradictions.answered],
      subcontractors: subcontractors.size,
      producers: producers.size,
      destinations: destinations.size,
      owners: owners.size,
      orders: hasOrders ? orders.result() : null,
      doubts: doubtsOf({
        rows: imported,
        suppliers: listed.size,
        withoutCountry: sum.withoutCountry,
        isLinks: mapping.shape === 'edges',
        ignored: headers.filter((_, at) => saysNoParty(mapping.columns[at])),
      }),
      suppliersKnown: known.size,
      sitesKnown: knownSites.size,
    }),
  };
}
