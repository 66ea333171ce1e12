import type { LinkKind } from '#scoring';
import { query, readRows } from '~/access/sql/query.server';
import { knownLinks } from '~/access/sql/functions.server';
import { onDay } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** Whether a link of this kind between these ends exists already for the same product (or without one) on a day of the period. Open ends are null. One query. */
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
  const found = await readRows(
    db,
    query
      .selectFrom(knownLinks().as('l'))
      .select('l.id')
      .where('l.fromPartyId', '=', fromPartyId)
      .where('l.toPartyId', '=', toPartyId)
      .where('l.kind', '=', kind)
      .where('l.product', 'is not distinct from', product)
      .where('l.id', 'is distinct from', exceptLinkId)
      .where((where) => where.or([where('l.validFrom', 'is', null), where('l.validFrom', '<=', onDay(validTo ?? 'infinity'))]))
      .where((where) => where.or([where('l.validTo', 'is', null), where('l.validTo', '>=', onDay(validFrom ?? '-infinity'))]))
      .limit(1),
  );
  return found.length > 0;
}
