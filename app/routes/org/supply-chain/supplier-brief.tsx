import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { notFound } from '~/platform/http/responses.server';
import { BriefSummary } from '~/supply-chain/supplier-brief/brief-summary';
import { readSupplierBrief } from '~/supply-chain/supplier-brief/read-supplier-brief.server';
import { LinkButton } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const brief = await member.inOrganization((db) => readSupplierBrief(db, member, { publicId: params.supplierId, now: new Date() }));
  if (!brief) throw notFound();
  return { brief, base: `/o/${member.organization.slug}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.supplier_brief_title(), ...(data ? [data.brief.supplier.name] : []), 'Manumit'].join(' · ') },
];

export default function SupplierBriefPage() {
  const { brief, base } = useLoaderData<typeof loader>();
  const { name, publicId } = brief.supplier;
  const page = `${base}/suppliers/${publicId}`;
  return (
    <>
      <PageHeader
        title={m.supplier_brief_title()}
        lead={m.supplier_brief_lead({ supplier: name })}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: `${base}/suppliers` },
          { label: name, to: page },
          { label: m.supplier_brief_title() },
        ]}
        actions={
          <LinkButton to={`${page}/brief.pdf`} reloadDocument icon="download" variant="primary">
            {m.supplier_brief_download()}
          </LinkButton>
        }
      />
      <BriefSummary brief={brief} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
