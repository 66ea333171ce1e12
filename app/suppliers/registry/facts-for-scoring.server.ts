import { group } from 'd3-array';
import type { EvidenceGrade, PlacedFacts } from '#scoring';
import { query, readRows } from '~/access/sql/query.server';
import { anyId } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recruitmentFacts } from '~/suppliers/labour-recruiters/recruitment-facts.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { statedOnly } from './choose-fact';
import { gatherPartyFacts } from './gather-party-facts';
import { type Projection, projectFacts } from '~/suppliers/facts/project-facts';

/** How well sources are shown, by their id; a source that is left out is a statement. */
export type GradesOf = (db: TenantDb, sourceIds: readonly string[], asOf: string) => Promise<ReadonlyMap<string, EvidenceGrade>>;

/**
 * What the method takes of each supplier, every fact with the id of its source. Six queries, however many parties; a few more where what is stated contradicts
 * what is counted at sites, for the evidence of either.
 * @param options.asOf ISO day: with it, where its places lie and what those who recruit for it charge is read too
 * @param options.gradesOf how well contradicting sources are shown; left out, all are statements
 * @param options.knownOn records made after that instant do not count
 * Parties without a single fact are answered with an empty object; ids of other organizations with nothing.
 */
export async function factsForScoring(
  db: TenantDb,
  partyIds: readonly string[],
  options: { asOf?: string; knownOn?: Date | undefined; gradesOf?: GradesOf } = {},
): Promise<Map<string, PlacedFacts>> {
  const { asOf, knownOn, gradesOf } = options;
  const ids = [...partyIds];
  const sites = await readRows(
    db,
    query
      .selectFrom('Site')
      .select(['partyId', 'supplierPartyId', 'pointDoubt'])
      .where('supplierPartyId', '=', anyId(ids))
      .orderBy('partyId'),
  );
  const facts = await readFactRecords(db, [...ids, ...sites.map((site) => site.partyId)]);
  const recruited = asOf === undefined ? null : await recruitmentFacts(db, { partyIds: ids, asOf });
  const factsOf = group(facts, (fact) => fact.partyId);
  const sitesOf = group(sites, (site) => site.supplierPartyId);
  const project = (partyId: string) => projectFacts(factsOf.get(partyId) ?? [], knownOn ? { knownOn } : {});
  const gather = (partyId: string, grades: ReadonlyMap<string, EvidenceGrade>) =>
    gatherPartyFacts(
      project(partyId),
      (sitesOf.get(partyId) ?? []).map((site) => withoutDoubtfulPoint(project(site.partyId), site.pointDoubt)),
      {
        ...(asOf === undefined ? {} : { asOf }),
        recruited: recruited?.get(partyId) ?? [],
        gradeOf: (sourceId) => grades.get(sourceId) ?? statedOnly(sourceId),
      },
    );
  const gathered = new Map(ids.map((partyId) => [partyId, gather(partyId, new Map())]));
  const contradicting = [...gathered].flatMap(([partyId, given]) => {
    const sourceIds = sourcesAtOdds(given);
    return sourceIds.length > 0 ? [{ partyId, sourceIds }] : [];
  });
  if (!gradesOf || contradicting.length === 0) return gathered;
  const sourceIds = contradicting.flatMap((each) => each.sourceIds);
  const grades = await gradesOf(db, sourceIds, asOf ?? new Date().toISOString().slice(0, 10));
  if (grades.size > 0) for (const { partyId } of contradicting) gathered.set(partyId, gather(partyId, grades));
  return gathered;
}

/** A doubtful point determines no region: the place is then recognised by its other facts. */
function withoutDoubtfulPoint(site: Projection, pointDoubt: string | null): Projection {
  if (pointDoubt === null) return site;
  const { latitude: _, longitude: __, ...rest } = site;
  return rest;
}

/** The sources of facts that contradict each other. */
function sourcesAtOdds(facts: PlacedFacts): string[] {
  return Object.values(facts).flatMap((given) =>
    given?.setAside?.length ? [given, ...given.setAside].flatMap(({ source }) => source ?? []) : [],
  );
}
