import type { TenantDb } from '~/access/tenant-db.server';
import { foldName } from './name-key';
import { isPublicId, normalizePublicId } from './public-id';

export type FoundParty = { kind: 'found'; partyId: string } | { kind: 'unknown' } | { kind: 'several' };

/** The party for a typed ID or name: by public ID, else the only one with that folded name and one of these kinds. */
export async function findParty(db: TenantDb, options: { words: string; kinds: readonly string[] }): Promise<FoundParty> {
  const kind = { in: [...options.kinds] };
  const publicId = normalizePublicId(options.words);
  const nameKey = foldName(options.words);
  if (nameKey === '') return { kind: 'unknown' };
  const found = await db.party.findMany({
    where: { kind, mergedInto: { is: null }, ...(isPublicId(publicId) ? { publicId } : { nameKey }) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 2,
  });
  const [first, second] = found;
  if (!first) return { kind: 'unknown' };
  return second ? { kind: 'several' } : { kind: 'found', partyId: first.id };
}
