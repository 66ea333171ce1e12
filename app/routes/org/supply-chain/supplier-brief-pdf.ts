import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { readSupplierBrief } from '~/supply-chain/supplier-brief/read-supplier-brief.server';
import { renderSupplierBriefApart } from '~/supply-chain/supplier-brief/render-apart.server';

/** A brief on a supplier for a meeting, drawn from what is recorded now and stored nowhere. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const brief = await member.inOrganization((db) => readSupplierBrief(db, member, { publicId: params.supplierId, now: new Date() }));
  if (!brief) throw notFound();
  return downloadResponse(await renderSupplierBriefApart(brief), {
    fileName: `supplier-brief-${brief.supplier.publicId}-${brief.asOf}.pdf`,
    mediaType: 'application/pdf',
  });
}
