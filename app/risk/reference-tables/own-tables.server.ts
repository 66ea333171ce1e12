import { isEditionKept, loadOwnTable } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';

/**
 * The hashes of the organization's own editions in force on a day, one of each kind, loaded into this process: confirmed by then and not withdrawn; of several
 * of one kind the one confirmed last. One query, and one more for an edition new to this process.
 * @param asOf ISO day
 */
export async function ownTablesFor(db: TenantDb, asOf: string): Promise<string[]> {
  const end = new Date(`${asOf}T23:59:59.999Z`);
  const rows = await db.referenceTableEdition.findMany({
    where: { confirmedAt: { lte: end }, OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: end } }] },
    orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
    select: { kind: true, hash: true },
  });
  const byKind = new Map<string, string>();
  for (const { kind, hash } of rows) if (hash !== null && !byKind.has(kind)) byKind.set(kind, hash);
  const hashes = [...byKind.values()].sort();
  await holdOwnTables(db, hashes);
  return hashes;
}

/** Reads editions into this process, so that inputs that name them can be scored; one that the organization does not have is left out, and such an input throws. */
export async function holdOwnTables(db: TenantDb, hashes: readonly string[]): Promise<void> {
  const missing = hashes.filter((hash) => !isEditionKept(hash));
  if (missing.length === 0) return;
  const rows = await db.referenceTableEdition.findMany({ where: { hash: { in: missing } }, select: editionColumns });
  for (const row of rows) if (row.confirmedAt) loadOwnTable(editionContent(row, row.confirmedAt));
}

export const editionColumns = {
  kind: true,
  title: true,
  producer: true,
  licence: true,
  publishedOn: true,
  tables: true,
  confirmedAt: true,
} as const;

type Content = { kind: string; title: string; producer: string; licence: string; publishedOn: string | null; tables: unknown };

/** An edition as the method takes it, in force from the day of `from`. */
export function editionContent({ kind, title, producer, licence, publishedOn, tables }: Content, from: Date) {
  return { kind, title, producer, licence, publishedOn, inForceFrom: from.toISOString().slice(0, 10), tables };
}
