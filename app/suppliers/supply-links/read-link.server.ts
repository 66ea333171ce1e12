import { z } from 'zod';
import { linkKindSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { LinkTerms } from './link-form';

export type LinkEnd = { partyId: string; publicId: string; name: string; kind: string };
export type LinkRecord = LinkTerms & { id: string; sourceId: string; from: LinkEnd; to: LinkEnd };

const endSelect = { id: true, publicId: true, name: true, kind: true } as const;

/** One edge with its ends, or null: unknown, or not of this party (nor, of a supplier, of its sites). One query. */
export async function readLink(db: TenantDb, options: { linkId: string; partyId: string }): Promise<LinkRecord | null> {
  if (!z.uuid().safeParse(options.linkId).success) return null;
  const { partyId } = options;
  const isOurs = [{ id: partyId }, { site: { is: { supplierPartyId: partyId } } }];
  const link = await db.supplyLink.findFirst({
    where: { id: options.linkId, withdrawnAt: null, OR: [{ from: { is: { OR: isOurs } } }, { to: { is: { OR: isOurs } } }] },
    include: { from: { select: endSelect }, to: { select: endSelect } },
  });
  if (!link) return null;
  const end = ({ id, ...party }: (typeof link)['from']): LinkEnd => ({ partyId: id, ...party });
  return {
    id: link.id,
    sourceId: link.sourceId,
    kind: linkKindSchema.parse(link.kind),
    product: link.product,
    share: link.share?.toNumber() ?? null,
    volume: link.volume?.toNumber() ?? null,
    volumeUnit: link.volumeUnit,
    validFrom: link.validFrom?.toISOString().slice(0, 10) ?? null,
    validTo: link.validTo?.toISOString().slice(0, 10) ?? null,
    isInferred: link.isInferred,
    confidence: link.confidence?.toNumber() ?? null,
    from: end(link.from),
    to: end(link.to),
  };
}
