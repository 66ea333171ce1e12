import { z } from 'zod';
import { type Band, bandSchema, linkKindSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { LinkWindow } from './link-window';

/** A party around the one in the middle. `level` -1 supplies it, 1 is supplied by it, and so on outwards. */
export type ChainNode = {
  id: string;
  publicId: string;
  name: string;
  kind: string;
  country: string | null;
  band: Band | null;
  tier: number | null;
  level: number;
};
export type ChainLink = z.infer<typeof linkSchema>;
export type Chain = {
  nodes: ChainNode[];
  links: ChainLink[];
  /** Whether more links lie within this distance than are shown. */
  isCut: boolean;
};

const linkSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  kind: linkKindSchema,
  product: z.string().nullable(),
  isInferred: z.boolean(),
  sourceId: z.string(),
});
const perLevel = 60;

/** The chain around a party within a window, `depth` links up and down; an edge of a site counts for its supplier. At most two queries a level and one for the names. */
export async function readChain(db: TenantDb, options: { partyId: string; within: LinkWindow; depth?: number }): Promise<Chain> {
  const depth = options.depth ?? 2;
  const levels = new Map([[options.partyId, 0]]);
  const links = new Map<string, ChainLink>();
  let isCut = false;
  const frontiers = { down: [options.partyId], up: [options.partyId] };
  // Nearest first on both sides, so that a party in a cycle is placed where it is closest; downwards where both are equally close.
  for (let distance = 1; distance <= depth; distance++) {
    for (const side of ['down', 'up'] as const) {
      const frontier = frontiers[side];
      if (frontier.length === 0) continue;
      const found = side === 'up' ? await linksInto(db, frontier, options.within) : await linksOutOf(db, frontier, options.within);
      isCut ||= found.length > perLevel;
      const next = new Set<string>();
      for (const link of found.slice(0, perLevel)) {
        links.set(link.id, link);
        const other = side === 'up' ? link.from : link.to;
        if (levels.has(other)) continue;
        levels.set(other, side === 'up' ? -distance : distance);
        next.add(other);
      }
      frontiers[side] = [...next];
    }
  }
  return { nodes: await readNodes(db, levels), links: [...links.values()].filter((link) => link.from !== link.to), isCut };
}

async function linksInto(db: TenantDb, partyIds: string[], { first, last, knownAt }: LinkWindow): Promise<ChainLink[]> {
  return linkSchema.array().parse(
    await db.$queryRaw`
      SELECT min(l."id"::text) AS id, COALESCE(a."supplierPartyId", l."fromPartyId") AS "from", COALESCE(b."supplierPartyId", l."toPartyId") AS "to",
        l."kind", string_agg(DISTINCT l."product", ' | ') AS product, bool_and(l."isInferred") AS "isInferred", min(l."sourceId"::text) AS "sourceId"
      FROM links_held(${first}::date, ${last}::date, ${knownAt}::timestamptz) l
      LEFT JOIN "Site" a ON a."organizationId" = l."organizationId" AND a."partyId" = l."fromPartyId"
      LEFT JOIN "Site" b ON b."organizationId" = l."organizationId" AND b."partyId" = l."toPartyId"
      WHERE (l."toPartyId" = ANY(${partyIds}::uuid[]) OR l."toPartyId" IN (SELECT "partyId" FROM "Site" WHERE "supplierPartyId" = ANY(${partyIds}::uuid[])))
      GROUP BY l."fromPartyId", l."toPartyId", l."kind", a."supplierPartyId", b."supplierPartyId" ORDER BY min(l."createdAt"), 1 LIMIT ${perLevel + 1}::int`,
  );
}

async function linksOutOf(db: TenantDb, partyIds: string[], { first, last, knownAt }: LinkWindow): Promise<ChainLink[]> {
  return linkSchema.array().parse(
    await db.$queryRaw`
      SELECT min(l."id"::text) AS id, COALESCE(a."supplierPartyId", l."fromPartyId") AS "from", COALESCE(b."supplierPartyId", l."toPartyId") AS "to",
        l."kind", string_agg(DISTINCT l."product", ' | ') AS product, bool_and(l."isInferred") AS "isInferred", min(l."sourceId"::text) AS "sourceId"
      FROM links_held(${first}::date, ${last}::date, ${knownAt}::timestamptz) l
      LEFT JOIN "Site" a ON a."organizationId" = l."organizationId" AND a."partyId" = l."fromPartyId"
      LEFT JOIN "Site" b ON b."organizationId" = l."organizationId" AND b."partyId" = l."toPartyId"
      WHERE (l."fromPartyId" = ANY(${partyIds}::uuid[]) OR l."fromPartyId" IN (SELECT "partyId" FROM "Site" WHERE "supplierPartyId" = ANY(${partyIds}::uuid[])))
      GROUP BY l."fromPartyId", l."toPartyId", l."kind", a."supplierPartyId", b."supplierPartyId" ORDER BY min(l."createdAt"), 1 LIMIT ${perLevel + 1}::int`,
  );
}

async function readNodes(db: TenantDb, levels: ReadonlyMap<string, number>): Promise<ChainNode[]> {
  const parties = await db.party.findMany({
    where: { id: { in: [...levels.keys()] } },
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      publicId: true,
      name: true,
      kind: true,
      supplier: { select: { country: true, band: true, tier: true } },
      labourRecruiter: { select: { country: true } },
    },
  });
  return parties.map(({ supplier, labourRecruiter, ...party }) => {
    const band = bandSchema.safeParse(supplier?.band);
    return {
      ...party,
      country: supplier?.country ?? labourRecruiter?.country ?? null,
      band: band.success ? band.data : null,
      tier: supplier?.tier ?? null,
      level: levels.get(party.id) ?? 0,
    };
  });
}
