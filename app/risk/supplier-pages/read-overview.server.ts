import { gradesOfShares } from '~/questionnaires/responses/grade-of-shares.server';
import type { Given, PlacedFacts } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isOfThisMethod, storedResultSchema } from '~/questionnaires/responses/schema';
import { contradictingFacts, type ShownFigure, shownFigure } from '~/suppliers/registry/contradicting-facts';
import { readPlace } from '~/risk/scores/read-place.server';
import { shownProjection } from '~/suppliers/facts/shown-fact';
import { isFactField, scoredFields, type ScoredField } from '~/suppliers/facts/fact-fields';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';
import { nextActs } from '~/suppliers/registry/next-acts';
import type { Projection } from '~/suppliers/facts/project-facts';
import type { SupplierHead } from '~/suppliers/registry/read-supplier.server';
import { readFacts } from '~/suppliers/facts/read-facts.server';
import { readSources } from '~/suppliers/facts/read-sources.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';

/** All that a supplier's overview shows. A constant number of queries, however much is known. */
export async function readOverview(db: TenantDb, options: { head: SupplierHead; knownOn?: Date | undefined }) {
  const { head, knownOn } = options;
  const { projection } = await readFacts(db, { partyId: head.partyId, knownOn });
  const asOf = (knownOn ?? new Date()).toISOString().slice(0, 10);
  const facts: PlacedFacts =
    (await factsForScoring(db, [head.partyId], { asOf, knownOn, gradesOf: gradesOfShares })).get(head.partyId) ?? {};
  const gathered = gatheredBeside(projection, facts);
  const contradicting = contradictingFacts(facts);
  const shown = [...Object.values(gathered), ...contradicting.flatMap(({ counts, aside }) => [counts, ...aside])];
  const sources = await readSources(db, [
    ...Object.values(projection).map((fact) => fact.sourceId),
    ...shown.flatMap(({ source }) => source ?? []),
  ]);
  const score = head.scoreId
    ? await db.score.findFirst({ where: { id: head.scoreId }, select: { engineVersion: true, asOf: true, createdAt: true, result: true } })
    : null;
  const openResponse = await db.questionnaireResponse.findFirst({
    where: { partyId: head.partyId, status: 'open' },
    select: { id: true },
    orderBy: { openedAt: 'desc' },
  });
  const result = score && isOfThisMethod(score.engineVersion) ? storedResultSchema.parse(score.result) : null;
  const missing = result ? result.missing : scoredFields.filter((field) => facts[methodField(field)] === undefined);
  return {
    projection: shownProjection(projection),
    /** What the score reads of its sites and labour recruiters. */
    gathered,
    contradicting,
    sources: Object.fromEntries(sources),
    sectors: sectorTitles([projection.sector?.value ?? null]),
    score: score && result ? { asOf: score.asOf, at: score.createdAt, result } : null,
    /** The version of an earlier method by which the newest score was made; null where it is of today's. */
    earlierVersion: score && !result ? score.engineVersion : null,
    place: head.reading === null ? null : await readPlace(db, head.partyId),
    acts: nextActs({
      isScored: head.reading !== null,
      missing,
      contradicting: contradicting.map(({ field }) => field).filter(isFactField),
      isAtRisk: head.reading !== null && ['elevated', 'high', 'severe'].includes(head.reading.band),
      openFindings: head.counts.findings,
      openResponseId: openResponse?.id ?? null,
      assessments: head.counts.assessments,
      tier: head.tier,
    }),
  };
}

/** The method reads `countries`, of the supplier and its sites; a supplier has one. */
const methodField = (field: ScoredField) => (field === 'country' ? 'countries' : field);

/** The facts that the method reads and that are not recorded of the supplier itself, or not as they count, as they may be shown. */
function gatheredBeside(projection: Projection, facts: PlacedFacts): Partial<Record<ScoredField, ShownFigure>> {
  return Object.fromEntries(
    scoredFields.flatMap((field) => {
      const given: Given<unknown> | undefined = facts[methodField(field)];
      if (!given || (projection[field] && !given.from)) return [];
      const { source, from } = given;
      return [
        [
          field,
          {
            value: shownFigure(field, given, facts.workers?.value),
            ...(source === undefined ? {} : { source }),
            ...(from ? { from } : {}),
          },
        ],
      ];
    }),
  );
}
