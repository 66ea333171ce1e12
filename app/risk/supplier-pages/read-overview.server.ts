import type { TenantDb } from '~/access/tenant-db.server';
import { isOfThisMethod, storedResultSchema } from '~/questionnaires/responses/schema';
import { readPlace } from '~/risk/scores/read-place.server';
import { shownProjection } from '~/suppliers/sites/shown-fact';
import { gatherPartyFacts } from '~/suppliers/registry/gather-party-facts';
import { scoredFields } from '~/suppliers/registry/fact-fields';
import { nextActs } from '~/suppliers/registry/next-acts';
import { projectFacts } from '~/suppliers/registry/project-facts';
import { readFacts, type SupplierHead } from '~/suppliers/registry/read-supplier.server';
import { readSources } from '~/suppliers/registry/read-sources.server';
import { sectorTitles } from '~/suppliers/registry/sector-titles.server';

/** All that a supplier's overview shows. Seven queries, however much is known. */
export async function readOverview(db: TenantDb, options: { head: SupplierHead; knownOn?: Date | undefined }) {
  const { head, knownOn } = options;
  const { projection } = await readFacts(db, { partyId: head.partyId, knownOn });
  const sources = await readSources(
    db,
    Object.values(projection).map((fact) => fact.sourceId),
  );
  const score = head.scoreId
    ? await db.score.findFirst({ where: { id: head.scoreId }, select: { engineVersion: true, asOf: true, createdAt: true, result: true } })
    : null;
  const openAssessment = await db.assessment.findFirst({
    where: { partyId: head.partyId, status: 'open' },
    select: { id: true },
    orderBy: { openedAt: 'desc' },
  });
  const result = score && isOfThisMethod(score.engineVersion) ? storedResultSchema.parse(score.result) : null;
  const missing = result ? result.missing : await missingFacts(db, head.partyId);
  return {
    projection: shownProjection(projection),
    sources: Object.fromEntries(sources),
    sectors: sectorTitles([projection.sector?.value ?? null]),
    score: score && result ? { asOf: score.asOf, at: score.createdAt, result } : null,
    /** The version of an earlier method by which the newest score was made; null where it is of today's. */
    earlierVersion: score && !result ? score.engineVersion : null,
    place: head.reading === null ? null : await readPlace(db, head.partyId),
    acts: nextActs({
      isScored: head.reading !== null,
      missing,
      isAtRisk: head.reading !== null && ['elevated', 'high', 'severe'].includes(head.reading.band),
      openFindings: head.counts.findings,
      openAssessmentId: openAssessment?.id ?? null,
      assessments: head.counts.assessments,
      tier: head.tier,
    }),
  };
}

/** Where no score was computed yet: the fields that are unknown. */
async function missingFacts(db: TenantDb, partyId: string): Promise<string[]> {
  const { records } = await readFacts(db, { partyId });
  const facts: Record<string, unknown> = gatherPartyFacts(projectFacts(records), []);
  return scoredFields.filter((field) => facts[field === 'country' ? 'countries' : field] === undefined);
}
