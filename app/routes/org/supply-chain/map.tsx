import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ExportMenu } from '~/supply-chain/map/export-menu';
import { MapFilters } from '~/supply-chain/map/map-filters';
import { readMapState } from '~/supply-chain/map/map-state';
import { methodDay } from '~/supply-chain/map/method-day.server';
import { PartyPanel } from '~/supply-chain/map/party-panel';
import { readMap } from '~/supply-chain/map/read-map.server';
import { ShownView } from '~/supply-chain/map/shown-view';
import { useFocusBack } from '~/supply-chain/map/use-focus-back';
import { ViewSwitch } from '~/supply-chain/map/view-switch';
import { YearSlider } from '~/suppliers/supply-links/year-slider';
import { isChildShown } from '~/suppliers/registry/list-state';
import { sectorOptions, sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { EmptyState } from '~/ui/empty-state';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const state = readMapState(new URL(request.url).searchParams);
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const map = await member.inOrganization((db) => readMap(db, { state, today }), { timeoutMs: 60_000 });
  const { list: _, ...shown } = state;
  return {
    ...map,
    state: { ...shown, sort: state.list.sort, withChild: isChildShown(state.list) },
    isBeforeMethod: state.on !== null && methodDay(state.on) !== state.on,
    sectorChoices: sectorOptions(),
    panelSectors: sectorTitles([map.panel?.sector ?? null]),
    base: `/o/${member.organization.slug}`,
    mayImport: member.can('import:supplier'),
    mayExport: member.can('export:supplier'),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_map_title()} · Manumit` }];

export default function ChainMap() {
  const { all, total, years, countries, state, isBeforeMethod, panel, panelSectors, sectorChoices, base, mayImport, mayExport } =
    useLoaderData<typeof loader>();
  const list = `${base}/suppliers`;
  useFocusBack(state.open);
  if (all === 0)
    return (
      <>
        <PageHeader title={m.suppliers_map_title()} />
        <EmptyState
          title={m.suppliers_empty_title()}
          actions={
            mayImport && (
              <LinkButton to={`${list}/import`} icon="import" variant="primary">
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
      <PageHeader
        title={m.suppliers_map_title()}
        lead={m.map_lead({ count: total, shown: formatNumber(total), all: formatNumber(all) })}
        actions={
          <>
            {mayExport && <ExportMenu base={base} />}
            <LinkButton to={`${base}/supply-chain`}>{m.supply_chain_title()}</LinkButton>
            <LinkButton to={`${base}/inherited-risk`}>{m.what_if_inherited_title()}</LinkButton>
          </>
        }
      />
      <MapFilters countries={countries} sectors={sectorChoices} year={state.year} />
      <YearSlider years={years} year={state.year} day={state.on} />
      <ViewSwitch current={state.view} />
      {state.on && (
        <div className="mb-4">
          <Notice tone="info">
            {m.map_on_note({ day: formatDate(state.on) })} {isBeforeMethod && m.suppliers_list_before_method()}
          </Notice>
        </div>
      )}
      <div className={classNames('grid grid-cols-1 gap-6', panel && 'lg:grid-cols-[minmax(0,1fr)_22rem]')}>
        {panel && (
          <div className="lg:order-2">
            <PartyPanel panel={panel} base={base} sectors={panelSectors} canFold={state.view === 'tiers'} />
          </div>
        )}
        <div className="min-w-0">
          <Shown />
        </div>
      </div>
    </>
  );
}

function Shown() {
  const { shown, total, state, base } = useLoaderData<typeof loader>();
  if (total === 0)
    return (
      <EmptyState
        title={m.suppliers_nothing_title()}
        actions={<LinkButton to={`${base}/map?view=${state.view}`}>{m.suppliers_show_all()}</LinkButton>}
      >
        {state.on ? m.years_nothing_on({ day: formatDate(state.on) }) : m.suppliers_nothing_text()}
      </EmptyState>
    );
  return <ShownView shown={shown} state={state} total={total} base={base} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
