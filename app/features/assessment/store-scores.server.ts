import { parametersHash, type Scored } from '#scoring';
import { randomUUID } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import { compactTally } from '~/features/supplier/compact-tally.server';
import type { ScoringInput } from './scoring-inputs.server';

/**
 * Adds a score beside the old ones, and points the supplier's columns at it. A party whose input is the one scored last,
 * by the same numbers and the same version of the method, gets no new row.
 * Four statements, however many parties. Answers how many are new.
 */
export async function storeScores(db: TenantDb, scored: readonly { given: ScoringInput; result: Scored }[]): Promise<number> {
  const current = await db.$queryRaw<{ partyId: string; inputHash: string; parameterHash: string | null; engineVersion: string }[]>`
    SELECT s."partyId", c."inputHash", c."parameterHash", c."engineVersion" FROM "Supplier" s
    JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId"
    WHERE s."partyId" = ANY(${scored.map(({ given }) => given.partyId)}::uuid[])`;
  const last = new Map(current.map((row) => [row.partyId, keyOf(row)]));
  const fresh = scored
    .filter(({ given, result }) => last.get(given.partyId) !== keyOf({ ...result, parameterHash: parametersHash(result.asOf) }))
    .map((entry) => ({ ...entry, id: randomUUID() }));
  if (fresh.length === 0) return 0;
  // Not `createMany`: Prisma walks every value of the two JSON columns, which takes longer than scoring.
  await db.$executeRaw`
    INSERT INTO "Score" ("id", "partyId", "assessmentId", "engineVersion", "asOf", "inputHash", "parameterHash", "input", "result")
    SELECT n.id, n.party_id, n.assessment_id, n.engine_version, n.as_of, n.input_hash, n.parameter_hash, n.input::jsonb, n.result::jsonb
    FROM unnest(
      ${fresh.map(({ id }) => id)}::uuid[], ${fresh.map(({ given }) => given.partyId)}::uuid[], ${fresh.map(({ given }) => given.assessmentId)}::uuid[],
      ${fresh.map(({ result }) => result.engineVersion)}::text[], ${fresh.map(({ result }) => result.asOf)}::date[],
      ${fresh.map(({ result }) => result.inputHash)}::text[], ${fresh.map(({ result }) => parametersHash(result.asOf))}::text[],
      ${fresh.map(({ given }) => JSON.stringify(given.input))}::text[], ${fresh.map(({ result }) => JSON.stringify(result))}::text[]
    ) AS n(id, party_id, assessment_id, engine_version, as_of, input_hash, parameter_hash, input, result)`;
  const column = <T>(pick: (result: Scored) => T) => fresh.map(({ result }) => pick(result));
  await db.$executeRaw`
    UPDATE "Supplier" s SET "scoreId" = n.score_id, "scoreStatus" = n.status, "score" = n.score, "scoreLow" = n.low, "scoreHigh" = n.high, "band" = n.band, "confidence" = n.confidence
    FROM unnest(
      ${fresh.map(({ given }) => given.partyId)}::uuid[], ${fresh.map(({ id }) => id)}::uuid[], ${column((result) => result.status)}::text[],
      ${column((result) => (result.status === 'scored' ? result.score : null))}::numeric[], ${column((result) => (result.status === 'scored' ? result.low : null))}::numeric[],
      ${column((result) => (result.status === 'scored' ? result.high : null))}::numeric[], ${column((result) => (result.status === 'scored' ? result.band : null))}::text[],
      ${column((result) => (result.status === 'scored' ? result.confidence.grade : null))}::text[]
    ) AS n(party_id, score_id, status, score, low, high, band, confidence)
    WHERE s."partyId" = n.party_id`;
  await compactTally(db);
  return fresh.length;
}

const keyOf = (score: { engineVersion: string; parameterHash: string | null; inputHash: string }): string =>
  `${score.engineVersion} ${score.parameterHash} ${score.inputHash}`;
