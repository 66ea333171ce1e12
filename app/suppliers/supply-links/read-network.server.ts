import { z } from 'zod';
import { type Network, type NetworkNode, type OverrideCode, overrideCodes, parameterAt } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { activeOn, type LinkWindow } from './link-window';
import { type NetworkRow, readAllLinks, readLinksAbove } from './read-network-links.server';

export type NetworkParty = { publicId: string; name: string; kind: string };
export type ReadNetwork = {
  network: Network;
  /** Parties of the network by id. */
  parties: Map<string, NetworkParty>;
};

const partySchema = z.object({
  id: z.string(),
  publicId: z.string(),
  name: z.string(),
  kind: z.string(),
  score: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const overrideSchema = z.object({ partyId: z.string(), codes: z.array(z.enum(overrideCodes)) });

/**
 * The supply graph as R10 takes it: links that supply or subcontract on the day (or `within` another window), a site counted as its supplier, stored scores, overrides in force.
 * Archived suppliers and their links are left out, but for the one that `evenArchived` names. With `upstreamOf`, what lies upstream of those parties, however far;
 * without overrides unless requested.
 * Three queries at most, however many parties; with `upstreamOf` one more for each step of the chain, up to eight.
 */
export async function readNetwork(
  db: TenantDb,
  options: { asOf: string; within?: LinkWindow; upstreamOf?: string | readonly string[]; withOverrides?: boolean; evenArchived?: string },
): Promise<ReadNetwork> {
  const within = options.within ?? activeOn(options.asOf);
  const roots = options.upstreamOf === undefined ? null : [options.upstreamOf].flat();
  const links = roots ? await readLinksAbove(db, roots, within) : await readAllLinks(db, within);
  const ids = [...new Set([...(roots ?? []), ...links.flatMap(({ supplier, buyer }) => [supplier, buyer])])];
  const rows = partySchema.array().parse(
    await db.$queryRaw`
      SELECT p."id", p."publicId", p."name", p."kind", s."score"::float8 AS score, s."scoreLow"::float8 AS low, s."scoreHigh"::float8 AS high
      FROM "Party" p LEFT JOIN "Supplier" s ON s."organizationId" = p."organizationId" AND s."partyId" = p."id"
      WHERE p."id" = ANY(${ids}::uuid[]) AND (s."archivedAt" IS NULL OR p."id" = ${options.evenArchived ?? null}::uuid)`,
  );
  const overrides = options.withOverrides === false ? new Map() : await overridesOf(db, ids, options.asOf);
  const parties = new Map(rows.map(({ id, publicId, name, kind }) => [id, { publicId, name, kind }]));
  const held = links.filter(({ supplier, buyer }) => parties.has(supplier) && parties.has(buyer));
  const products = productsBySupplier(held);
  const nodes = rows.map(({ id, kind, score, low, high }): NetworkNode => {
    if (kind === 'unknown-origin') return { id, kind: 'unknown-origin', products: products.get(id) ?? [] };
    const own = score === null ? null : { score, ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
    return { id, own, overrides: overrides.get(id) ?? [] };
  });
  return { network: { asOf: options.asOf, nodes, links: held.map(({ product: _, ...link }) => link) }, parties };
}

/** Overrides in force of the newest score; only scores not below the lowest floor, and suppliers without one, can have any. */
async function overridesOf(db: TenantDb, ids: string[], asOf: string): Promise<Map<string, OverrideCode[]>> {
  const least = Math.min(...overrideCodes.map((code) => parameterAt(`R7.${code}`, asOf).value.floor));
  const rows = overrideSchema.array().parse(
    await db.$queryRaw`
      SELECT s."partyId", (
        SELECT array_agg(DISTINCT o->>'code') FROM jsonb_array_elements(c."result"->'overrides') o WHERE o->>'state' = 'in-force'
      ) AS codes
      FROM "Supplier" s JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId"
      WHERE s."partyId" = ANY(${ids}::uuid[]) AND (s."score" >= ${least} OR s."score" IS NULL)
        AND jsonb_path_exists(c."result", '$.overrides[*] ? (@.state == "in-force")')`,
  );
  return new Map(rows.map(({ partyId, codes }) => [partyId, codes]));
}

function productsBySupplier(links: readonly NetworkRow[]): Map<string, string[]> {
  const products = new Map<string, string[]>();
  for (const { supplier, product } of links) if (product) products.set(supplier, [...(products.get(supplier) ?? []), product]);
  return products;
}
