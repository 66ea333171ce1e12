import type { Plan, PlanRow } from './pipeline/plan';
import { countEdges } from './pipeline/plan-links';
import type { BatchCounts, BatchMapping } from './schema';

type PlanCounts = Pick<
  BatchCounts,
  | 'suppliersNew'
  | 'suppliersKnown'
  | 'sitesNew'
  | 'sitesKnown'
  | 'providersNew'
  | 'subcontractors'
  | 'links'
  | 'withoutSector'
  | 'withoutCountry'
>;

/** What accepting these rows, planned so, would create and find again. */
export function countPlan(plan: Plan, good: readonly PlanRow[], mapping: BatchMapping): PlanCounts {
  const isNew = ({ partyId }: { partyId: string | null }) => partyId === null;
  const fresh = plan.suppliers.filter(isNew).length;
  const freshSites = plan.sites.filter(isNew).length;
  // In a table of links, sector and country are told elsewhere.
  const without = (field: 'sector' | 'country') =>
    mapping.shape === 'edges' ? 0 : good.filter(({ record }) => record[field] === null).length;
  return {
    suppliersNew: fresh,
    suppliersKnown: plan.suppliers.length - fresh,
    sitesNew: freshSites,
    sitesKnown: plan.sites.length - freshSites,
    providersNew: plan.providers.filter(isNew).length,
    subcontractors: new Set(plan.links.flatMap(({ kind, fromKey }) => (kind === 'subcontracts' ? [fromKey] : []))).size,
    links: countEdges(plan.links),
    withoutSector: without('sector'),
    withoutCountry: without('country'),
  };
}
