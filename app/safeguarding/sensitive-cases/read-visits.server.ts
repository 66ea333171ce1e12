import { roles } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';
import { visibleAudits } from '~/audits/planning/find-audit.server';

export type Visit = { id: string; number: string; startsOn: Date; endsOn: Date; status: string };

/**
 * The audits at the site of a case on or after the day it was opened, limited to those this member may know of, the next first. Read for the page of the case
 * only: an audit stores nothing of the case, and the audit's record is not read.
 */
export async function readVisits(db: TenantDb, options: { partyId: string; openedAt: Date; userId: string }): Promise<Visit[]> {
  const { partyId, openedAt, userId } = options;
  const membership = await db.membership.findFirst({ where: { userId }, select: { role: true } });
  const role = roles.find((each) => each === membership?.role);
  if (!role) return [];
  const site = await db.site.findFirst({ where: { partyId }, select: { supplierPartyId: true } });
  const place = site ? { partyId: site.supplierPartyId, OR: [{ sitePartyId: partyId }, { sitePartyId: null }] } : { partyId };
  return db.audit.findMany({
    where: {
      AND: [
        place,
        visibleAudits({ userId, role }),
        { status: { not: 'cancelled' }, endsOn: { gte: new Date(openedAt.toISOString().slice(0, 10)) } },
      ],
    },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, number: true, startsOn: true, endsOn: true, status: true },
  });
}
