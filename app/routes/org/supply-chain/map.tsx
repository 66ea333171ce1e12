import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ExportMenu } from '~/supply-chain/map/export-menu';
import { boxId, gapId } from '~/supply-chain/map/flow/flow';
import { GapPanel, GroupPanel } from '~/supply-chain/map/flow/group-panel';
import { GroupSelect } from '~/supply-chain/map/group-select';
import { MapChips, MapFilters } from '~/supply-chain/map/map-filters';
import { readMapState } from '~/supply-chain/map/map-state';
import { methodDay } from '~/supply-chain/map/method-day.server';
import { PartyPanel } from '~/supply-chain/map/party-panel';
import { readMap } from '~/supply-chain/map/read-map.server';
import { ShownView } from '~/supply-chain/map/shown-view';
import { TimeAxis } from '~/supply-chain/map/time-axis';
import { useFocusBack } from '~/supply-chain/map/use-focus-back';
import { ViewSwitch } from '~/supply-chain/map/view-switch';
import { isChildShown } from '~/suppliers/registry/list-state';
import { sectorOptions, sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { EmptyState } from '~/ui/empty-state';
import { formatDate, formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
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
    acts: { mayAsk: member.can('ask:supplier'), mayPlanAudit: member.can('plan:audit') },
    today,
  };
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_map_title()} · Manumit` }];

export default function ChainMap() {
  const {
    all,
    total,
    years,
    countries,
    state,
    grouping,
    isBeforeMethod,
    panel,
    gap,
    shown,
    today,
    sectorChoices,
    base,
    mayImport,
    mayExport,
  } = useLoaderData<typeof loader>();
  const list = `${base}/suppliers`;
  const opened = shown.view === 'flow' ? shown.flow.opened : null;
  const hasPanel = panel !== null || gap !== null || opened !== null;
  useFocusBack(panel?.publicId ?? (gap ? gapId(gap.tier) : opened ? boxId(opened.address) : null));
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
  const offered = { countries, sectors: sectorChoices };
  return (
    <>
      <PageHeader
        title={m.suppliers_map_title()}
        actions={
          <>
            <ViewSwitch current={state.view} />
            <MapFilters {...offered} />
            {mayExport && <ExportMenu base={base} />}
            <Menu align="end-when-wide" label={m.map_more()} summary={<Icon name="more" />}>
              <ul className="grid gap-1">
                <li>
                  <Link to={`${base}/supply-chain`}>{m.supply_chain_title()}</Link>
                </li>
                <li>
                  <Link to={`${base}/inherited-risk`}>{m.what_if_inherited_title()}</Link>
                </li>
              </ul>
            </Menu>
          </>
        }
      />
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {state.view === 'tiers' && <GroupSelect current={grouping} />}
        <p className="text-muted">{m.map_lead({ count: total, shown: formatNumber(total), all: formatNumber(all) })}</p>
        <MapChips {...offered} year={state.year} />
      </div>
      {state.on && (
        <div className="mb-4">
          <Notice tone="info">
            {m.map_on_note({ day: formatDate(state.on) })} {isBeforeMethod && m.suppliers_list_before_method()}
          </Notice>
        </div>
      )}
      <div className={classNames('grid grid-cols-1 gap-6', hasPanel && 'lg:grid-cols-[minmax(0,1fr)_22rem]')}>
        {hasPanel && (
          <div className={panel || gap ? 'lg:order-2' : 'order-2'}>
            <SidePanel />
          </div>
        )}
        <div className="min-w-0">
          <Shown />
        </div>
      </div>
      <TimeAxis years={years} year={state.year} on={state.on} today={today} />
    </>
  );
}

/** The party that is open, else the suppliers to ask, else the opened group. */
function SidePanel() {
  const { panel, panelSectors, gap, shown, state, base, acts } = useLoaderData<typeof loader>();
  if (panel)
    return (
      <PartyPanel panel={panel} base={base} sectors={panelSectors} acts={acts} canFold={state.view === 'tiers' && shown.view === 'tiers'} />
    );
  if (gap) return <GapPanel gap={gap} base={base} mayAsk={acts.mayAsk} />;
  if (shown.view !== 'flow' || !shown.flow.opened) return null;
  return <GroupPanel opened={shown.flow.opened} path={shown.flow.path} base={base} mayAsk={acts.mayAsk} />;
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
