import type { LinkKind } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';

/** Whether a link of this kind between these ends holds already for the same product (or for none said) on a day of the period. Open ends are null. One query. */
export async function overlapsExistingLink(
  db: TenantDb,
  link: {
    fromPartyId: string;
    toPartyId: string;
    kind: LinkKind;
    product: string | null;
    validFrom: string | null;
    validTo: string | null;
    exceptLinkId?: string;
  },
): Promise<boolean> {
  const { fromPartyId, toPartyId, kind, product, validFrom, validTo, exceptLinkId = null } = link;
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM known_links() l
    WHERE l."fromPartyId" = ${fromPartyId}::uuid AND l."toPartyId" = ${toPartyId}::uuid AND l."kind" = ${kind}
      AND l."product" IS NOT DISTINCT FROM ${product} AND l."id" IS DISTINCT FROM ${exceptLinkId}::uuid
      AND (l."validFrom" IS NULL OR l."validFrom" <= COALESCE(${validTo}::date, 'infinity'))
      AND (l."validTo" IS NULL OR l."validTo" >= COALESCE(${validFrom}::date, '-infinity')) LIMIT 1`;
  return found.length > 0;
}
