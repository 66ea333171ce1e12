import { z } from 'zod';
import { alertListsKey, withOwnTables } from '#scoring';
import { forgetStatements } from '~/access/forget-statements.server';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { refreshAlerts } from './refresh-alerts.server';

const chunk = 1_000;

/** How many licences of those who recruit have expired: another number raises or ends alerts without anybody recording a thing. */
async function expiredLicences(db: TenantDb, today: string): Promise<number> {
  const row = await queryFirst(
    db,
    z.object({ count: z.number() }),
    sql`SELECT count(*)::int AS count FROM "RecruiterRecord" WHERE "kind" = 'licence' AND "values"->>'expiresOn' < ${today}`,
  );
  return row?.count ?? 0;
}

/**
 * Detects the alerts of all suppliers of an organization again where the lists of the day are others than those that they were last detected with: an entry
 * came into force, a new edition was installed, or a licence of a recruiter expired. Facts need no night: whatever changes them refreshes its suppliers. A thousand suppliers at a time, each in a
 * transaction of its own. Answers whether the lists were others. One query where they were not.
 * @param options.today ISO day, UTC
 */
export async function refreshOutdatedAlerts(
  inOrganization: InOrganization,
  options: { organizationId: string; today: string },
): Promise<boolean> {
  const { organizationId, today } = options;
  const ownTables = await inOrganization((db) => ownTablesFor(db, today));
  const lists = withOwnTables(ownTables, () => alertListsKey(today));
  // The last part names the detection rules: changing it makes all suppliers refresh after an upgrade.
  const key = `${lists} ${await inOrganization((db) => expiredLicences(db, today))} sub-agents`;
  const known = await inOrganization((db) => db.organization.findFirst({ where: { id: organizationId }, select: { alertListsKey: true } }));
  if (known?.alertListsKey === key) return false;
  for (let after: string | null = null; ; ) {
    const ids: string[] = await inOrganization(
      async (db) => {
        const rows = await db.supplier.findMany({
          where: { archivedAt: null, ...(after === null ? {} : { partyId: { gt: after } }) },
          select: { partyId: true },
          orderBy: { partyId: 'asc' },
          take: chunk,
        });
        const partyIds = rows.map(({ partyId }) => partyId);
        await refreshAlerts(db, { partyIds, asOf: today });
        return partyIds;
      },
      { timeoutMs: 60_000 },
    );
    forgetStatements();
    after = ids.at(-1) ?? null;
    if (ids.length < chunk) break;
  }
  // Last: a night that was broken off begins again.
  await inOrganization((db) =>
    db.organization.update({ where: { id: organizationId }, data: { alertListsKey: key }, select: { id: true } }),
  );
  return true;
}
