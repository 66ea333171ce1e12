import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ChangesSection, changesStatus } from '~/supply-chain/analysis/changes-section';
import { ConcentrationSection, concentrationStatus } from '~/supply-chain/analysis/concentration-section';
import { CoverageSection } from '~/supply-chain/analysis/coverage-section';
import { EntriesSection, entriesStatus } from '~/supply-chain/analysis/entries-section';
import { HeatMapSection } from '~/supply-chain/analysis/heat-map-section';
import { PrioritiesSection } from '~/supply-chain/analysis/priorities-section';
import { readOverview, sinceOf } from '~/supply-chain/analysis/read-overview.server';
import { MoverList } from '~/supply-chain/dashboard/mover-list';
import { readYear } from '~/suppliers/supply-links/link-window';
import { YearSlider } from '~/suppliers/supply-links/year-slider';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { FoldedSection } from '~/ui/fold';
import { formatDate, formatNumber } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const search = new URL(request.url).searchParams;
  const since = sinceOf(search, today);
  const year = readYear(search);
  const overview = await member.inOrganization((db) => readOverview(db, { since, today, year }), { timeoutMs: 60_000 });
  return {
    ...overview,
    since,
    today,
    year,
    base: `/o/${member.organization.slug}`,
    mayImport: member.can('import:supplier'),
    mayAsk: member.can('ask:supplier'),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.supply_chain_title()} · Manumit` }];

export default function ChainOverview() {
  const { years, priorities, coverage, concentration, entries, heatMap, changes, movers, year, since, today, base, mayImport, mayAsk } =
    useLoaderData<typeof loader>();
  const map = `${base}/map`;
  const header = (
    <PageHeader
      title={m.supply_chain_title()}
      breadcrumbs={[{ label: m.suppliers_map_title(), to: map }, { label: m.supply_chain_title() }]}
      actions={<LinkButton to={map}>{m.supply_chain_to_map()}</LinkButton>}
    />
  );
  if (concentration.suppliers === 0 && year === null)
    return (
      <>
        {header}
        <EmptyState
          title={m.suppliers_empty_title()}
          actions={
            mayImport && (
              <LinkButton to={`${base}/suppliers/import`} icon="import" variant="primary">
                {m.suppliers_import()}
              </LinkButton>
            )
          }
        >
          {m.suppliers_empty_text()}
        </EmptyState>
      </>
    );
  return (
    <>
      {header}
      <Section title={m.supply_chain_priorities_title()}>
        <PrioritiesSection found={priorities} base={base} mayAsk={mayAsk} />
      </Section>
      <div className="mt-8">
        <YearSlider years={years} year={year} />
      </div>
      <Section title={m.supply_chain_coverage_title()} lead={m.supply_chain_coverage_lead()}>
        <CoverageSection coverage={coverage} />
      </Section>
      <Section title={m.heat_map_section()}>
        <HeatMapSection found={heatMap} base={base} />
      </Section>
      <div className="mt-8 border-t border-line">
        <FoldedSection
          id="entries"
          title={m.supply_chain_entries_title()}
          status={entriesStatus(entries)}
          lead={m.supply_chain_entries_lead()}
          isOpen={entries?.status === 'refused'}
        >
          <EntriesSection entries={entries} map={map} />
        </FoldedSection>
        <FoldedSection id="concentration" title={m.supply_chain_concentration_title()} status={concentrationStatus(concentration)}>
          <ConcentrationSection found={concentration} map={map} />
        </FoldedSection>
        <FoldedSection
          id="score-changes"
          title={m.supply_chain_scores_title({ day: formatDate(since) })}
          status={
            movers.length === 0
              ? m.home_movers_none()
              : m.supply_chain_scores_status({
                  count: movers.length,
                  risen: formatNumber(movers.filter(({ from, to }) => to > from).length),
                })
          }
        >
          <div className="max-w-3xl">
            <MoverList movers={movers} base={base} />
          </div>
        </FoldedSection>
        <FoldedSection id="changes" title={m.supply_chain_changes_title({ day: formatDate(since) })} status={changesStatus(changes)}>
          <ChangesSection changes={changes} since={since} today={today} year={year} map={map} base={base} />
        </FoldedSection>
      </div>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
