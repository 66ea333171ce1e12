import type { Prisma } from '~/access/generated/client';
import type { TenantDb } from '~/access/tenant-db.server';
import { type ListPlace, mostCounted } from '~/platform/lists/list-place';
import { findingsWhere } from './list-findings.server';
import { readFindingFilter } from './schema';

/**
 * The place of a finding in the list that an address describes, newest first as the list is; null where it does not belong to it. Five queries, however long
 * the list.
 */
export async function readFindingPlace(
  db: TenantDb,
  search: URLSearchParams,
  options: { findingId: string; today: string },
): Promise<ListPlace | null> {
  const where = findingsWhere(readFindingFilter(search, options));
  const own = await db.finding.findFirst({ where: { AND: [where, { id: options.findingId }] }, select: { id: true, openedAt: true } });
  if (!own) return null;
  const { id, openedAt } = own;
  const newer: Prisma.FindingWhereInput = { AND: [where, { OR: [{ openedAt: { gt: openedAt } }, { openedAt, id: { gt: id } }] }] };
  const older: Prisma.FindingWhereInput = { AND: [where, { OR: [{ openedAt: { lt: openedAt } }, { openedAt, id: { lt: id } }] }] };
  const [take, select] = [mostCounted + 1, { id: true }];
  const next = await db.finding.findFirst({ where: older, orderBy: [{ openedAt: 'desc' }, { id: 'desc' }], select });
  const previous = await db.finding.findFirst({ where: newer, orderBy: [{ openedAt: 'asc' }, { id: 'asc' }], select });
  return {
    number: Math.min(await db.finding.count({ where: newer, take }), mostCounted) + 1,
    total: await db.finding.count({ where, take }),
    previous: previous?.id ?? null,
    next: next?.id ?? null,
  };
}
