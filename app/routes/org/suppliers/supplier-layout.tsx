import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { archiveSupplier } from '~/suppliers/registry/archive-supplier.server';
import { findSupplierId, readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { sectorTitles } from '~/suppliers/registry/sector-titles.server';
import { SupplierMeta } from '~/risk/supplier-pages/supplier-header';
import { OpenCaseHere } from '~/platform/privacy/open-case';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { Tabs } from '~/ui/tabs';
import { readForm } from '~/web/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const head = await member.inOrganization((db) => readSupplierHead(db, params.supplierId));
  if (!head) throw notFound();
  return {
    head,
    sector: head.sector ? (sectorTitles([head.sector])[head.sector] ?? head.sector) : null,
    base: `/o/${member.organization.slug}`,
    may: { edit: member.can('edit:supplier'), assess: member.can('open:response'), openCase: member.can('open:sensitive-case') },
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
  const { head, sector, base, may } = useLoaderData<typeof loader>();
  const page = `${base}/suppliers/${head.publicId}`;
  return (
    <>
      <PageHeader
        title={head.name}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: `${base}/suppliers` }, { label: head.name }]}
        meta={<SupplierMeta head={head} sector={sector} />}
        actions={
          <>
            {may.assess && !head.isArchived && (
              <LinkButton to={`${base}/responses/new?supplier=${head.publicId}`} icon="assessment">
                {m.suppliers_assess()}
              </LinkButton>
            )}
            <LinkButton to={`${page}/identity`} variant="quiet">
              {may.edit ? m.match_identity_title() : m.match_report_title()}
            </LinkButton>
            {may.edit && !head.isArchived && (
              <>
                <LinkButton to={`${page}/edit`} icon="edit" variant="primary">
                  {m.suppliers_edit()}
                </LinkButton>
                <Dialog trigger={m.suppliers_archive()} title={m.suppliers_archive_title({ name: head.name })} variant="quiet">
                  <Form method="post" action={page} className="grid gap-4">
                    <p>{m.suppliers_archive_text()}</p>
                    <Button name="intent" value="archive" variant="danger">
                      {m.suppliers_archive()}
                    </Button>
                  </Form>
                </Dialog>
              </>
            )}
          </>
        }
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
          { to: page, label: m.suppliers_tab_overview(), end: true },
          { to: `${page}/supply-chain`, label: m.suppliers_tab_chain(), count: head.counts.links },
          { to: `${page}/sites`, label: m.suppliers_tab_sites(), count: head.counts.sites },
          { to: `${page}/responses`, label: m.suppliers_tab_assessments(), count: head.counts.assessments },
          { to: `${page}/findings`, label: m.suppliers_tab_findings(), count: head.counts.findings },
          { to: `${page}/corrective-actions`, label: m.corrective_actions_title() },
          { to: `${page}/notes`, label: m.notes_tab(), count: head.counts.notes },
          { to: `${page}/history`, label: m.suppliers_tab_history() },
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

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
