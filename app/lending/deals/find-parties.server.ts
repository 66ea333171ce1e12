import { findPartyIds } from '~/access/sql/find-party-ids.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { searchKey } from '~/suppliers/parties/name-key';

/** Up to 20 companies, sites and labour recruiters whose name contains the search text or whose public ID equals it; none without a search. */
export async function findParties(db: TenantDb, search: string) {
  if (!search) return [];
  const ids = await findPartyIds(db, searchKey(search));
  const rows = await db.party.findMany({
    where: { id: { in: ids }, kind: { in: ['supplier', 'site', 'labour-recruiter'] } },
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    take: 20,
    select: {
      name: true,
      publicId: true,
      kind: true,
      supplier: { select: { country: true } },
      site: { select: { country: true } },
      labourRecruiter: { select: { country: true } },
    },
  });
  return rows.map(({ supplier, site, labourRecruiter, ...row }) => ({
    ...row,
    country: (supplier ?? site ?? labourRecruiter)?.country ?? null,
  }));
}
