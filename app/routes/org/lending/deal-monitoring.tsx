import { Term } from '~/ui/term';
import { covenantTerm } from '~/platform/terms/glossary-terms';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CovenantTable } from '~/lending/covenants/covenant-table';
import { covenantKinds, covenantStatuses } from '~/lending/covenants/covenant-lists';
import { covenantKindLabel, covenantStatusLabel } from '~/lending/covenants/labels';
import { covenantRow, listCovenants } from '~/lending/covenants/read-covenants.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const today = new Date().toISOString().slice(0, 10);
  const url = new URL(request.url).searchParams;
  const found = await member.inOrganization(async (db) => {
    const deal = await findDeal(db, param(params, 'dealId'));
    return deal && { deal, rows: (await listCovenants(db, { dealId: deal.id, today })).map(covenantRow) };
  });
  if (!found) throw notFound();
  const { deal, rows } = found;
  const covenantStatus = covenantStatuses.find((known) => known === url.get('standing'));
  const kind = covenantKinds.find((known) => known === url.get('kind'));
  return {
    rows: rows.filter((row) => (!covenantStatus || row.covenantStatus === covenantStatus) && (!kind || row.kind === kind)),
    isEmpty: rows.length === 0,
    mayEdit: member.can('edit:deal') && deal.status !== 'declined' && deal.status !== 'exited',
    here: `/o/${member.organization.slug}/deals/${deal.id}/monitoring`,
  };
}

export default function Covenants() {
  const { rows, isEmpty, mayEdit, here } = useLoaderData<typeof loader>();
  const add = mayEdit && (
    <LinkButton to={`${here}/covenants/new`} variant="primary" icon="add">
      {m.monitoring_add()}
    </LinkButton>
  );
  if (isEmpty)
    return (
      <EmptyState title={m.monitoring_empty_title()} actions={add}>
        {m.monitoring_empty_text()}
      </EmptyState>
    );
  return (
    <Section title={<Term of={covenantTerm}>{m.monitoring_covenants_title()}</Term>} actions={add}>
      <FilterBar
        filters={[
          {
            name: 'standing',
            label: m.monitoring_standing(),
            options: covenantStatuses.map((value) => ({ value, label: covenantStatusLabel(value) })),
          },
          { name: 'kind', label: m.monitoring_kind(), options: covenantKinds.map((value) => ({ value, label: covenantKindLabel(value) })) },
        ]}
      />
      <CovenantTable rows={rows} here={here} caption={m.monitoring_covenants_title()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
