import type { Given, PlacedFacts } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { gradesOfShares } from '~/questionnaires/responses/grade-of-shares.server';
import { contradictingFacts, type ShownFigure, shownFigure } from '~/suppliers/registry/contradicting-facts';
import { scoredFields, type ScoredField } from '~/suppliers/facts/fact-fields';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';
import type { Projection } from '~/suppliers/facts/project-facts';
import { readFacts } from '~/suppliers/facts/read-facts.server';
import { readSources } from '~/suppliers/facts/read-sources.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { shownProjection } from '~/suppliers/facts/shown-fact';

/** What is known of a supplier, today or on an earlier day: its own facts, what the score reads of its sites and labour recruiters, and where these contradict. A constant number of queries. */
export async function readKnownFacts(db: TenantDb, options: { partyId: string; knownOn?: Date | undefined }) {
  const { partyId, knownOn } = options;
  const { projection } = await readFacts(db, { partyId, knownOn });
  const asOf = (knownOn ?? new Date()).toISOString().slice(0, 10);
  const facts: PlacedFacts = (await factsForScoring(db, [partyId], { asOf, knownOn, gradesOf: gradesOfShares })).get(partyId) ?? {};
  const gathered = gatheredBeside(projection, facts);
  const contradicting = contradictingFacts(facts);
  const shown = [...Object.values(gathered), ...contradicting.flatMap(({ counts, aside }) => [counts, ...aside])];
  const sources = await readSources(db, [
    ...Object.values(projection).map((fact) => fact.sourceId),
    ...shown.flatMap(({ source }) => source ?? []),
  ]);
  return {
    projection: shownProjection(projection),
    gathered,
    contradicting,
    sources: Object.fromEntries(sources),
    sectors: sectorTitles([projection.sector?.value ?? null]),
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
