import { z } from 'zod';
import { bandSchema } from '#scoring';
import { sql } from '~/access/sql.server';
import { queryFirst } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type Gap, readGap } from '~/supply-chain/map/flow/read-gap.server';
import { readMapState } from '~/supply-chain/map/map-state';
import { type PathToBuyerStep, readPathToBuyer } from '~/suppliers/supply-links/read-path-to-buyer.server';
import type { Tiers } from '~/suppliers/supply-links/recompute-tiers.server';
import type { ConcentrationFound, Part } from './read-concentration.server';
import type { TierCoverage } from './read-coverage.server';

/** What to do first: whom to ask, which path to break, where too much depends on one country. Null where there is nothing of a kind. */
export type Priorities = {
  gap: Gap | null;
  worst: { publicId: string; name: string; path: PathToBuyerStep[] } | null;
  /** The country with the largest part of direct spend where most of it is known, else of suppliers. */
  concentration: { by: 'spend' | 'suppliers'; share: number; part: Part; others: number[]; index: number | null } | null;
};

type Given = { coverage: readonly TierCoverage[]; concentration: ConcentrationFound; year: number | null; tiers: Tiers | null };

/** Reads on from what the page has read: four queries at most. The highest-risk path is of today, so a year has none. */
export async function readPriorities(db: TenantDb, { coverage, concentration, year, tiers }: Given): Promise<Priorities> {
  const tier = largestGap(coverage);
  const state = readMapState(new URLSearchParams(year === null ? {} : { year: String(year) }));
  return {
    gap: tier === null ? null : await readGap(db, { state, tiers, tier }),
    worst: year === null ? await readWorst(db) : null,
    concentration: largestPart(concentration),
  };
}

/** The tier with the most suppliers that neither named their suppliers nor refused to. */
export function largestGap(coverage: readonly TierCoverage[]): number | null {
  const gaps = coverage.filter(({ tier, unknown }) => tier !== null && tier > 0 && unknown > 0);
  return gaps.toSorted((a, b) => b.unknown - a.unknown || (a.tier ?? 0) - (b.tier ?? 0))[0]?.tier ?? null;
}

/** Half of direct spend must be known before it says more than the number of suppliers. */
const enoughSpend = 0.5;

export function largestPart({ byCountry, suppliers, spendKnown }: ConcentrationFound): Priorities['concentration'] {
  const by = spendKnown >= enoughSpend ? 'spend' : 'suppliers';
  const total = by === 'spend' ? spendKnown : suppliers;
  const [first, ...others] = byCountry.parts.toSorted((a, b) => b[by] - a[by]);
  if (!first || total === 0 || first[by] === 0) return null;
  return {
    by,
    part: first,
    share: first[by] / total,
    others: others.map((part) => part[by] / total).filter((share) => share > 0),
    index: byCountry[by].index,
  };
}

async function readWorst(db: TenantDb): Promise<Priorities['worst']> {
  const row = await queryFirst(
    db,
    z.object({ partyId: z.string(), publicId: z.string(), name: z.string(), band: bandSchema }),
    sql`SELECT s."partyId", p."publicId", p."name", s."band" FROM "Supplier" s
      JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      WHERE s."archivedAt" IS NULL AND s."tier" IS NOT NULL AND s."band" IS NOT NULL
      ORDER BY s."score" DESC NULLS LAST, s."tier", s."nameKey", s."partyId" LIMIT 1`,
  );
  if (!row) return null;
  const path = await readPathToBuyer(db, row.partyId);
  return path.length === 0 ? null : { publicId: row.publicId, name: row.name, path };
}
