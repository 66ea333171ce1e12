import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { FindingTable } from '~/features/finding/finding-table';
import { showFindings } from '~/features/finding/show-findings.server';
import { findSupplierId } from '~/features/supplier/read-supplier.server';
import { m } from '~/paraglide/messages';
import { notFound } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:finding');
  const page = await member.inOrganization(async (db) =>
    (await findSupplierId(db, params.supplierId)) ? showFindings(db, { supplierPublicId: params.supplierId ?? '' }) : null,
  );
  if (!page) throw notFound();
  const { rows, next } = page;
  return { rows, hasMore: next !== null, slug: member.organization.slug, supplierId: params.supplierId ?? '' };
}

export const meta: MetaFunction = () => [{ title: `${m.supplier_tab_findings()} · Manumit` }];

export default function SupplierFindings() {
  const { rows, hasMore, slug, supplierId } = useLoaderData<typeof loader>();
  const desk = `/o/${slug}/findings?supplier=${supplierId}`;
  return (
    <>
      <FindingTable rows={rows} slug={slug} canMove={false} empty={<p className="text-muted">{m.supplier_findings_none()}</p>} />
      {rows.length > 0 && (
        <p className="mt-4">
          <Link to={desk}>{hasMore ? m.supplier_findings_all() : m.supplier_findings_desk()}</Link>
        </p>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
