import { findPartyIds } from '~/access/sql/find-party-ids.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { searchKey } from '~/suppliers/parties/name-key';

/** Up to 20 suppliers whose name contains the search text or whose public ID equals it; the first 20 by name without a search. */
export async function findSuppliers(db: TenantDb, options: { search: string }) {
  const found = options.search ? await findPartyIds(db, searchKey(options.search)) : null;
  const rows = await db.supplier.findMany({
    where: { archivedAt: null, ...(found ? { partyId: { in: found } } : {}) },
    orderBy: [{ nameKey: 'asc' }, { partyId: 'asc' }],
    take: 20,
    select: { country: true, party: { select: { name: true, publicId: true } } },
  });
  return rows.map((row) => ({ name: row.party.name, publicId: row.party.publicId, country: row.country }));
}
