import type { AssessInput, Scored } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { type EarlierResult, earlierResultSchema } from '~/risk/scores/earlier-result';
import { holdOwnTables } from '~/risk/reference-tables/own-tables.server';
import { isOfThisMethod, storedInputSchema, storedResultSchema } from '~/questionnaires/responses/schema';

const mostShown = 24;
const select = { id: true, engineVersion: true, asOf: true, createdAt: true, responseId: true, input: true, result: true } as const;

type Dated = { id: string; engineVersion: string; asOf: string; createdAt: Date; responseId: string | null };
/** A score of today's method, with the input from which it can be computed again. */
export type StoredScore = Dated & { kind: 'current'; input: AssessInput; result: Scored };
/** A score of an earlier method: a dated document. */
export type EarlierScore = Dated & { kind: 'earlier'; result: EarlierResult };
export type AnyScore = StoredScore | EarlierScore;

/**
 * A supplier with one of its scores (the newest unless `scoreId` names another) and the newest 24 before it, newest first.
 * Null when the organization has no such supplier, or the supplier no such score. `score` is null when it was never scored.
 */
export async function readScore(db: TenantDb, options: { supplierPublicId: string; scoreId?: string | null }) {
  const supplier = await db.party.findFirst({
    where: { publicId: options.supplierPublicId, kind: 'supplier' },
    select: { id: true, publicId: true, name: true, supplier: { select: { country: true, sector: true, scoreId: true } } },
  });
  if (!supplier) return null;
  const { id: partyId, publicId, name } = supplier;
  const rows = await db.score.findMany({
    where: { partyId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostShown + 1,
    select,
  });
  const scores = rows.map(readRow);
  const score = options.scoreId ? await find(db, { partyId, scoreId: options.scoreId, scores }) : (scores[0] ?? null);
  if (options.scoreId && !score) return null;
  if (score?.kind === 'current') await holdOwnTables(db, score.input.ownTables ?? []);
  return {
    supplier: { partyId, publicId, name, country: supplier.supplier?.country ?? null, sector: supplier.supplier?.sector ?? null },
    /** The score that lists and places show; null where it was never scored. */
    listedScoreId: supplier.supplier?.scoreId ?? null,
    score,
    isNewest: score === null || score.id === scores[0]?.id,
    /** One more than is listed, so that the oldest listed can be compared. */
    scores,
    listed: mostShown,
  };
}

async function find(db: TenantDb, options: { partyId: string; scoreId: string; scores: AnyScore[] }): Promise<AnyScore | null> {
  const { partyId, scoreId, scores } = options;
  const known = scores.find((score) => score.id === scoreId);
  if (known) return known;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(scoreId)) return null;
  const row = await db.score.findFirst({ where: { partyId, id: scoreId }, select });
  return row ? readRow(row) : null;
}

type Row = Omit<Dated, 'asOf'> & { asOf: Date; input: unknown; result: unknown };

function readRow({ asOf, input, result, ...row }: Row): AnyScore {
  const dated = { ...row, asOf: asOf.toISOString().slice(0, 10) };
  if (!isOfThisMethod(row.engineVersion)) return { kind: 'earlier', ...dated, result: earlierResultSchema.parse(result) };
  return { kind: 'current', ...dated, input: storedInputSchema.parse(input), result: storedResultSchema.parse(result) };
}
