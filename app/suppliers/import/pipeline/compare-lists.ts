import { addedUpKeys } from '~/suppliers/fields/definition/import-columns';
import { idKey } from '~/suppliers/parties/external-ids';
import type { KnownParties } from './match';
import { workforceOf } from './workforce';
import { type Plan, type PlanOptions, type PlanRow, planImport } from './plan';
import type { FactValue, PlannedValues } from './plan-facts';

/** A supplier of a list with the first row that names it. */
export type Entry = { name: string; country: string | null; row: number };
/** A field that differs between the lists; null where one of them has no value. `site`: its site, when the supplier has several. */
export type FieldChange = { field: string; site: string | null; before: FactValue | null; after: FactValue | null };
/** Rows of `gone` are those of the list before, all others those of the list after. */
export type Comparison = { came: Entry[]; gone: Entry[]; changed: (Entry & { fields: FieldChange[] })[]; same: number };

/** Of a supplier these are the sums of its sites, which tell them. */
const addedUp: ReadonlySet<string> = new Set(addedUpKeys);

type List = { rows: readonly PlanRow[]; options: PlanOptions };

/**
 * Changes of a list that replaces another: new suppliers, removed ones, and changed values of the others. Suppliers are matched as an import
 * matches them: by identifiers, name and country.
 */
export function compareLists(before: List, after: List): Comparison {
  const old = planImport(before.rows, undefined, before.options);
  const next = planImport(after.rows, knownFromPlan(old), after.options);
  const entry = ({ name, country, rowNumber }: Plan['suppliers'][number]): Entry => ({ name, country, row: rowNumber });
  const stayed = new Set(next.suppliers.flatMap(({ partyId }) => partyId ?? []));
  const [oldTold, nextTold] = [toldOf(old), toldOf(next)];
  const oldSites = sitesBySupplier(old);
  const nextSites = sitesBySupplier(next);
  const changed = next.suppliers.flatMap((supplier) => {
    if (supplier.partyId === null) return [];
    const own = changesOf(oldTold.get(supplier.partyId), nextTold.get(supplier.key), null).filter(({ field }) => !addedUp.has(field));
    const [sitesBefore = [], sitesAfter = []] = [oldSites.get(supplier.partyId), nextSites.get(supplier.key)];
    const sites = changesOfSites(sitesBefore, sitesAfter, { oldTold, nextTold });
    // A supplier with one site tells most things twice.
    const told = new Set(own.map(({ field }) => field));
    const fields = [...own, ...sites.filter(({ field, site }) => site !== null || !told.has(field))];
    return fields.length > 0 ? [{ ...entry(supplier), fields }] : [];
  });
  return {
    came: next.suppliers.filter(({ partyId }) => partyId === null).map(entry),
    gone: old.suppliers.filter(({ key }) => !stayed.has(key)).map(entry),
    changed,
    same: stayed.size - changed.length,
  };
}

/** The parties of a plan as they would be after its import, with keys as ids. */
export function knownFromPlan(plan: Plan): KnownParties {
  const told = toldOf(plan);
  const ids = (values: PlannedValues | undefined): Record<string, string> => {
    const held = values?.externalIds;
    return typeof held === 'object' && !Array.isArray(held) ? held : {};
  };
  const sitesOf = sitesBySupplier(plan);
  const number = (values: PlannedValues, field: string) => (typeof values[field] === 'number' ? values[field] : null);
  return {
    suppliers: plan.suppliers.map(({ key, name, country }) => {
      const own = ids(told.get(key));
      const all = [own, ...(sitesOf.get(key) ?? []).map((site) => ids(told.get(site.key)))];
      return {
        partyId: key,
        name,
        country,
        publicId: key,
        lei: own.lei ?? null,
        ids: all.flatMap((held) => Object.entries(held).map(([kind, id]) => idKey(kind, id))),
      };
    }),
    sites: plan.sites.map(({ key, supplierKey, name }) => {
      const values = told.get(key) ?? {};
      return {
        partyId: key,
        supplierPartyId: supplierKey,
        name,
        address: typeof values.address === 'string' ? values.address : null,
        identifier: ids(values).osId ?? ids(values).supplierNumber ?? null,
        ...workforceOf((key) => number(values, key)),
      };
    }),
    providers: plan.providers.map(({ key, name }) => ({ partyId: key, name })),
  };
}

type Told = Map<string, PlannedValues>;
type Site = Plan['sites'][number];

/** Party key → what a list tells of it in all. */
function toldOf(plan: Plan): Told {
  const told: Told = new Map();
  for (const { subjectKey, values } of plan.facts) told.set(subjectKey, { ...told.get(subjectKey), ...values });
  return told;
}

function sitesBySupplier(plan: Plan): Map<string, Site[]> {
  const sites = new Map<string, Site[]>();
  for (const site of plan.sites) {
    const held = sites.get(site.supplierKey);
    if (held) held.push(site);
    else sites.set(site.supplierKey, [site]);
  }
  return sites;
}

function changesOfSites(before: readonly Site[], after: readonly Site[], told: { oldTold: Told; nextTold: Told }): FieldChange[] {
  const isSeveral = before.length > 1 || after.length > 1;
  const label = (site: Site, values: PlannedValues | undefined) => [site.name, values?.address].filter(Boolean).join(', ');
  const stayed = new Set(after.flatMap(({ partyId }) => partyId ?? []));
  return [
    ...after.flatMap((site): FieldChange[] => {
      const values = told.nextTold.get(site.key);
      if (site.partyId !== null) return changesOf(told.oldTold.get(site.partyId), values, isSeveral ? label(site, values) : null);
      return [{ field: 'site', site: null, before: null, after: label(site, values) }];
    }),
    ...before.flatMap((site): FieldChange[] =>
      stayed.has(site.key) ? [] : [{ field: 'site', site: null, before: label(site, told.oldTold.get(site.key)), after: null }],
    ),
  ];
}

function changesOf(before: PlannedValues = {}, after: PlannedValues = {}, site: string | null): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => field !== 'name');
  return fields.flatMap((field) => {
    const [was = null, is = null] = [before[field], after[field]];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, site, before: was, after: is }];
  });
}
