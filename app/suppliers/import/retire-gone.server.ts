import { z } from 'zod';
import { query, readRows } from '~/access/sql/query.server';
import { isPresent } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivities } from '~/platform/activity/record-activity.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { archiveRevision } from '~/suppliers/supply-links/archive-revision.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { readGone } from './read-gone.server';
import type { Retired } from './retired';

export type RetireResult = { kind: 'retired'; retired: Retired } | { kind: 'refused'; code: 'unknown' | 'done' | 'nobody' };

const linkSchema = z.object({ id: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable(), sourceId: z.string() });

/**
 * Ends, as of a day, the links of suppliers that a replacing list no longer names, and archives the suppliers where chosen. Done once for a batch, undone
 * by `restoreGone`. Links that had ended stay; tiers follow. The number of statements does not grow with the suppliers.
 * @param publicIds the chosen suppliers; others are skipped
 * @param on last day of the links, ISO
 */
export async function retireGone(
  db: TenantDb,
  options: { batchId: string; publicIds: ReadonlySet<string>; on: string; withArchive: boolean; note: string; userId: string; at: Date },
): Promise<RetireResult> {
  const { batchId, on, userId, at } = options;
  const [batch] = await readRows(
    db,
    query
      .selectFrom('ImportBatch')
      .select(({ ref }) => isPresent(ref('retired')).as('isDone'))
      .where('id', '=', batchId)
      .forNoKeyUpdate(),
  );
  const found = batch ? await readGone(db, batchId) : null;
  if (!found) return { kind: 'refused', code: 'unknown' };
  if (batch?.isDone) return { kind: 'refused', code: 'done' };
  const chosen = found.suppliers.filter(({ publicId }) => options.publicIds.has(publicId));
  if (chosen.length === 0) return { kind: 'refused', code: 'nobody' };
  const ids = new Set(chosen.map(({ partyId }) => partyId));
  const edges = found.edges.filter(({ fromPartyId }) => ids.has(fromPartyId));
  const links = linkSchema.array().parse(
    await db.$queryRaw`
      SELECT l."id", l."validFrom"::text AS "validFrom", l."validTo"::text AS "validTo", l."sourceId" FROM known_links() l
      WHERE (l."fromPartyId", l."toPartyId") IN (
          SELECT * FROM unnest(${edges.map((edge) => edge.fromPartyId)}::uuid[], ${edges.map((edge) => edge.toPartyId)}::uuid[]))
        AND l."kind" = 'supplies' AND (l."validTo" IS NULL OR l."validTo" > ${on}::date) ORDER BY l."id"`,
  );
  const sourceId = await openMemberSource(db, { userId, note: options.note });
  const linkIds = links.map(({ id }) => id);
  await archiveRevision(db, { linkIds, userId });
  await db.$executeRaw`
    UPDATE "SupplyLink" SET "validTo" = ${on}::date, "validFrom" = LEAST("validFrom", ${on}::date), "sourceId" = ${sourceId}::uuid
    WHERE "id" = ANY(${linkIds}::uuid[])`;
  const archived = options.withArchive ? [...ids] : [];
  await db.supplier.updateMany({ where: { partyId: { in: archived }, archivedAt: null }, data: { archivedAt: at } });
  await recomputeTiers(db);
  const retired: Retired = { on, at: at.toISOString(), userId, sourceId, archived, links, suppliers: chosen.length };
  await db.importBatch.updateMany({ where: { id: batchId }, data: { retired: JSON.parse(JSON.stringify(retired)) } });
  await recordActivities(db, [
    ...chosen.map(({ partyId }) => ({
      recordKind: 'supplier',
      recordId: partyId,
      act: options.withArchive ? 'archive' : 'end-link',
      userId,
      after: { validTo: on, list: found.listName },
    })),
    { recordKind: 'import-batch', recordId: batchId, act: 'retire', userId, after: { suppliers: chosen.length, validTo: on } },
  ]);
  return { kind: 'retired', retired };
}
