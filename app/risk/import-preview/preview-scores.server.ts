import { group } from 'd3-array';
import { type AlertKind, type AssessInput, type Band, detectAlerts, scoreMany, withOwnTables } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { queryOf } from '~/risk/alerts/alert-query';
import { productsForScoring } from '~/suppliers/classification/products-for-scoring';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';
import { type Projection, projectFacts, valuesOfProjection } from '~/suppliers/facts/project-facts';
import type { Plan } from '~/suppliers/import/pipeline/plan';
import type { KnownState } from '~/suppliers/import/read-known-state.server';
import { gatherPartyFacts } from '~/suppliers/registry/gather-party-facts';

/** What a supplier of a file would be once it is imported. `rowNumber`: the first row that names it. */
export type PreviewedSupplier = {
  key: string;
  name: string;
  rowNumber: number;
  country: string | null;
  /** Null: not scored. */
  score: number | null;
  band: Band | null;
  /** Kinds of alerts, the most serious first; whether the first waits for a person to confirm it. */
  alerts: AlertKind[];
  isToBeConfirmed: boolean;
};

/**
 * The score and the alerts that the suppliers of a plan would have, from what the file says of them beside what is known already: the facts that
 * accepting would record, by the same functions that score what is recorded. Reads only. Suppliers that rows only mention are left out.
 */
export async function previewScores(
  db: TenantDb,
  { plan, state, asOf }: { plan: Plan; state: Pick<KnownState, 'values'>; asOf: string },
): Promise<PreviewedSupplier[]> {
  const ownTables = await ownTablesFor(db, asOf);
  const listed = new Set(plan.rows.map(({ supplierKey }) => supplierKey));
  const suppliers = plan.suppliers.filter(({ key }) => listed.has(key));
  const known = suppliers.flatMap(({ partyId }) => partyId ?? []);
  const inputs = new Map((await scoringInputs(db, { partyIds: known, asOf })).map(({ partyId, input }) => [partyId, input]));
  const factsOf = group(plan.facts, ({ subjectKey }) => subjectKey);
  const sitesOf = group(plan.sites, ({ supplierKey }) => supplierKey);
  const project = ({ key, partyId }: { key: string; partyId: string | null }): Projection => {
    const before = partyId === null ? undefined : state.values.get(partyId);
    const said = (factsOf.get(key) ?? []).map(({ values, order }) => ({ values, recordedAt: new Date(order + 1) }));
    return projectFacts(
      [...(before ? [{ values: before, recordedAt: new Date(0) }] : []), ...said].map((fact, at) => ({
        ...{ id: String(at).padStart(6, '0'), sourceId: 'import' },
        ...fact,
      })),
    );
  };
  const drawn = suppliers.map((supplier) => {
    const own = project(supplier);
    const sites = (sitesOf.get(supplier.key) ?? []).map((site) => ({ site, facts: project(site) }));
    const said = gatherPartyFacts(
      own,
      sites.map(({ facts }) => facts),
      { asOf },
    );
    const before = supplier.partyId === null ? undefined : inputs.get(supplier.partyId);
    const input: AssessInput = {
      ...(before ?? (ownTables.length > 0 ? { asOf, ownTables } : { asOf })),
      facts: { ...before?.facts, ...said },
    };
    const values = valuesOfProjection(own);
    const { query } = queryOf(
      {
        name: supplier.name,
        ...{
          country: values.country ?? null,
          sector: values.sector ?? null,
          products: productsForScoring(values.products ?? [], values.listedGoods ?? {}),
        },
        ...{ parentCompany: values.parentCompany ?? null, place: placeOf(own) },
        sites: sites.map(({ site, facts }) => ({
          ...{ key: site.key, name: site.name, country: valuesOfProjection(facts).country ?? null },
          ...placeOf(facts),
        })),
      },
      asOf,
    );
    return { supplier, input, query };
  });
  const scores = scoreMany(drawn.map(({ input }) => input));
  return drawn.map(({ supplier: { key, name, rowNumber, country }, query }, at) => {
    const score = scores[at];
    const alerts = withOwnTables(ownTables, () => detectAlerts(query)).sort((a, b) => a.rank - b.rank);
    return {
      ...{ key, name, rowNumber, country },
      score: score?.status === 'scored' ? score.score : null,
      band: score?.status === 'scored' ? score.band : null,
      alerts: [...new Set(alerts.map(({ kind }) => kind))],
      isToBeConfirmed: alerts[0]?.isToBeConfirmed ?? false,
    };
  });
}

function placeOf(facts: Projection) {
  const { address, city, region, postalCode, latitude, longitude } = valuesOfProjection(facts);
  return {
    ...{ address: address ?? null, city: city ?? null, region: region ?? null },
    ...{ postalCode: postalCode ?? null, latitude: latitude ?? null, longitude: longitude ?? null },
  };
}
