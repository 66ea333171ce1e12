import { useSearchParams } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import { SupplierTable } from '~/risk/supplier-pages/supplier-table';
import type { SupplierColumn } from '~/suppliers/registry/list-columns';
import { CursorPager } from '~/ui/cursor-pager';
import { FlowView } from './flow/flow-view';
import { type MapState, mapHref } from './map-state';
import type { readMap } from './read-map.server';
import { TiersView } from './tiers-view';
import { WorldView } from './world-view';

type Shown = SerializeFrom<Awaited<ReturnType<typeof readMap>>['shown']>;

const mapColumns = ['alerts', 'basis', 'country', 'sector', 'tier', 'workers'] as const satisfies readonly SupplierColumn[];
/** No column of the map has due dates. */
const today = '';

/** The view that the address asks for. */
export function ShownView({
  shown,
  state,
  total,
  base,
}: {
  shown: Shown;
  state: Pick<MapState, 'fill' | 'area'> & { sort: MapState['list']['sort']; withChild: boolean };
  total: number;
  base: string;
}) {
  const [params] = useSearchParams();
  const list = `${base}/suppliers`;
  switch (shown.view) {
    case 'table': {
      const { page, sectors } = shown;
      const hrefOf = (open: string) => mapHref(params, { open, ...cursorOf(params) });
      return (
        <>
          <SupplierTable
            rows={page.rows}
            base={list}
            sectors={sectors}
            sort={state.sort}
            columns={state.withChild ? ['child', ...mapColumns] : mapColumns}
            today={today}
            empty={null}
            hrefOf={hrefOf}
          />
          <CursorPager before={page.before} after={page.after} shown={page.rows.length} total={total} />
        </>
      );
    }
    case 'world':
      return <WorldView base={base} world={shown.world} drawing={shown.drawing} fill={state.fill} area={state.area} />;
    case 'flow':
      return <FlowView flow={shown.flow} drawing={shown.drawing} base={base} />;
    case 'tiers':
      return (
        <TiersView drawing={shown.drawing} flow={shown.flow} parties={shown.parties} columns={shown.columns} list={list} base={base} />
      );
  }
}

/** Opening a party keeps the page of the table. */
function cursorOf(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...params].filter(([name]) => name === 'after' || name === 'before'));
}
