import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { GoneForm, RetiredNotice } from '~/suppliers/import/gone-form';
import { findReplacing, readGonePage } from '~/suppliers/import/gone-page.server';
import { retireFormSchema } from '~/suppliers/import/retired';
import { restoreGone } from '~/suppliers/import/restore-gone.server';
import { retireGone } from '~/suppliers/import/retire-gone.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const page = await member.inOrganization((db) => readGonePage(db, param(params, 'batchId')), { timeoutMs: 60_000 });
  if (!page) throw notFound();
  return {
    ...page,
    organization: `/o/${member.organization.slug}`,
    batchId: params.batchId,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const batchId = param(params, 'batchId');
  const userId = member.user.id;
  const here = `/o/${member.organization.slug}/suppliers/import/${batchId}/removed`;
  const form = await readForm(request);
  const intent = form.get('intent');
  const batch = await member.inOrganization((db) => findReplacing(db, batchId));
  if (!batch) throw notFound();
  if (intent === 'restore') {
    const back = await member.inOrganization((db) => restoreGone(db, { batchId, userId }), { timeoutMs: 60_000 });
    return redirectWithFlash(
      here,
      back === null ? { tone: 'info', text: m.list_changes_nothing_to_undo() } : { tone: 'success', text: m.list_changes_undone() },
    );
  }
  if (intent !== 'retire') throw badRequest('intent');
  const parsed = parseForm(form, retireFormSchema);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { supplier, what, on } = parsed.value;
  const note = m.list_changes_source({ list: batch.listName ?? '' });
  const result = await member.inOrganization(
    (db) =>
      retireGone(db, {
        batchId,
        publicIds: new Set(supplier),
        on,
        withArchive: what === 'archive',
        note,
        userId,
        at: new Date(),
      }),
    { timeoutMs: 60_000 },
  );
  if (result.kind === 'refused') {
    if (result.code === 'done') return redirectWithFlash(here, { tone: 'info', text: m.list_changes_already() });
    return data(formFailure(form, { supplier: [m.list_changes_error_nobody()] }), { status: 422 });
  }
  const { suppliers } = result.retired;
  return redirectWithFlash(here, { tone: 'success', text: m.list_changes_done_flash({ count: suppliers }) });
}

export const meta: MetaFunction = () => [{ title: `${m.list_changes_title()} · Manumit` }];

export default function GoneFromList() {
  const { listName, suppliers, retired, on, organization, batchId } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const imports = `${organization}/suppliers/import`;
  return (
    <>
      <PageHeader
        title={m.list_changes_title()}
        lead={m.list_changes_lead({ list: listName })}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: `${organization}/suppliers` },
          { label: m.import_title(), to: imports },
          { label: listName, to: `${imports}/${batchId}` },
          { label: m.list_changes_title() },
        ]}
      />
      {retired && <RetiredNotice retired={retired} />}
      {!retired && suppliers.length > 0 && <GoneForm gone={suppliers} organization={organization} on={on} failure={failure} />}
      {!retired && suppliers.length === 0 && (
        <EmptyState
          title={m.list_changes_nobody()}
          actions={<LinkButton to={`${organization}/suppliers`}>{m.import_see_suppliers()}</LinkButton>}
        >
          {m.list_changes_nobody_text()}
        </EmptyState>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
