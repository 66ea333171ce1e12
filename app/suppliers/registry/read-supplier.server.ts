import { z } from 'zod';
import { type Band, type Basis, bandSchema, bases } from '#scoring';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** The party id behind a supplier's public ID in this organization, or null; null too for one that is part of another now: its address leads there. */
export async function findSupplierId(db: TenantDb, publicId: string | undefined): Promise<string | null> {
  if (publicId === undefined) return null;
  const party = await db.party.findFirst({
    where: { publicId, kind: 'supplier', mergedInto: { is: null } },
    select: { id: true },
  });
  return party?.id ?? null;
}

export type SupplierHead = {
  partyId: string;
  publicId: string;
  name: string;
  country: string | null;
  sector: string | null;
  /** Computed and declared; null where not known. */
  tier: number | null;
  declaredTier: number | null;
  isArchived: boolean;
  scoreStatus: 'scored' | 'not-scored' | null;
  reading: { score: number; low: number; high: number; band: Band; basis: Basis | null } | null;
  scoreId: string | null;
  counts: { sites: number; links: number; responses: number; findings: number; notes: number };
};

/** The head of every page of a supplier. Three queries. */
export async function readSupplierHead(db: TenantDb, publicId: string | undefined): Promise<SupplierHead | null> {
  if (publicId === undefined) return null;
  const party = await db.party.findFirst({
    where: { publicId, kind: 'supplier' },
    select: {
      id: true,
      publicId: true,
      name: true,
      supplier: { include: { _count: { select: { sites: true, notes: true } } } },
      _count: { select: { responses: true, findings: { where: { status: { not: 'verified' }, withdrawnAt: null } } } },
    },
  });
  if (!party?.supplier) return null;
  const { supplier, _count } = party;
  const band = bandSchema.safeParse(supplier.band);
  const counted = await queryFirst(
    db,
    z.object({ edges: z.number() }),
    sql`
      SELECT count(DISTINCT ("fromPartyId", "toPartyId", "kind"))::int AS edges FROM known_links()
      WHERE "fromPartyId" = ${party.id}::uuid OR "toPartyId" = ${party.id}::uuid`,
  );
  return {
    partyId: party.id,
    publicId: party.publicId,
    name: party.name,
    country: supplier.country,
    sector: supplier.sector,
    tier: supplier.tier,
    declaredTier: supplier.declaredTier,
    isArchived: supplier.archivedAt !== null,
    scoreStatus: supplier.scoreStatus === 'scored' || supplier.scoreStatus === 'not-scored' ? supplier.scoreStatus : null,
    reading:
      band.success && supplier.score !== null && supplier.scoreLow !== null && supplier.scoreHigh !== null
        ? {
            score: supplier.score.toNumber(),
            low: supplier.scoreLow.toNumber(),
            high: supplier.scoreHigh.toNumber(),
            band: band.data,
            basis: bases.find((grade) => grade === supplier.basis) ?? null,
          }
        : null,
    scoreId: supplier.scoreId,
    counts: {
      sites: supplier._count.sites,
      links: counted?.edges ?? 0,
      responses: _count.responses,
      findings: _count.findings,
      notes: supplier._count.notes,
    },
  };
}
