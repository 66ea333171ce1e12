import type { InOrganization } from '~/access/tenant-db.server';

/**
 * Where the page of a supplier or site that is part of another now leads, as a path with the same end; null when nothing was merged.
 * One query, and none for a page of neither.
 */
export async function mergedAddress(
  inOrganization: InOrganization,
  { request, params }: { request: Request; params: { supplierId?: string | undefined; siteId?: string | undefined } },
): Promise<string | null> {
  const publicId = params.supplierId ?? params.siteId;
  if (!publicId) return null;
  const found = await inOrganization((db) =>
    db.mergedParty.findFirst({ where: { party: { is: { publicId } } }, select: { into: { select: { publicId: true } } } }),
  );
  if (!found) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete('_routes');
  const search = searchParams.size > 0 ? `?${searchParams}` : '';
  return pathname.replace(/\.data$/, '').replace(`/${publicId}`, `/${found.into.publicId}`) + search;
}
