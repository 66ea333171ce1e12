import type { TenantDb } from '~/access/tenant-db.server';
import { countSuppliers } from '~/suppliers/registry/count-suppliers.server';
import { listSuppliers } from '~/suppliers/registry/list-suppliers.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { windowOf } from '~/suppliers/supply-links/link-window';
import { readYears } from '~/suppliers/supply-links/read-years.server';
import { drawTiers } from './draw-tiers';
import { drawWorld } from './draw-world';
import { drawFlow } from './flow/draw-flow';
import { groupingShown } from './flow/grouping-shown';
import { readFlow } from './flow/read-flow.server';
import { readGap, readGaps } from './flow/read-gap.server';
import { linksBetween, singleBoxes } from './flow/single-boxes';
import { foldGraph } from './fold-graph';
import type { GraphParty } from './graph';
import { mapScope } from './map-scope.server';
import type { MapState } from './map-state';
import { readGraph } from './read-graph.server';
import { methodDay } from './method-day.server';
import { readPanel } from './read-panel.server';
import { countSuppliersShown, readTiersOn } from './read-suppliers-shown.server';
import { readTiers } from './read-tiers.server';
import { readWorld } from './read-world.server';
import { tierName } from './labels';
import { highestRiskPath } from './highest-risk-path';
import { formatNumber } from '~/ui/format';

/** So many suppliers are drawn as a graph by the server; more are drawn by the browser, beside the counts of each tier. */
export const mostDrawn = 150;

/** All that the map page shows of a state. The number of queries depends on the view, never on the number of parties. */
export async function readMap(db: TenantDb, { state, today }: { state: MapState; today: string }) {
  const { counts, countries } = await countSuppliers(db);
  const tiers = await readTiersOn(db, state);
  const total = await countSuppliersShown(db, state, tiers);
  return {
    all: counts.all,
    total,
    countries,
    shown: await readView(db, { state, today, tiers, total }),
    years: await readYears(db, state),
    grouping: groupingShown(state, total),
    gap: state.gap === null || state.open !== null ? null : await readGap(db, { state, tiers, tier: state.gap }),
    panel:
      state.open === null
        ? null
        : await readPanel(db, { publicId: state.open, asOf: methodDay(state.on ?? today), within: windowOf({ ...state, today }) }),
  };
}

type Asked = { state: MapState; today: string; tiers: Awaited<ReturnType<typeof readTiersOn>>; total: number };

async function readView(db: TenantDb, { state, today, tiers, total }: Asked) {
  switch (state.view) {
    case 'table': {
      const page = await listSuppliers(db, state.list, { scope: mapScope(state, tiers) });
      return { view: 'table' as const, page, sectors: sectorTitles([...page.rows.map((row) => row.sector), ...state.sectors]) };
    }
    case 'world': {
      const world = await readWorld(db, { state, tiers, today });
      const { outlines: _, land: __, borders: ___, ...rest } = world;
      return { view: 'world' as const, world: rest, drawing: drawWorld(world, formatNumber) };
    }
    case 'tiers': {
      const grouping = groupingShown(state, total);
      if (grouping !== 'none') {
        const flow = await readFlow(db, { state, tiers, grouping });
        return {
          view: 'flow' as const,
          flow,
          drawing: drawFlow(flow, { open: state.open, isNarrow: state.open !== null || state.gap !== null || flow.opened !== null }),
        };
      }
      if (total > mostDrawn || state.isZoomable)
        return { view: 'tiers' as const, drawing: null, flow: null, parties: [], columns: await readTiers(db, { state, tiers }) };
      const graph = await readGraph(db, state, { today });
      const root = state.open ?? graph.parties.find(({ kind }) => kind === 'buyer')?.id;
      const way = root === undefined ? null : highestRiskPath(graph, root);
      const folded = foldGraph(graph, state.folded);
      const gaps = await readGaps(db, { state, tiers });
      const drawing = drawTiers(folded, { open: state.open, way, gaps, tierName });
      const parties: GraphParty[] = folded.graph.parties;
      const flow = { columns: singleBoxes(parties, gaps), flows: linksBetween(folded.graph) };
      return { view: 'tiers' as const, drawing, flow, parties, columns: [] };
    }
  }
}
