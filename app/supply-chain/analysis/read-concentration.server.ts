import { z } from 'zod';
import type { ChainOf } from './chain-of';
import type { TenantDb } from '~/access/tenant-db.server';
import { type Concentration, concentrationOf } from './concentration';
import { tradingWithin } from './trading-within.server';

export type Part = { name: string; suppliers: number; spend: number };
export type Spread = {
  /** The largest parts by number of suppliers. */
  parts: Part[];
  inAll: number;
  suppliers: Concentration;
  /** Of what is bought directly and whose share is known. */
  spend: Concentration;
};
export type ConcentrationFound = {
  byCountry: Spread;
  byGroup: Spread;
  suppliers: number;
  /** Suppliers without a country; without a group each counts for itself. */
  withoutCountry: number;
  withoutGroup: number;
  /** Part of what the organization buys directly whose share is known, 0 to 1. */
  spendKnown: number;
};

const mostParts = 8;
const rowSchema = z.array(z.object({ name: z.string().nullable(), suppliers: z.number(), spend: z.number() }));

/**
 * How the chain is spread over countries and over groups of companies, by number of suppliers and by direct spend (shares of the links into the
 * organization). A supplier without a parent company is a group of its own. With tiers given, those who
 * trade within the window. Two queries; rows grow with countries and groups.
 */
export async function readConcentration(db: TenantDb, of: ChainOf): Promise<ConcentrationFound> {
  const byCountry = await readParts(db, 'country', of);
  const byGroup = await readParts(db, 'group', of);
  const sumOf = (rows: typeof byCountry, field: 'suppliers' | 'spend') => rows.reduce((sum, row) => sum + row[field], 0);
  const lone = byGroup.filter(({ name }) => name === null);
  const groups = byGroup.filter(({ name }) => name !== null);
  return {
    byCountry: spreadOf(
      byCountry.filter(({ name }) => name !== null),
      [],
    ),
    byGroup: spreadOf(groups, lone),
    suppliers: sumOf(byCountry, 'suppliers'),
    withoutCountry: sumOf(
      byCountry.filter(({ name }) => name === null),
      'suppliers',
    ),
    withoutGroup: sumOf(lone, 'suppliers'),
    spendKnown: Math.min(1, sumOf(byCountry, 'spend')),
  };
}

type Row = z.infer<typeof rowSchema>[number];

function spreadOf(named: readonly Row[], lone: readonly Row[]): Spread {
  const all = [...named, ...lone];
  return {
    parts: named.slice(0, mostParts).map(({ name, suppliers, spend }) => ({ name: name ?? '', suppliers, spend })),
    inAll: named.length,
    suppliers: concentrationOf(all.map(({ suppliers }) => suppliers)),
    spend: concentrationOf(all.map(({ spend }) => spend)),
  };
}

async function readParts(db: TenantDb, by: 'country' | 'group', { within, tiers }: ChainOf): Promise<Row[]> {
  const { first, last, knownAt } = within;
  return rowSchema.parse(
    await db.$queryRaw`
      WITH direct AS (
        SELECT COALESCE(t."supplierPartyId", l."fromPartyId") AS id, sum(l."share") AS share
        FROM links_held(${first}::date, ${last}::date, ${knownAt}::timestamptz) l
        JOIN "Party" b ON b."organizationId" = l."organizationId" AND b."id" = l."toPartyId" AND b."kind" = 'buyer'
        LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."fromPartyId"
        WHERE l."kind" IN ('supplies', 'subcontracts') GROUP BY 1
      ), trading AS (
        ${tradingWithin(within)}
      ), each AS (
        SELECT s."partyId", CASE WHEN ${by} = 'country' THEN s."country" ELSE s."parentCompany" END AS name, COALESCE(d.share, 0) AS share
        FROM "Supplier" s LEFT JOIN direct d ON d.id = s."partyId"
        WHERE s."archivedAt" IS NULL AND (${tiers === null} OR s."partyId" IN (SELECT id FROM trading))
      )
      SELECT name, count(*)::int AS suppliers, sum(share)::float8 AS spend FROM each
      GROUP BY name, CASE WHEN name IS NULL AND ${by} = 'group' THEN "partyId" END
      ORDER BY 2 DESC, 3 DESC, 1`,
  );
}
