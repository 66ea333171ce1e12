import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { OpenCaseHere } from '~/platform/privacy/open-case';
import { ListPlaceLinks } from '~/platform/lists/list-place-links';
import { primaryAct } from '~/risk/supplier-verdict/primary-act';
import { readHeadState } from '~/risk/supplier-verdict/read-state.server';
import { SupplierActs } from '~/risk/supplier-verdict/supplier-acts';
import { SupplierMeta } from '~/risk/supplier-verdict/supplier-meta';
import { archiveSupplier } from '~/suppliers/registry/archive-supplier.server';
import { readListPlace } from '~/suppliers/registry/list-place.server';
import { findSupplierId, readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { Tabs } from '~/ui/tabs';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const from = new URL(request.url).searchParams.get('list')?.slice(0, 2_000) ?? null;
  const read = await member.inOrganization(async (db) => {
    const head = await readSupplierHead(db, params.supplierId);
    if (!head) return null;
    const caller = { userId: member.user.id, role: member.role };
    const inList = from === null ? null : await readListPlace(db, new URLSearchParams(from), head.partyId);
    return { head, inList, ...(await readHeadState(db, { partyId: head.partyId, caller, mayReadAudits: member.can('read:audit') })) };
  });
  if (!read) throw notFound();
  const { acts, head, ...shown } = read;
  return {
    ...shown,
    head,
    from,
    act: primaryAct({ ...acts, isArchived: head.isArchived, band: head.reading?.band ?? null }, member.can),
    sector: head.sector ? (sectorTitles([head.sector])[head.sector] ?? head.sector) : null,
    base: `/o/${member.organization.slug}`,
    may: {
      ...{ edit: member.can('edit:supplier'), assess: member.can('open:response') },
      ...{ openCase: member.can('open:sensitive-case'), readReports: member.can('read:report') },
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const intent = (await readForm(request)).get('intent');
  if (intent !== 'archive' && intent !== 'restore') throw badRequest('intent');
  const isArchived = intent === 'archive';
  const isDone = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    return archiveSupplier(db, { partyId, isArchived, userId: member.user.id, at: new Date() });
  });
  const text = isArchived ? m.suppliers_archived_done() : m.suppliers_restored_done();
  return redirectWithFlash(`/o/${member.organization.slug}/suppliers/${params.supplierId}`, { tone: isDone ? 'success' : 'info', text });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.head.name ?? ''} · Manumit` }];

export default function SupplierPages() {
  const { head, act, counts, place, products, workers, sector, base, may, from, inList } = useLoaderData<typeof loader>();
  const page = `${base}/suppliers/${head.publicId}`;
  // The list that the supplier was opened from stays in the address from tab to tab and from supplier to supplier.
  const kept = from === null ? '' : `?list=${encodeURIComponent(from)}`;
  const tab = useLocation().pathname.slice(page.length);
  return (
    <>
      <PageHeader
        title={head.name}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: `${base}/suppliers${from ? `?${from}` : ''}` }]}
        beside={
          inList && (
            <ListPlaceLinks
              place={inList}
              labels={{ previous: m.lists_place_previous(), next: m.lists_place_next() }}
              hrefOf={(publicId) => `${base}/suppliers/${publicId}${tab}${kept}`}
            />
          )
        }
        meta={<SupplierMeta head={head} state={{ place, products, workers }} sector={sector} />}
        actions={<SupplierActs head={head} act={act} base={base} may={may} />}
      />
      {head.isArchived && (
        <div className="mb-6">
          <Notice
            tone="warning"
            title={m.suppliers_archived()}
            actions={
              may.edit && (
                <Form method="post" action={page}>
                  <Button name="intent" value="restore">
                    {m.suppliers_restore()}
                  </Button>
                </Form>
              )
            }
          >
            {m.suppliers_archived_text()}
          </Notice>
        </div>
      )}
      <Tabs
        label={m.suppliers_tabs()}
        tabs={[
          { to: `${page}${kept}`, label: m.suppliers_tab_overview(), end: true },
          { to: `${page}/score${kept}`, label: m.supplier_verdict_tab_score() },
          { to: `${page}/supply-chain${kept}`, label: m.suppliers_tab_chain(), count: head.counts.links },
          { to: `${page}/sites${kept}`, label: m.suppliers_tab_sites(), count: head.counts.sites },
          { to: `${page}/responses${kept}`, label: m.supplier_verdict_tab_questionnaires(), count: counts.responses },
          { to: `${page}/findings${kept}`, label: m.supplier_verdict_tab_audits(), count: counts.findings + (counts.audits ?? 0) },
          { to: `${page}/corrective-actions${kept}`, label: m.supplier_verdict_tab_actions(), count: counts.actions },
          { to: `${page}/documents${kept}`, label: m.supplier_verdict_tab_documents(), count: counts.documents },
          { to: `${page}/notes${kept}`, label: m.notes_tab(), count: head.counts.notes },
          { to: `${page}/history${kept}`, label: m.supplier_verdict_tab_history() },
        ]}
      />
      <Outlet />
      {may.openCase && (
        <div className="mt-10 border-t border-line pt-3" data-print="none">
          <OpenCaseHere base={base} about={head.publicId} />
        </div>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
