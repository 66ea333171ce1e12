import { z } from 'zod';
import { query, readRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { flowKinds, type LinkTerms } from './link-form';
import { peakShare } from './peak-share';

const rowSchema = z.object({ share: z.number(), validFrom: z.string().nullable(), validTo: z.string().nullable() });
/** As much over 1 as six decimals may round. */
const tolerance = 1e-5;

export type ShareProblem = { buyer: string; others: number; sum: number };

/**
 * Whether the shares of what one buyer buys stay within the whole once this edge says what is given; a site counts as its supplier.
 * Answers null when they do. The buyer's row is locked, so that two members at once cannot go past the whole together.
 * Lowering a share is never refused, however much a file had claimed.
 */
export async function checkShares(
  db: TenantDb,
  link: Pick<LinkTerms, 'kind' | 'share' | 'validFrom' | 'validTo'> & {
    toPartyId: string;
    exceptLinkId?: string;
    shareBefore?: number | null;
  },
): Promise<ShareProblem | null> {
  const { share, validFrom, validTo } = link;
  if (share === null || !flowKinds.includes(link.kind)) return null;
  const site = await db.site.findFirst({ where: { partyId: link.toPartyId }, select: { supplierPartyId: true } });
  const buyerId = site?.supplierPartyId ?? link.toPartyId;
  const [buyer] = await readRows(db, query.selectFrom('Party').select('name').where('id', '=', buyerId).forUpdate());
  const parts = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT l."share"::float8 AS share, l."validFrom"::text AS "validFrom", l."validTo"::text AS "validTo" FROM known_links() l
      WHERE (l."toPartyId" = ${buyerId}::uuid OR l."toPartyId" IN (SELECT "partyId" FROM "Site" WHERE "supplierPartyId" = ${buyerId}::uuid))
        AND l."kind" IN ('supplies', 'subcontracts') AND l."share" IS NOT NULL AND l."id" IS DISTINCT FROM ${link.exceptLinkId ?? null}::uuid`,
  );
  const sum = peakShare([...parts, { share, validFrom, validTo }], { validFrom, validTo });
  if (sum <= 1 + tolerance || share <= (link.shareBefore ?? -1)) return null;
  return { buyer: buyer?.name ?? '', others: sum - share, sum };
}
