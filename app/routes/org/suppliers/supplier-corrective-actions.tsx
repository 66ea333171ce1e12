import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ActionTable } from '~/findings/corrective-actions/action-table';
import { listActions } from '~/findings/corrective-actions/list-actions.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, inOrganization } = await requireMember(request, params, 'read:finding');
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const page = await inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    return partyId ? listActions(db, { partyId, today }) : null;
  });
  if (!page) throw notFound();
  return { ...page, base: `/o/${organization.slug}`, supplierId: param(params, 'supplierId') };
}

export const meta: MetaFunction = () => [{ title: `${m.corrective_actions_title()} · Manumit` }];

export default function SupplierActions() {
  const { rows, next, base, supplierId } = useLoaderData<typeof loader>();
  return (
    <>
      <p className="mb-4 flex flex-wrap gap-2" data-print="none">
        <LinkButton to={`${base}/suppliers/${supplierId}/progress`} icon="print">
          {m.corrective_actions_progress()}
        </LinkButton>
      </p>
      <ActionTable
        rows={rows}
        base={base}
        withSupplier={false}
        empty={
          <EmptyState
            title={m.corrective_actions_none()}
            actions={<Link to={`${base}/suppliers/${supplierId}/findings`}>{m.corrective_actions_none_do()}</Link>}
          >
            {m.corrective_actions_none_text()}
          </EmptyState>
        }
      />
      {rows.length > 0 && (
        <p className="mt-4">
          <Link to={`${base}/corrective-actions?supplier=${supplierId}`}>
            {next ? m.corrective_actions_all_of_supplier() : m.corrective_actions_on_board()}
          </Link>
        </p>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
