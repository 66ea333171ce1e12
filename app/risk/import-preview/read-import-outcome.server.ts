import { z } from 'zod';
import type { AlertKind, Band } from '#scoring';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { shownOfRun } from '~/platform/jobs/read-run.server';
import { runTitle, showRun } from '~/platform/jobs/show-run';
import { suppliersOfImport } from '~/risk/scores/score-all.server';
import { listSuppliers } from '~/suppliers/registry/list-suppliers.server';
import { readListState } from '~/suppliers/registry/list-state';

const mostShown = 5;
/** Of a longer list the map and the list of suppliers say more than five names. */
const mostNamed = 200;

/**
 * What came of a finished import: how many of its suppliers are scored, what still needs a person, and those most at risk. While the scores are being
 * computed, the run that does it. Null where the import recorded nothing.
 */
export async function readImportOutcome(db: TenantDb, batchId: string) {
  const partyIds = (await suppliersOfImport(db, batchId)).map(({ partyId }) => partyId);
  if (partyIds.length === 0) return null;
  const run = await db.jobRun.findFirst({
    where: { subjectId: batchId, kind: 'score-all' },
    orderBy: { createdAt: 'desc' },
    select: shownOfRun,
  });
  const isScoring = run !== null && (run.status === 'waiting' || run.status === 'running');
  const counted = await queryFirst(
    db,
    z.object({ scored: z.number(), unscored: z.number() }),
    sql`SELECT count(*) FILTER (WHERE "scoreStatus" = 'scored')::int AS "scored", count(*) FILTER (WHERE "scoreStatus" IS DISTINCT FROM 'scored')::int AS "unscored"
      FROM "Supplier" WHERE "partyId" = ANY(${partyIds}::uuid[])`,
  );
  const open = await db.matchProposal.count({ where: { batchId, answer: null } });
  const conditions = [sql`s."partyId" = ANY(${partyIds}::uuid[])`];
  const { rows } = await listSuppliers(db, readListState(new URLSearchParams('sort=-score')), { take: mostShown, scope: { conditions } });
  const named =
    partyIds.length > mostNamed
      ? []
      : await db.party.findMany({ where: { id: { in: partyIds } }, select: { publicId: true }, take: mostNamed });
  return {
    suppliers: partyIds.length,
    scored: counted?.scored ?? 0,
    unscored: counted?.unscored ?? 0,
    duplicates: open,
    run: isScoring ? { ...showRun(run), id: run.id, title: runTitle(run.kind) } : null,
    riskiest: rows.flatMap(({ publicId, name, score, band, alerts, isToBeConfirmed, country }) =>
      score === null
        ? []
        : [{ publicId, name, score, band: band satisfies Band | null, alerts: alerts satisfies AlertKind[], isToBeConfirmed, country }],
    ),
    /** Public IDs for a campaign; none where there are too many to name. */
    publicIds: named.map(({ publicId }) => publicId),
  };
}
export type ImportOutcome = NonNullable<Awaited<ReturnType<typeof readImportOutcome>>>;
