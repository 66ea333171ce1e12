import type { TenantDb } from '~/access/tenant-db.server';
import { type PlanRow, planImport } from './pipeline/plan';
import { readKnownParties } from './read-known-parties.server';
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

/** What accepting these rows would create and find again. */
export async function countPlan(db: TenantDb, good: readonly PlanRow[], mapping: BatchMapping): Promise<PlanCounts> {
  const plan = planImport(good, await readKnownParties(db, good, mapping.shape), mapping);
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
    links: plan.links.length,
    withoutSector: without('sector'),
    withoutCountry: without('country'),
  };
}
