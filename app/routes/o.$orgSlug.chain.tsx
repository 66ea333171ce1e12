import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ChangesSection } from '~/features/chain-overview/changes-section';
import { ConcentrationSection } from '~/features/chain-overview/concentration-section';
import { CoverageSection } from '~/features/chain-overview/coverage-section';
import { EntriesSection } from '~/features/chain-overview/entries-section';
import { readOverview, sinceOf } from '~/features/chain-overview/read-overview.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatDate } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const since = sinceOf(new URL(request.url).searchParams, today);
  const overview = await member.inOrganization((db) => readOverview(db, { since, today }), { timeoutMs: 60_000 });
  return { ...overview, since, today, base: `/o/${member.organization.slug}`, mayImport: member.can('import:supplier') };
}

export const meta: MetaFunction = () => [{ title: `${m.chain_title()} · Manumit` }];

export default function ChainOverview() {
  const { coverage, concentration, entries, changes, since, today, base, mayImport } = useLoaderData<typeof loader>();
  const map = `${base}/map`;
  const header = (
    <PageHeader
      title={m.chain_title()}
      lead={m.chain_lead()}
      breadcrumbs={[{ label: m.supplier_map_title(), to: map }, { label: m.chain_title() }]}
      actions={<LinkButton to={map}>{m.chain_to_map()}</LinkButton>}
    />
  );
  if (concentration.suppliers === 0)
    return (
      <>
        {header}
        <EmptyState
          title={m.supplier_empty_title()}
          actions={
            mayImport && (
              <LinkButton to={`${base}/suppliers/import`} icon="import" variant="primary">
                {m.supplier_import()}
              </LinkButton>
            )
          }
        >
          {m.supplier_empty_text()}
        </EmptyState>
      </>
    );
  return (
    <>
      {header}
      <Section title={m.chain_coverage_title()} lead={m.chain_coverage_lead()}>
        <CoverageSection coverage={coverage} />
      </Section>
      <Section title={m.chain_entries_title()} lead={m.chain_entries_lead()}>
        <EntriesSection entries={entries} map={map} />
      </Section>
      <Section title={m.chain_concentration_title()}>
        <ConcentrationSection found={concentration} map={map} />
      </Section>
      <Section title={m.chain_changes_title({ day: formatDate(since) })}>
        <ChangesSection changes={changes} since={since} today={today} map={map} />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
