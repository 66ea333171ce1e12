import { parametersHash, type Scored } from '#scoring';
import { randomUUID } from 'node:crypto';
import { rowsOf, tableText } from '~/access/table-text.server';
import { query, readRows } from '~/access/sql/query.server';
import { anyId } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { compactTally } from '~/suppliers/registry/compact-tally.server';
import type { ScoringInput } from './scoring-inputs.server';

/**
 * Adds a score beside the old ones, and points the supplier's columns at it. A party whose input is the one scored last,
 * by the same numbers and the same version of the method, gets no new row.
 * Four statements, however many parties. Answers how many are new.
 */
export async function storeScores(db: TenantDb, scored: readonly { given: ScoringInput; result: Scored }[]): Promise<number> {
  const current = await readRows(
    db,
    query
      .selectFrom('Supplier as s')
      .innerJoin('Score as c', (join) => join.onRef('c.organizationId', '=', 's.organizationId').onRef('c.id', '=', 's.scoreId'))
      .select(['s.partyId', 'c.inputHash', 'c.parameterHash', 'c.engineVersion'])
      .where('s.partyId', '=', anyId(scored.map(({ given }) => given.partyId))),
  );
  const last = new Map(current.map((row) => [row.partyId, keyOf(row)]));
  const fresh = scored
    .filter(({ given, result }) => last.get(given.partyId) !== keyOf({ ...result, parameterHash: parametersHash(result.asOf) }))
    .map((entry) => ({ ...entry, id: randomUUID() }));
  if (fresh.length === 0) return 0;
  const text = tableText(
    fresh.map(({ id, given, result }) => {
      const { engineVersion, asOf, inputHash } = result;
      return [id, given.partyId, given.responseId, engineVersion, asOf, inputHash, parametersHash(asOf), given.input, result];
    }),
  );
  // Not `createMany`: Prisma walks every value of the two JSON columns, which takes longer than scoring. Its own moment, not that of the transaction: one
  // transaction may score a party several times, and the last is the newest.
  await db.$executeRaw`
    INSERT INTO "Score" ("id", "partyId", "responseId", "engineVersion", "asOf", "inputHash", "parameterHash", "input", "result", "createdAt")
    SELECT a[1]::uuid, a[2]::uuid, NULLIF(a[3], '')::uuid, a[4], a[5]::date, a[6], a[7], a[8]::jsonb, a[9]::jsonb, clock_timestamp() FROM ${rowsOf(text)}`;
  const column = <T>(pick: (result: Scored) => T) => fresh.map(({ result }) => pick(result));
  await db.$executeRaw`
    UPDATE "Supplier" s SET "scoreId" = n.score_id, "scoreStatus" = n.status, "score" = n.score, "scoreLow" = n.low, "scoreHigh" = n.high, "band" = n.band, "basis" = n.basis,
      "childScore" = n.child_score, "childBand" = n.child_band, "isStateImposed" = n.is_state_imposed
    FROM unnest(
      ${fresh.map(({ given }) => given.partyId)}::uuid[], ${fresh.map(({ id }) => id)}::uuid[], ${column((result) => result.status)}::text[],
      ${column((result) => (result.status === 'scored' ? result.score : null))}::numeric[], ${column((result) => (result.status === 'scored' ? result.low : null))}::numeric[],
      ${column((result) => (result.status === 'scored' ? result.high : null))}::numeric[], ${column((result) => (result.status === 'scored' ? result.band : null))}::text[],
      ${column((result) => (result.status === 'scored' ? result.basis.grade : null))}::text[],
      ${column((result) => (result.status === 'scored' ? result.child.score : null))}::numeric[], ${column((result) => (result.status === 'scored' ? result.child.band : null))}::text[],
      ${column((result) => (result.status === 'scored' ? result.stateImposed.length > 0 : null))}::boolean[]
    ) AS n(party_id, score_id, status, score, low, high, band, basis, child_score, child_band, is_state_imposed)
    WHERE s."partyId" = n.party_id`;
  await compactTally(db);
  return fresh.length;
}

const keyOf = (score: { engineVersion: string; parameterHash: string | null; inputHash: string }): string =>
  `${score.engineVersion} ${score.parameterHash} ${score.inputHash}`;
